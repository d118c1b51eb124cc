import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { compareDecimals, isPositive, subtractDecimals } from '../../shared/core/decimal.ts'
import type { CardDetail } from '../../shared/kanban/cards.ts'
import { restOf } from '../../shared/kanban/rules.ts'
import { WorkOrderLink } from '../components/work-order-link.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { usePersonName } from '../core/person-name.ts'
import { useCardWords } from './card-words.ts'

/** What was asked for, how far it is, who did what, and the stock on both ends. */
export function CardFacts({ detail: { card, workOrderNumber, supply, store, reserved, deliverable } }: { readonly detail: CardDetail }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const personName = usePersonName()
  const { amount, need, progress } = useCardWords()
  const rest = restOf(card)
  const isOpen = isPositive(rest) && card.status !== 'CANCELLED'
  const isShort = isOpen && compareDecimals(deliverable, rest) < 0
  const by = (name: string | null, at: string | null) => (name === null ? null : `${personName(name)}${at === null ? '' : `, ${instant(at, 'short')}`}`)
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box>
        <Typography sx={{ fontSize: '1.75rem', fontWeight: 700, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' }}>{amount(card.quantity, card)}</Typography>
        <LinearProgress variant="determinate" value={Math.floor((card.fulfilled / card.quantity) * 100)} aria-label={t('kanban.fields.fulfilled')} sx={{ height: 8, borderRadius: 4, my: 0.75 }} />
        <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{progress(card)}</Typography>
      </Box>
      {isShort && <Alert severity="warning">{t('kanban.card.short', { missing: amount(subtractDecimals(rest, deliverable), card).replace(` ${card.unitCode}`, ''), unit: card.unitCode })}</Alert>}
      <Facts
        rows={[
          [t('kanban.fields.itemCode'), card.itemCode],
          [t('kanban.fields.section'), card.sectionName],
          [t('kanban.fields.neededBy'), need(card).text],
          [t('kanban.fields.workOrderId'), workOrderNumber === null ? null : <WorkOrderLink key="workOrder" id={card.workOrderId} number={workOrderNumber} />],
          [t('kanban.fields.notes'), card.notes],
          [t('kanban.fields.requestedBy'), by(card.requestedByName, card.createdAt)],
          [t('kanban.fields.approvedBy'), by(card.approvedByName, card.approvedAt)],
          [t('kanban.fields.completedBy'), by(card.completedByName, card.completedAt)],
          [t('kanban.fields.cancelledBy'), by(card.cancelledByName, card.cancelledAt)],
          [t('kanban.fields.cancelReason'), card.cancelReason],
        ]}
      />
      <Box>
        <Typography component="h3" variant="overline" sx={{ color: 'text.secondary' }}>{t('kanban.card.stock')}</Typography>
        <Facts
          rows={[
            [`${t('kanban.fields.supply')} · ${supply.locationName}`, `${amount(supply.available, card)} / ${amount(supply.onHand, card)}`],
            [t('kanban.fields.reserved'), isPositive(reserved) ? amount(reserved, card) : null],
            [t('kanban.fields.deliverable'), isOpen ? amount(deliverable, card) : null],
            [`${t('kanban.fields.store')} · ${store.locationName}`, amount(store.onHand, card)],
          ]}
        />
      </Box>
    </Box>
  )
}

/** What is empty is left out. */
function Facts({ rows }: { readonly rows: readonly (readonly [label: string, value: ReactNode])[] }): ReactNode {
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(120px, auto) 1fr', columnGap: 2, rowGap: 0.75, fontSize: '0.875rem' }}>
      {rows.filter(([, value]) => value !== null && value !== '').map(([label, value]) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>{label}</Box>
          <Box component="dd" sx={{ m: 0, fontWeight: 550, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}>{value}</Box>
        </Box>
      ))}
    </Box>
  )
}
