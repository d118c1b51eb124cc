import { useEffect, useEffectEvent, useRef, useState, type PointerEvent } from 'react'
import type { Card } from '../../shared/kanban/cards.ts'
import type { CardStatus } from '../../shared/kanban/rules.ts'

/** Where cards can be dropped says so in `data-lane`. */
export const laneAttribute = 'data-lane'

const mouseSlack = 6
/** A finger that rests on a card takes it; one that moves at once scrolls the lane. */
const holdTime = 280
const fingerSlack = 10

interface Grip { readonly card: Card; readonly pointerId: number; readonly isMouse: boolean; readonly x: number; readonly y: number; isHeld: boolean; timer?: ReturnType<typeof setTimeout> }

export interface CardDrag {
  /** The card in the hand. */
  readonly card: Card | undefined
  /** The lane under it. */
  readonly over: CardStatus | undefined
  /** Puts the picture of the card under the pointer. */
  readonly ghostRef: (ghost: HTMLElement | null) => void
  grip(event: PointerEvent<HTMLElement>, card: Card): void
  /** Whether the click that just came ended a drag, and so opens nothing. */
  wasDragged(): boolean
}

/** Cards drawn from lane to lane by mouse or finger; Esc lets go. The browser's own drag and drop knows no fingers. */
export function useCardDrag(onDrop: (card: Card, lane: CardStatus) => void): CardDrag {
  const [card, setCard] = useState<Card>()
  const [over, setOver] = useState<CardStatus>()
  const grip = useRef<Grip>(undefined)
  const ghost = useRef<HTMLElement>(null)
  const place = useRef({ x: 0, y: 0 })
  const endedAt = useRef(0)

  const lift = (held: Grip) => {
    held.isHeld = true
    setCard(held.card)
    getSelection()?.removeAllRanges()
    navigator.vibrate?.(15)
  }
  const letGo = useEffectEvent((lane?: CardStatus) => {
    const held = grip.current
    clearTimeout(held?.timer)
    grip.current = undefined
    if (!held?.isHeld) return
    endedAt.current = performance.now()
    setCard(undefined)
    setOver(undefined)
    if (lane !== undefined && lane !== held.card.status) onDrop(held.card, lane)
  })
  const move = useEffectEvent((event: globalThis.PointerEvent) => {
    const held = grip.current
    if (held?.pointerId !== event.pointerId) return
    place.current = { x: event.clientX, y: event.clientY }
    const way = Math.hypot(event.clientX - held.x, event.clientY - held.y)
    if (!held.isHeld) {
      if (held.isMouse && way > mouseSlack) lift(held)
      else if (!held.isMouse && way > fingerSlack) letGo()
      return
    }
    setGhostPlace(ghost.current, place.current)
    setOver(laneAt(place.current))
  })
  useEffect(() => {
    const onMove = (event: globalThis.PointerEvent) => move(event)
    const onUp = (event: globalThis.PointerEvent) => letGo(laneAt({ x: event.clientX, y: event.clientY }))
    const onCancel = () => letGo()
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && letGo()
    // Once a card is in the hand, the finger no longer scrolls.
    const onTouch = (event: TouchEvent) => grip.current?.isHeld && event.cancelable && event.preventDefault()
    addEventListener('pointermove', onMove)
    addEventListener('pointerup', onUp)
    addEventListener('pointercancel', onCancel)
    addEventListener('keydown', onKey)
    addEventListener('touchmove', onTouch, { passive: false })
    return () => {
      removeEventListener('pointermove', onMove)
      removeEventListener('pointerup', onUp)
      removeEventListener('pointercancel', onCancel)
      removeEventListener('keydown', onKey)
      removeEventListener('touchmove', onTouch)
    }
  }, [])

  return {
    card, over,
    ghostRef(element) {
      ghost.current = element
      setGhostPlace(element, place.current)
    },
    grip(event, gripped) {
      if (event.button !== 0 || (event.target as Element).closest('button, a')) return
      const held: Grip = { card: gripped, pointerId: event.pointerId, isMouse: event.pointerType === 'mouse', x: event.clientX, y: event.clientY, isHeld: false }
      place.current = { x: event.clientX, y: event.clientY }
      if (!held.isMouse) held.timer = setTimeout(() => lift(held), holdTime)
      grip.current = held
    },
    wasDragged: () => performance.now() - endedAt.current < 50,
  }
}

function setGhostPlace(ghost: HTMLElement | null, { x, y }: { x: number; y: number }): void {
  if (ghost) ghost.style.transform = `translate(${x}px, ${y}px)`
}

function laneAt({ x, y }: { x: number; y: number }): CardStatus | undefined {
  const lane = document.elementFromPoint(x, y)?.closest(`[${laneAttribute}]`)
  return (lane?.getAttribute(laneAttribute) ?? undefined) as CardStatus | undefined
}
