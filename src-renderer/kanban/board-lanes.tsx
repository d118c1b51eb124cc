import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { Link } from 'react-router'
import type { Board } from '../../shared/kanban/boards.ts'
import type { Card } from '../../shared/kanban/cards.ts'
import { actTowards, type CardStatus } from '../../shared/kanban/rules.ts'
import { isInDialog } from '../components/key-hints.tsx'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { shownLanes, type LaneCards, type ShownLane, type useBoardCards } from './board-cards.ts'
import { BoardCard, CardFace } from './board-card.tsx'
import { actByKey } from './board-keys.ts'
import { BoardLane, PlannedFold, type DropAct } from './board-lane.tsx'
import type { CardActs, ShownAct } from './card-acts.tsx'
import { laneAttribute, useCardDrag } from './card-drag.ts'
import { cardsPath } from './paths.ts'

export interface BoardLanesProps {
  readonly board: Pick<ReturnType<typeof useBoardCards>, 'lane' | 'isMoving'>
  readonly boards: readonly Board[]
  readonly acts: CardActs
  onOpen(id: string): void
}

/** The lanes with their cards: for the mouse, the finger, and the keyboard alone. */
export function BoardLanes({ board, boards, acts, onOpen }: BoardLanesProps): ReactNode {
  const t = useText()
  const [currentId, setCurrent] = useState<string>()
  const [isPlannedOpen, setPlannedOpen] = useState(false)
  const elements = useRef(new Map<string, HTMLElement>())
  const lanes = shownLanes.map(status => ({ status, ...board.lane(status) }))
  const planned = board.lane('PLANNED')
  const shown = lanes.map(({ status, cards }) => (status === 'PENDING' && isPlannedOpen ? [...cards, ...planned.cards] : cards))
  const all = shown.flat()
  const current = all.some(({ id }) => id === currentId) ? currentId : all[0]?.id
  const showsSection = boards.length > 1
  // Tab goes from lane to lane: to the card one was on, else to the lane's first.
  const stops = new Set(shown.map(lane => (lane.find(({ id }) => id === current) ?? lane[0])?.id))

  const allowed = (card: Card, lane: CardStatus): ShownAct | undefined => acts.possible(card).find(act => act === actTowards(card, lane))
  const drag = useCardDrag((card, lane) => {
    const act = allowed(card, lane)
    if (act) acts.run(act, card)
  })
  const dropAct = (lane: CardStatus): DropAct => (drag.card && lane !== drag.card.status ? (allowed(drag.card, lane) ?? null) : undefined)
  const dropLabel = (lane: CardStatus) => {
    const act = drag.card && allowed(drag.card, lane)
    return drag.card && act ? acts.label(act, drag.card) : ''
  }
  useKeptFocus(current, elements, all, acts.dialogs !== undefined)

  const goTo = (id: string) => {
    setCurrent(id)
    elements.current.get(id)?.focus()
  }
  // The card whose label was scanned, where it stands; one that stands elsewhere is opened by the program.
  useScan(code => {
    const card = all.find(({ number }) => number.toLowerCase() === code.toLowerCase())
    if (!card || document.querySelector('[role=dialog]')) return undefined
    goTo(card.id)
    return { isKnown: true, text: card.itemName }
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (actByKey(event, { lanes: shown, currentId: current, acts, t, goTo, open: card => onOpen(card.id) })) event.preventDefault()
  }
  const cardOf = (card: Card) => (
    <BoardCard
      key={card.id} card={card} acts={acts} showsSection={showsSection} isStop={stops.has(card.id)} isBusy={board.isMoving(card.id)} isLifted={drag.card?.id === card.id}
      cardRef={element => void (element ? elements.current.set(card.id, element) : elements.current.delete(card.id))}
      onFocus={() => setCurrent(card.id)} onOpen={() => !drag.wasDragged() && onOpen(card.id)} onGrip={event => drag.grip(event, card)}
    />
  )
  return (
    <Box
      onKeyDown={onKeyDown}
      sx={{
        flex: 1, minHeight: 320, display: 'grid', gap: 1.25, gridAutoFlow: 'column', gridAutoColumns: { xs: 'minmax(240px, 1fr)', sm: 'minmax(156px, 1fr)' },
        gridTemplateRows: 'minmax(0, 1fr)', overflowX: 'auto', scrollSnapType: 'x proximity', '@media print': { gridTemplateRows: 'auto', gridAutoColumns: 'minmax(0, 1fr)' }, ...(drag.card && { cursor: 'grabbing' }),
      }}
    >
      {lanes.map(({ status, cards, count }, at) => (
        <BoardLane
          key={status} lane={status} count={count} limit={limitOf(status, boards)} hint={status === 'COMPLETED' ? t('kanban.board.completedHint') : undefined}
          drop={dropAct(status)} dropLabel={dropLabel(status)} isOver={drag.over === status} isEmpty={shown[at]!.length === 0 && (status !== 'PENDING' || planned.count === 0)}
          foot={
            <>
              <MoreCards cards={cards} count={count} />
              {status === 'PENDING' && (
                <PlannedFold count={planned.count} isOpen={isPlannedOpen} onToggle={() => setPlannedOpen(!isPlannedOpen)}>{planned.cards.map(cardOf)}</PlannedFold>
              )}
            </>
          }
        >
          {cards.map(cardOf)}
        </BoardLane>
      ))}
      {drag.card && <Lifted card={drag.card} ghostRef={drag.ghostRef} showsSection={showsSection} />}
      {drag.card && dropAct('CANCELLED') !== null && <CancelZone isOver={drag.over === 'CANCELLED'} label={acts.label('cancel', drag.card)} />}
    </Box>
  )
}

/** A card that moved to another lane is another element: whoever was on it stays on it, also when a dialog over it closes. */
function useKeptFocus(current: string | undefined, elements: RefObject<ReadonlyMap<string, HTMLElement>>, cards: readonly Card[], isAsking: boolean): void {
  const hadFocus = useRef(false)
  const places = cards.map(({ id, status }) => `${id} ${status}`).join()
  useEffect(() => {
    // The dialog gives the focus back first, to an element that may be gone.
    const timer = setTimeout(() => {
      if (hadFocus.current && document.activeElement === document.body && current !== undefined) elements.current.get(current)?.focus()
    })
    return () => clearTimeout(timer)
  }, [places, current, elements, isAsking])
  useEffect(() => {
    const note = (event: FocusEvent) => {
      if (event.target instanceof Element && !isInDialog(event.target)) hadFocus.current = event.target.closest('[data-card]') !== null
    }
    addEventListener('focusin', note)
    return () => removeEventListener('focusin', note)
  }, [])
}

/** Limits are a board's own: over several boards together there is none. */
function limitOf(lane: ShownLane, boards: readonly Board[]): number | undefined {
  const [board, another] = boards
  if (!board || another) return undefined
  return { PENDING: board.maximumPending, IN_PROGRESS: board.maximumInProgress, APPROVED: undefined, COMPLETED: undefined }[lane]
}

function MoreCards({ cards, count }: LaneCards): ReactNode {
  const t = useText()
  if (count <= cards.length) return null
  return <Typography variant="body2" sx={{ textAlign: 'center', py: 1 }}><Link to={cardsPath}>{t('kanban.board.more', { count: count - cards.length })}</Link></Typography>
}

/** The card in the hand. */
function Lifted({ card, ghostRef, showsSection }: { readonly card: Card; ghostRef(element: HTMLElement | null): void; readonly showsSection: boolean }): ReactNode {
  return (
    <Box ref={ghostRef} aria-hidden sx={{ position: 'fixed', insetInlineStart: 0, top: 0, zIndex: 'tooltip', pointerEvents: 'none', width: 0, height: 0 }}>
      <Box sx={{ width: 220, translate: '-50% -28px', rotate: '2deg', bgcolor: 'background.paper', border: 2, borderColor: 'primary.main', borderRadius: 2, p: 1.25, display: 'grid', gap: 0.75, boxShadow: '0 12px 32px rgb(9 30 35 / 28%)' }}>
        <CardFace card={card} showsSection={showsSection} />
      </Box>
    </Box>
  )
}

function CancelZone({ isOver, label }: { readonly isOver: boolean; readonly label: string }): ReactNode {
  return (
    <Box
      {...{ [laneAttribute]: 'CANCELLED' }}
      sx={{
        position: 'fixed', insetInline: 0, bottom: 40, mx: 'auto', width: 'min(420px, 80%)', py: 2.5, zIndex: 'modal', textAlign: 'center', fontWeight: 700, borderRadius: 3, border: 2, borderStyle: 'dashed',
        borderColor: 'error.main', color: isOver ? 'error.contrastText' : 'error.main', bgcolor: isOver ? 'error.main' : 'tint.error',
      }}
    >
      {label}
    </Box>
  )
}
