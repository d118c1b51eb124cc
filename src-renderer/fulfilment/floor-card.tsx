import Bolt from '@mui/icons-material/BoltOutlined'
import PriorityHigh from '@mui/icons-material/PriorityHighOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMinute } from '../core/minute.ts'
import { useAmounts } from './amounts.ts'
import type { Queue } from './floor-queue.ts'

interface InvoiceCardProps {
  readonly invoice: Invoice
  /** Stands at the number: a box to tick. */
  readonly before?: ReactNode
  /** What else is to be known of it here. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly isChosen?: boolean
}

/** An invoice in the hand: which one, for whom, how much, how urgent, and since when it waits. */
export function InvoiceCard({ invoice, before, children, actions, isChosen = false }: InvoiceCardProps): ReactNode {
  const t = useText()
  const { relative } = useFormats()
  const amounts = useAmounts()
  useMinute()
  const { number, customerName, customerArea, lineCount, pieces, statusSince, holdReason } = invoice
  return (
    <Card
      variant="outlined"
      component="article"
      aria-label={number}
      sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1, ...(isChosen && { borderColor: 'primary.main', bgcolor: 'tint.primary' }) }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        {before}
        <Typography sx={{ fontWeight: 700, fontSize: '1.25rem', mr: 'auto' }}>{number}</Typography>
        <Urgency invoice={invoice} />
      </Box>
      <Typography sx={{ fontSize: '1.0625rem', overflowWrap: 'anywhere' }}>
        <b>{customerName}</b>
        {customerArea !== '' && ` · ${customerArea}`}
      </Typography>
      <Typography sx={{ fontSize: '1rem', color: 'text.secondary' }}>
        {amounts(lineCount, pieces)} · {relative(statusSince)}
      </Typography>
      {holdReason !== null && invoice.isOnHold && <StatusChip tone="warning" label={t('floor.card.held', { reason: holdReason })} />}
      {children}
      {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end', mt: 'auto' }}>{actions}</Box>}
    </Card>
  )
}

/** What is to be done before the rest. */
export function Urgency({ invoice: { isExpress, priority } }: Pick<InvoiceCardProps, 'invoice'>): ReactNode {
  const t = useText()
  return (
    <>
      {isExpress && <StatusChip tone="bad" icon={Bolt} label={t('fulfilment.fields.isExpress')} />}
      {priority === 'HIGH' && <StatusChip tone="warning" icon={PriorityHigh} label={t('floor.card.urgent')} />}
    </>
  )
}

export function CardGrid({ children }: { readonly children: ReactNode }): ReactNode {
  return <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))' }}>{children}</Box>
}

/** A queue shows its beginning: how many come after that is told, and they can be shown, or opened by their numbers. */
export function RestOfQueue({ queue: { invoices, count, more } }: { readonly queue: Pick<Queue, 'invoices' | 'count' | 'more'> }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const rest = count - (invoices?.length ?? count)
  if (rest <= 0) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'center', gap: 1.5, mt: 2, color: 'text.secondary' }}>
      <span>{t('floor.card.rest', { count: rest, formatted: integer(rest) })}</span>
      {more && (
        <Button variant="outlined" onClick={more}>
          {t('floor.card.more')}
        </Button>
      )}
    </Box>
  )
}
