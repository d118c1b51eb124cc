import { groupSeparator, type Stroke } from './scan-detector.ts'

/** What of a keyboard event says which key it is; a plain object in tests. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'keyCode' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing' | 'timeStamp' | 'getModifierState'>

/** Keys that only change others: they neither belong to a scan nor end one. */
const modifiers: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'FnLock', 'Hyper', 'Super', 'Symbol', 'SymbolLock']
const inputMethodKey = 229

/**
 * What a key press is to the detector; nothing for a modifier by itself. The character is the one the layout gives, AltGr and
 * CapsLock included. What composes a character (a dead key, an input method), repeats by being held, or commands (Ctrl, Alt) is a
 * person's. `isAfterDeadKey`: this key is the second half of a composed character.
 */
export function strokeOf<K extends KeyPress>(key: K, prefix: readonly string[], isAfterDeadKey: boolean): Stroke<K> | undefined {
  if (modifiers.includes(key.key)) return undefined
  const at = key.timeStamp
  const name = nameOf(key)
  if (key.isComposing || key.keyCode === inputMethodKey || key.repeat || isAfterDeadKey) return { kind: 'other', at }
  if (prefix.includes(name)) return { kind: 'character', text: name, at, key }
  if (name === 'Ctrl+]') return { kind: 'character', text: groupSeparator, at, key }
  if (isCommand(key)) return { kind: 'other', at }
  if ((name === 'Enter' || name === 'Tab') && !key.shiftKey) return { kind: 'end', text: name, at }
  return isCharacter(name) ? { kind: 'character', text: name, at, key } : { kind: 'other', at }
}

/** What enters something or saves it. While a scan is being answered it waits: it was meant for what the scan leads to. */
export function isEntry(key: KeyPress): boolean {
  if (key.isComposing || key.keyCode === inputMethodKey) return false
  if (key.key === 'Enter') return !key.altKey && !key.metaKey
  return !isCommand(key) && (isCharacter(key.key) || key.key === 'Backspace')
}

/** The keys a prefix stands for, as it is written in the settings: `F8`, `Ctrl+B` (STX), or the characters themselves. */
export function prefixKeys(text: string): string[] {
  return /^(F\d{1,2}|Ctrl\+.)$/.test(text) ? [text] : [...text]
}

function nameOf(key: KeyPress): string {
  const isControl = key.ctrlKey && !key.altKey && !key.metaKey && isCharacter(key.key)
  return isControl ? `Ctrl+${key.key.toUpperCase()}` : key.key
}

/** AltGr writes, though Windows tells it as Ctrl+Alt. */
function isCommand(key: KeyPress): boolean {
  return (key.ctrlKey || key.altKey || key.metaKey) && !key.getModifierState('AltGraph')
}

function isCharacter(name: string): boolean {
  return [...name].length === 1
}
