import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { CardAct, CardStatus } from '../../shared/kanban/rules.ts'
import { useText } from '../core/i18n.ts'
import { laneAttribute } from './card-drag.ts'

/** What dropping the card in the hand here would do: nothing while no card is lifted, `null` where it cannot go. */
export type DropAct = CardAct | null | undefined

export interface BoardLaneProps {
  readonly lane: CardStatus
  readonly count: number
  /** The board's limit, where one board is shown and it has one. */
  readonly limit?: number | undefined
  readonly hint?: string | undefined
  readonly drop: DropAct
  readonly dropLabel: string
  readonly isOver: boolean
  readonly isEmpty: boolean
  readonly children: ReactNode
  readonly foot?: ReactNode
}

export function BoardLane({ lane, count, limit, hint, drop, dropLabel, isOver, isEmpty, children, foot }: BoardLaneProps): ReactNode {
  const t = useText()
  const status = t(`kanban.statuses.${lane}`)
  const isFull = limit !== undefined && count >= limit
  const isTarget = drop !== undefined && drop !== null
  return (
    <Box
      component="section" aria-label={t('kanban.board.lane', { status, count })} {...{ [laneAttribute]: lane }}
      sx={{
        display: 'flex', flexDirection: 'column', minHeight: 0, bgcolor: 'tint.header', border: 1, borderColor: 'divider', borderRadius: 2, position: 'relative',
        scrollSnapAlign: 'start', ...(drop === null && { '& > *:not([role=status])': { opacity: 0.55 } }), ...(isTarget && { borderColor: 'primary.main', borderStyle: 'dashed' }), ...(isTarget && isOver && { bgcolor: 'tint.primary', borderStyle: 'solid' }),
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', px: { xs: 1.25, sm: 0.75, md: 1.25 }, py: 1, flexWrap: 'wrap', columnGap: { xs: 1, sm: 0.5, md: 1 } }}>
        <Typography component="h2" variant="body2" sx={{ fontWeight: 700 }}>{status}</Typography>
        <Typography component="span" variant="body2" sx={{ fontWeight: 700, color: isFull ? 'error.main' : 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {limit === undefined ? count : t('kanban.board.limit', { count, maximum: limit })}
        </Typography>
        {hint !== undefined && <Typography component="span" variant="caption" sx={{ color: 'text.secondary', ml: 'auto' }}>{hint}</Typography>}
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', overscrollBehavior: 'contain', px: { xs: 1, sm: 0.5, md: 1 }, pb: 1 }}>
        <Box component="ul" aria-label={status} sx={laneList}>{children}</Box>
        {isEmpty && <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'center', py: 3 }}>{t('kanban.board.laneEmpty')}</Typography>}
        {foot}
      </Box>
      {isOver && drop !== undefined && (
        <Typography
          role="status" variant="body2"
          sx={{ position: 'absolute', insetInline: 8, top: 34, py: 0.75, borderRadius: 1, boxShadow: '0 2px 8px rgb(9 30 35 / 18%)', textAlign: 'center', fontWeight: 600, bgcolor: drop === null ? 'tint.error' : 'primary.main', color: drop === null ? 'error.main' : 'primary.contrastText' }}
        >
          {drop === null ? t('kanban.board.noDrop') : t('kanban.board.drop', { act: dropLabel })}
        </Typography>
      )}
    </Box>
  )
}

const laneList = { m: 0, p: 0.25, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 } as const

/** Planned cards wait under the lane they will come up in; folded, for nobody does anything with them. */
export function PlannedFold({ count, isOpen, onToggle, children }: { readonly count: number; readonly isOpen: boolean; onToggle(): void; readonly children: ReactNode }): ReactNode {
  const t = useText()
  if (count === 0) return null
  return (
    <Box sx={{ mt: 1.5, borderTop: 1, borderColor: 'divider', pt: 0.5 }}>
      <ButtonBase aria-expanded={isOpen} onClick={onToggle} sx={{ width: '100%', justifyContent: 'flex-start', gap: 0.5, py: 0.75, px: 0.5, borderRadius: 1, color: 'text.secondary', fontSize: '0.8125rem', fontWeight: 600, textAlign: 'left' }}>
        <ExpandMore aria-hidden sx={{ fontSize: 18, transform: isOpen ? 'rotate(180deg)' : 'none' }} />
        {t('kanban.board.planned', { count })}
      </ButtonBase>
      {isOpen && <Box component="ul" sx={laneList}>{children}</Box>}
    </Box>
  )
}
