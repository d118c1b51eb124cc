import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { decimalText, isPositive, type Decimal } from '../../shared/core/decimal.ts'
import type { FlowEntry, LedgerDay } from '../../shared/ledger/contract.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { recordPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'

interface Row { readonly key: string; readonly what: ReactNode; readonly how: string; readonly quantity: Decimal }

/** The rows behind one figure. */
function Rows({ label, rows, nothing }: { readonly label: string; readonly rows: readonly Row[]; readonly nothing: string }): ReactNode {
  const t = useText()
  const { plain } = useFormats()
  if (rows.length === 0) return <Box sx={{ px: 2, py: 1.25, color: 'text.secondary' }}>{nothing}</Box>
  return (
    <PlainTable
      label={label} head={[{ prose: t('ledger.day.what') }, { prose: t('ledger.day.how') }, t('ledger.fields.quantity')]}
      rows={rows.map(({ key, what, how, quantity }) => ({ key, cells: [what, <Box key="how" component="span" sx={{ color: 'text.secondary' }}>{how}</Box>, plain(decimalText(quantity))] }))}
    />
  )
}

export function InflowRows({ entries }: { readonly entries: readonly FlowEntry[] }): ReactNode {
  const t = useText()
  return <Rows label={t('ledger.fields.received')} rows={useFlowRows(entries, 'receivedFrom')} nothing={t('ledger.day.noInflow')} />
}

export function OutflowRows({ entries }: { readonly entries: readonly FlowEntry[] }): ReactNode {
  const t = useText()
  return <Rows label={t('ledger.day.onward')} rows={useFlowRows(entries, 'reaches')} nothing={t('ledger.day.noOnward')} />
}

/** What came by the flow in so many days, or by a slip with a way to it. */
function useFlowRows(entries: readonly FlowEntry[], words: 'receivedFrom' | 'reaches'): readonly Row[] {
  const t = useText()
  const { day, plain } = useFormats()
  const lead = useLead()
  return entries.map(({ sectionId, sectionName, day: on, leadDays, quantity, slip }) => ({
    key: slip?.id ?? `${sectionId}/${on}`, what: slip ? <MuiLink component={Link} to={recordPath('transfer', slip.id) ?? ''}>{slip.number}</MuiLink> : t(`ledger.day.${words}`, { section: sectionName, day: day(on) }),
    how: slip
      ? [t(words === 'receivedFrom' ? 'ledger.day.bySlipFrom' : 'ledger.day.bySlipTo', { section: sectionName }), isPositive(slip.cameBefore) && t('ledger.day.cameBefore', { quantity: plain(decimalText(slip.cameBefore)) })].filter(Boolean).join(' · ')
      : lead(leadDays),
    quantity,
  }))
}

export function OutputRows({ entries }: { readonly entries: LedgerDay['outputs'] }): ReactNode {
  const t = useText()
  return <Rows label={t('ledger.day.outputs')} rows={useMadeRows(entries)} nothing={t('ledger.day.noOutput')} />
}

export function RejectRows({ entries }: { readonly entries: LedgerDay['rejects'] }): ReactNode {
  const t = useText()
  return <Rows label={t('ledger.day.rejects')} rows={useMadeRows(entries)} nothing={t('ledger.day.noRejects')} />
}

/** What workers or work orders said, these with a way to them. */
function useMadeRows(entries: LedgerDay['outputs']): readonly Row[] {
  const by = useBy()
  return entries.map(({ kind, id, label, quantity, enteredByName }) => ({
    key: id, quantity, how: by(enteredByName), what: kind === 'WORK_ORDER' ? <MuiLink component={Link} to={recordPath('workOrder', id) ?? ''}>{label}</MuiLink> : label,
  }))
}

export function ReceiptRows({ entries }: { readonly entries: LedgerDay['receipts'] }): ReactNode {
  const t = useText()
  const by = useBy()
  const rows = entries.map(({ id, notes, isCount, quantity, enteredByName, changedByName }) => ({ key: id, what: [isCount && t('ledger.receiptGrid.counted'), notes].filter(Boolean).join(' · ') || t('ledger.day.receipts'), how: by(changedByName ?? enteredByName), quantity }))
  return <Rows label={t('ledger.day.receipts')} rows={rows} nothing={t('ledger.day.noReceipts')} />
}

export function WasteRows({ entries }: { readonly entries: LedgerDay['waste'] }): ReactNode {
  const t = useText()
  const by = useBy()
  const rows = entries.map(({ id, wasteReasonName, notes, quantity, enteredByName, changedByName }) => ({
    key: id, what: wasteReasonName, how: [notes, by(changedByName ?? enteredByName)].filter(Boolean).join(' · '), quantity,
  }))
  return <Rows label={t('ledger.day.waste')} rows={rows} nothing={t('ledger.day.noWaste')} />
}

function useBy(): (name: string) => string {
  const t = useText()
  const person = usePersonName()
  return name => t('ledger.day.by', { name: person(name) })
}

function useLead(): (days: number) => string {
  const t = useText()
  const { integer } = useFormats()
  return days => (days === 0 ? t('ledger.day.arrivesNow') : t('ledger.day.arrives', { count: days, shown: integer(days) }))
}
