import type { Translate } from '../core/i18n.ts'
import type { KeyHint, KeyHintGroup } from './key-hints.tsx'

/**
 * What keys do in a grid. `moving` keys rest while text is edited, `typing` keys leave an editor that was opened by typing, `always`
 * keys act in both. With `extends`, Shift takes the selection along.
 */
export interface GridKey {
  readonly act: string
  readonly chords: readonly string[]
  readonly while: 'moving' | 'typing' | 'always'
  readonly extends?: true
  /** As the list of keys shows it, for this act and those like it that follow without. */
  readonly hint?: { readonly keys: readonly string[]; text(t: Translate): string }
}

const movingKeys = [
  { act: 'up', chords: ['ArrowUp'], while: 'typing', extends: true, hint: { keys: ['↑', '↓', '←', '→'], text: t => t('grid.keys.move') } },
  { act: 'down', chords: ['ArrowDown'], while: 'typing', extends: true },
  { act: 'left', chords: ['ArrowLeft'], while: 'typing', extends: true },
  { act: 'right', chords: ['ArrowRight'], while: 'typing', extends: true, hint: { keys: ['Shift', '↑ ↓ ← →'], text: t => t('grid.keys.extend') } },
  { act: 'enter', chords: ['Enter'], while: 'always', hint: { keys: ['Enter'], text: t => t('grid.keys.enter') } },
  { act: 'enterBack', chords: ['Shift+Enter'], while: 'always', hint: { keys: ['Shift', 'Enter'], text: t => t('grid.keys.enterBack') } },
  { act: 'tab', chords: ['Tab'], while: 'always', hint: { keys: ['Tab'], text: t => t('grid.keys.tab') } },
  { act: 'tabBack', chords: ['Shift+Tab'], while: 'always', hint: { keys: ['Shift', 'Tab'], text: t => t('grid.keys.tabBack') } },
  { act: 'home', chords: ['Home'], while: 'moving', extends: true, hint: { keys: ['Home', 'End'], text: t => t('grid.keys.rowEnds') } },
  { act: 'end', chords: ['End'], while: 'moving', extends: true },
  { act: 'first', chords: ['Ctrl+Home'], while: 'moving', extends: true, hint: { keys: ['Ctrl', 'Home', 'End'], text: t => t('grid.keys.gridEnds') } },
  { act: 'last', chords: ['Ctrl+End'], while: 'moving', extends: true },
  { act: 'edge-up', chords: ['Ctrl+ArrowUp'], while: 'moving', extends: true, hint: { keys: ['Ctrl', '↑ ↓ ← →'], text: t => t('grid.keys.edges') } },
  { act: 'edge-down', chords: ['Ctrl+ArrowDown'], while: 'moving', extends: true },
  { act: 'edge-left', chords: ['Ctrl+ArrowLeft'], while: 'moving', extends: true },
  { act: 'edge-right', chords: ['Ctrl+ArrowRight'], while: 'moving', extends: true },
  { act: 'page-up', chords: ['PageUp'], while: 'typing', extends: true, hint: { keys: ['PgUp', 'PgDn'], text: t => t('grid.keys.pages') } },
  { act: 'page-down', chords: ['PageDown'], while: 'typing', extends: true },
  { act: 'selectAll', chords: ['Ctrl+A'], while: 'moving', hint: { keys: ['Ctrl', 'A'], text: t => t('grid.keys.selectAll') } },
  { act: 'selectRows', chords: ['Shift+Space'], while: 'moving', hint: { keys: ['Shift', 'Space'], text: t => t('grid.keys.selectRows') } },
  { act: 'selectColumns', chords: ['Ctrl+Space'], while: 'moving', hint: { keys: ['Ctrl', 'Space'], text: t => t('grid.keys.selectColumns') } },
] as const satisfies readonly GridKey[]

/** Copy, cut and paste are the browser's, which tells the grid. */
const enteringKeys = [
  { act: 'edit', chords: ['F2'], while: 'always', hint: { keys: ['F2'], text: t => t('grid.keys.edit') } },
  { act: 'cancel', chords: ['Escape'], while: 'always', hint: { keys: ['Esc'], text: t => t('grid.keys.cancel') } },
  { act: 'clear', chords: ['Delete', 'Backspace'], while: 'moving', hint: { keys: ['Delete'], text: t => t('grid.keys.clear') } },
  { act: 'open', chords: ['Alt+ArrowDown'], while: 'moving', hint: { keys: ['Alt', '↓'], text: t => t('grid.keys.open') } },
  { act: 'toggle', chords: ['Space'], while: 'moving', hint: { keys: ['Space'], text: t => t('grid.keys.toggle') } },
  { act: 'today', chords: ['Ctrl+;'], while: 'always', hint: { keys: ['Ctrl', ';'], text: t => t('grid.keys.today') } },
  { act: 'native', chords: [], while: 'moving', hint: { keys: ['Ctrl', 'C / X / V'], text: t => t('grid.keys.clipboard') } },
  { act: 'copyWithHeadings', chords: ['Ctrl+Alt+C'], while: 'moving', hint: { keys: ['Ctrl', 'Alt', 'C'], text: t => t('grid.keys.copyWithHeadings') } },
  { act: 'fillDown', chords: ['Ctrl+D'], while: 'moving', hint: { keys: ['Ctrl', 'D'], text: t => t('grid.keys.fillDown') } },
  { act: 'fillRight', chords: ['Ctrl+R'], while: 'moving', hint: { keys: ['Ctrl', 'R'], text: t => t('grid.keys.fillRight') } },
  { act: 'undo', chords: ['Ctrl+Z'], while: 'moving', hint: { keys: ['Ctrl', 'Z'], text: t => t('grid.keys.undo') } },
  { act: 'redo', chords: ['Ctrl+Y', 'Ctrl+Shift+Z'], while: 'moving', hint: { keys: ['Ctrl', 'Y'], text: t => t('grid.keys.redo') } },
  { act: 'insertRows', chords: ['Alt+Insert', 'Ctrl+I'], while: 'moving', hint: { keys: ['Ctrl', 'I'], text: t => t('grid.keys.insertRows') } },
  { act: 'removeRows', chords: ['Alt+Delete', 'Ctrl+Delete'], while: 'moving', hint: { keys: ['Ctrl', 'Delete'], text: t => t('grid.keys.removeRows') } },
  { act: 'nextFault', chords: ['F8'], while: 'always', hint: { keys: ['F8'], text: t => t('grid.keys.nextFault') } },
  { act: 'previousFault', chords: ['Shift+F8'], while: 'always' },
  { act: 'save', chords: ['Ctrl+Enter'], while: 'always', hint: { keys: ['Ctrl', 'Enter'], text: t => t('grid.keys.save') } },
  { act: 'leave', chords: ['F6'], while: 'always', hint: { keys: ['F6'], text: t => t('grid.keys.leave') } },
  { act: 'leaveBack', chords: ['Shift+F6'], while: 'always' },
] as const satisfies readonly GridKey[]

/** One table for the grid and for the lists under `?`. */
export const gridKeys = [...movingKeys, ...enteringKeys]
export type GridAct = (typeof gridKeys)[number]['act']

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** `Ctrl+Shift+ArrowDown`, `Ctrl+;`, `Shift+Space`: as the table writes it. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', name].filter(Boolean).join('+')
}

interface Bound { readonly act: GridAct; readonly while: GridKey['while']; readonly isExtending: boolean }

const byChord: ReadonlyMap<string, Bound> = new Map(gridKeys.flatMap((key: GridKey & { readonly act: GridAct }) => key.chords.flatMap((chord): [string, Bound][] => {
  const bound = { act: key.act, while: key.while, isExtending: false }
  return key.extends ? [[chord, bound], [chord.replace(/(^|\+)(?=[^+]+$)/, '$1Shift+'), { ...bound, isExtending: true }]] : [[chord, bound]]
})))

/** What the pressed key means, in a grid that moves, types over a cell, or edits its text. */
export function actOf(pressed: Pressed, mode: 'moving' | 'typing' | 'editing'): Pick<Bound, 'act' | 'isExtending'> | undefined {
  const found = byChord.get(chordOf(pressed))
  if (!found) return undefined
  const acts = found.while === 'always' || mode === 'moving' || (mode === 'typing' && found.while === 'typing' && !found.isExtending)
  return acts ? found : undefined
}

/** A character that begins an entry. `?` stays free: it lists the keys. */
export function typedCharacter({ key, ctrlKey, metaKey, altKey }: Pressed): string | undefined {
  return [...key].length === 1 && key !== '?' && !metaKey && ctrlKey === altKey ? key : undefined
}

/** For `useKeyHints`. */
export function movingKeyHints(t: Translate): KeyHintGroup {
  return { title: t('grid.keys.moving'), hints: hintsOf(movingKeys, t) }
}

/** For `useKeyHints`. */
export function enteringKeyHints(t: Translate): KeyHintGroup {
  return { title: t('grid.keys.entering'), hints: hintsOf(enteringKeys, t) }
}

function hintsOf(keys: readonly GridKey[], t: Translate): KeyHint[] {
  return keys.flatMap(({ hint }) => (hint ? [{ keys: hint.keys, text: hint.text(t) }] : []))
}
