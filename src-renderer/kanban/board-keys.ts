import type { KeyboardEvent } from 'react'
import type { Card } from '../../shared/kanban/cards.ts'
import { isTyping, type KeyHintGroup } from '../components/key-hints.tsx'
import type { Translate } from '../core/i18n.ts'
import type { CardActs, ShownAct } from './card-acts.tsx'

/** Key → the acts it may stand for; the first possible one is done. The letters are those of the user's language. */
const lettered: readonly (readonly [letter: 'approve' | 'start' | 'fulfil' | 'withdraw' | 'cancel', acts: readonly ShownAct[]])[] = [
  ['approve', ['approve']], ['start', ['start']], ['fulfil', ['fulfil']], ['withdraw', ['withdrawApproval', 'withdrawStart']], ['cancel', ['cancel']],
]

export interface BoardKeys {
  /** The cards by lane, as they stand on the screen. */
  readonly lanes: readonly (readonly Card[])[]
  readonly currentId: string | undefined
  readonly acts: CardActs
  readonly t: Translate
  goTo(id: string): void
  open(card: Card): void
}

/** The board without a mouse. Says whether the key was one of its own. */
export function actByKey(event: KeyboardEvent, { lanes, currentId, acts, t, goTo, open }: BoardKeys): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return false
  const laneAt = lanes.findIndex(lane => lane.some(({ id }) => id === currentId))
  const cardAt = lanes[laneAt]?.findIndex(({ id }) => id === currentId) ?? -1
  const card = lanes[laneAt]?.[cardAt]
  if (!card) return false
  const neighbour = nextCard(event.key, lanes, laneAt, cardAt)
  if (neighbour) {
    goTo(neighbour.id)
    return true
  }
  // On a button, Enter and Space are the button's.
  if (event.key === 'Enter' && !(event.target as Element).closest('button')) {
    open(card)
    return true
  }
  const [, wanted] = lettered.find(([letter]) => t(`kanban.letters.${letter}`) === event.key.toLowerCase()) ?? []
  const act = wanted?.find(one => acts.possible(card).includes(one))
  if (!act) return false
  acts.run(act, card)
  return true
}

/** Up and down within the lane, left and right to the nearest lane that has cards, Home and End to the lane's ends. */
function nextCard(key: string, lanes: BoardKeys['lanes'], laneAt: number, cardAt: number): Card | undefined {
  const lane = lanes[laneAt] ?? []
  if (key === 'ArrowDown') return lane[cardAt + 1]
  if (key === 'ArrowUp') return lane[cardAt - 1]
  if (key === 'Home') return lane[0]
  if (key === 'End') return lane.at(-1)
  const others = key === 'ArrowRight' ? lanes.slice(laneAt + 1) : key === 'ArrowLeft' ? lanes.slice(0, laneAt).toReversed() : []
  const other = others.find(({ length }) => length > 0)
  return other?.[Math.min(cardAt, other.length - 1)]
}

export function boardKeys(t: Translate): KeyHintGroup {
  const letter = (name: (typeof lettered)[number][0] | 'create') => ({ keys: [t(`kanban.letters.${name}`).toUpperCase()], text: t(`kanban.keys.${name}`) })
  return {
    title: t('kanban.keys.title'),
    hints: [
      { keys: ['←', '↑', '↓', '→'], text: t('kanban.keys.move') },
      { keys: ['Home', 'End'], text: t('kanban.keys.ends') },
      { keys: ['Enter'], text: t('kanban.keys.open') },
      letter('create'), letter('approve'), letter('start'), letter('fulfil'), letter('withdraw'), letter('cancel'),
    ],
  }
}
