import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import type { PointerEvent, ReactNode } from 'react'
import { isPositive } from '../../shared/core/decimal.ts'
import type { Card } from '../../shared/kanban/cards.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { notPrinted } from '../theme/print.ts'
import type { CardActs, ShownAct } from './card-acts.tsx'
import { AutomaticChip, PriorityChip } from './card-chips.tsx'
import { useCardWords, type Urgency } from './card-words.ts'
import { useMinute } from '../core/minute.ts'

export interface BoardCardProps {
  readonly card: Card
  readonly acts: CardActs
  /** Whose card it is, where several sections stand together. */
  readonly showsSection: boolean
  /** The one card of its lane that Tab reaches; the arrows go on from there. */
  readonly isStop: boolean
  readonly isBusy: boolean
  readonly isLifted: boolean
  cardRef(element: HTMLElement | null): void
  onFocus(): void
  onOpen(): void
  onGrip(event: PointerEvent<HTMLElement>): void
}

/** What is done with a card straight from the board, the usual one first. */
const quickActs: readonly ShownAct[] = ['approve', 'fulfil', 'start']
const needColors: Readonly<Record<Urgency, string>> = { late: 'error.main', soon: 'warning.main', later: 'text.secondary' }

/** A card on the board: what, how much, for whom, until when; a mark for what is urgent and how far it has come. */
export function BoardCard({ card, acts, showsSection, isStop, isBusy, isLifted, cardRef, onFocus, onOpen, onGrip }: BoardCardProps): ReactNode {
  const t = useText()
  const { relative } = useFormats()
  const { label } = useCardWords()
  useMinute()
  const possible = acts.possible(card)
  const quick = quickActs.filter(act => possible.includes(act))
  const isUrgent = card.priority === 'URGENT' && card.status !== 'COMPLETED'
  return (
    <Box component="li" sx={{ listStyle: 'none' }}>
      <Box
        ref={cardRef} role="group" aria-label={label(card)} aria-busy={isBusy} tabIndex={isStop ? 0 : -1} data-card={card.id}
        onFocus={onFocus} onClick={event => !(event.target as Element).closest('button') && onOpen()} onPointerDown={onGrip}
        sx={{
          bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2, p: 1.25, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 0.5, cursor: 'pointer', userSelect: 'none', touchAction: 'pan-y',
          WebkitTouchCallout: 'none', transition: 'opacity 120ms, box-shadow 120ms', '&:hover': { boxShadow: '0 2px 8px rgb(9 30 35 / 12%)' },
          '&:focus-visible': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: 1 },
          ...(isUrgent && urgent), ...((isBusy || isLifted) && { opacity: 0.45 }),
        }}
      >
        <CardFace card={card} showsSection={showsSection} />
        <Typography component="div" variant="caption" sx={{ color: 'text.secondary', display: 'flex', flexWrap: 'wrap', columnGap: 1, justifyContent: 'space-between' }}>
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{card.number}</Box>
          <time dateTime={card.createdAt} title={t('kanban.card.age', { age: relative(card.createdAt) })}>{relative(card.createdAt)}</time>
        </Typography>
        {quick.length > 0 && (
          <Box sx={{ ...notPrinted, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
            {quick.map((act, at) => (
              <Button
                key={act} size="small" variant={at === 0 ? 'contained' : 'outlined'} tabIndex={isStop ? 0 : -1} disabled={isBusy} onClick={() => acts.run(act, card)}
                sx={{ flex: '1 1 auto', minWidth: 0 }}
              >
                {acts.label(act, card)}
              </Button>
            ))}
          </Box>
        )}
      </Box>
    </Box>
  )
}

/** What can be read from two steps away. */
export function CardFace({ card, showsSection }: { readonly card: Card; readonly showsSection: boolean }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const { need, progress } = useCardWords()
  const { text, urgency } = need(card)
  const isDone = card.status === 'COMPLETED'
  const hasMarks = card.priority !== 'NORMAL' || card.isAutomatic
  return (
    <>
      {(showsSection || hasMarks) && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
          {showsSection && <Typography variant="body2" sx={{ fontWeight: 600, mr: 'auto', color: 'text.secondary' }}>{card.sectionName}</Typography>}
          {card.isAutomatic && <AutomaticChip reorderPoint={card.reorderPoint} unitCode={card.unitCode} />}
          {card.priority !== 'NORMAL' && <PriorityChip priority={card.priority} />}
        </Box>
      )}
      <Typography variant="body2" sx={{ fontWeight: 600, lineHeight: 1.3, overflowWrap: 'anywhere' }}>{card.itemName}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1 }}>
        <Typography component="span" sx={{ fontSize: '1.375rem', fontWeight: 700, lineHeight: 1.15, fontVariantNumeric: 'tabular-nums' }}>
          {decimal(card.quantity)} <Box component="small" sx={{ fontSize: '0.875rem', fontWeight: 600, color: 'text.secondary' }}>{card.unitCode}</Box>
        </Typography>
        {!isDone && <Typography component="span" variant="body2" sx={{ ml: 'auto', fontWeight: 600, color: needColors[urgency] }}>{text}</Typography>}
      </Box>
      {isPositive(card.fulfilled) && !isDone && (
        <Box>
          <LinearProgress variant="determinate" value={Math.floor((card.fulfilled / card.quantity) * 100)} aria-label={t('kanban.fields.fulfilled')} sx={{ height: 6, borderRadius: 3 }} />
          <Typography variant="caption" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{progress(card)}</Typography>
        </Box>
      )}
    </>
  )
}

/** Seen from the other end of the hall; still for those who do not want things to move. */
const urgent = {
  borderColor: 'error.main', borderWidth: 2, p: '9px',
  '@keyframes urgent': { '0%, 100%': { boxShadow: '0 0 0 0 transparent' }, '50%': { boxShadow: '0 0 0 4px color-mix(in srgb, var(--lantai-palette-error-main) 35%, transparent)' } },
  animation: 'urgent 1.6s ease-in-out infinite',
  '@media (prefers-reduced-motion: reduce)': { animation: 'none', boxShadow: '0 0 0 3px color-mix(in srgb, var(--lantai-palette-error-main) 25%, transparent)' },
} as const
