import type { ReactNode } from 'react'
import { isPositive } from '../../shared/core/decimal.ts'
import type { OrderLine } from '../../shared/purchasing/orders.ts'
import { restOf } from '../../shared/purchasing/rules.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'

/** The goods of an order that is no draft any more, with what has come of each. */
export function LineTable({ lines }: { readonly lines: readonly OrderLine[] }): ReactNode {
  const t = useText()
  const { decimal, day, money, price } = useFormats()
  const { canSeeCost } = useUser()
  if (lines.length === 0) return <Section title={t('purchasing.order.goods')}><EmptyState title={t('purchasing.order.noLines')} /></Section>
  const costHead = canSeeCost ? [t('purchasing.fields.unitPrice'), t('purchasing.fields.amount')] : []
  const rows = lines.map(line => {
    const rest = restOf(line)
    const cost = canSeeCost ? [line.unitPrice === undefined || line.unitPrice === null ? '–' : price(line.unitPrice), line.amount === undefined || line.amount === null ? '–' : money(line.amount)] : []
    return {
      key: line.id,
      cells: [
        <span key="item"><b>{line.itemCode}</b> {line.itemName}{line.notes === '' ? '' : ` · ${line.notes}`}</span>, `${decimal(line.quantity)} ${line.unitCode}`, ...cost, line.neededDay === null ? '–' : day(line.neededDay),
        `${decimal(line.received)} ${line.unitCode}`, isPositive(rest) ? `${decimal(rest)} ${line.unitCode}` : <StatusChip key="rest" tone="good" label={t('purchasing.receiving.complete')} />,
      ],
    }
  })
  return (
    <Section title={t('purchasing.order.goods')} hint={t('purchasing.order.lineCount', { count: lines.length })}>
      <PlainTable
        label={t('purchasing.order.lineCount', { count: lines.length })} rows={rows}
        head={[t('purchasing.fields.item'), t('purchasing.fields.quantity'), ...costHead, { words: t('purchasing.fields.neededDay') }, t('purchasing.fields.received'), t('purchasing.fields.rest')]}
      />
    </Section>
  )
}
