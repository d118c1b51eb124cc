import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink, useNavigate } from 'react-router'
import type { SalesLine, SalesOrder } from '../../shared/planning/sales-orders.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay, useUser } from '../core/session.ts'
import { OrderForm, type OrderedByBuyer } from './order-form.tsx'
import { manufacturingOrderPath } from './paths.ts'

/** The articles of an order that is no draft any more, each with the order by which it is made. */
export function SalesLineTable({ order, lines }: { readonly order: SalesOrder; readonly lines: readonly SalesLine[] }): ReactNode {
  const t = useText()
  const may = useMay()
  const navigate = useNavigate()
  const { decimal, money, price } = useFormats()
  const { canSeeCost } = useUser()
  const [making, setMaking] = useState<OrderedByBuyer>()
  const mayMake = order.status === 'CONFIRMED' && may('process.createManufacturingOrder')
  if (lines.length === 0) return <Section title={t('planning.sales.lines')}><EmptyState title={t('planning.sales.noLines')} /></Section>
  function made(line: SalesLine): ReactNode {
    if (line.productionId !== null) return <Link component={RouterLink} to={manufacturingOrderPath(line.productionId)}>{line.productionNumber}</Link>
    const ordered = mayMake ? orderedBy(order, line) : undefined
    return ordered ? <Button size="small" onClick={() => setMaking(ordered)}>{t('planning.sales.make')}</Button> : t('planning.sales.notMade')
  }
  const costHead = canSeeCost ? [t('planning.fields.unitPrice'), t('planning.fields.amount')] : []
  const count = t('planning.sales.lineCount', { count: lines.length })
  return (
    <Section title={t('planning.sales.lines')} hint={count}>
      <PlainTable
        label={count} head={[t('planning.fields.item'), t('planning.fields.quantity'), ...costHead, { words: t('planning.fields.week') }, { words: t('planning.fields.destination') }, { words: t('planning.sales.made') }]}
        rows={lines.map(line => ({
          key: line.id,
          cells: [
            <span key="item"><b>{line.itemCode}</b> {line.itemName}{line.notes === '' ? '' : ` · ${line.notes}`}</span>, `${decimal(line.quantity, line.unitPlaces)}\u00a0${line.unitCode}`,
            ...(canSeeCost ? [line.unitPrice == null ? '–' : price(line.unitPrice), line.amount == null ? '–' : money(line.amount)] : []),
            line.week ?? '–', line.destination === null ? '–' : t(`planning.destinations.${line.destination}`), made(line),
          ],
        }))}
      />
      {making && <OrderForm buyer={making} onSaved={({ id }) => void navigate(manufacturingOrderPath(id))} onClose={() => setMaking(undefined)} />}
    </Section>
  )
}

/** What makes a line, once a buyer's order locks it. */
function orderedBy(order: SalesOrder, { buyerOrderId, itemId, itemCode, itemName, quantity, week, destination }: SalesLine): OrderedByBuyer | undefined {
  if (buyerOrderId === null) return undefined
  return { id: buyerOrderId, number: order.number, partnerName: order.partnerName, articleId: itemId, articleCode: itemCode, articleName: itemName, quantity, week, destination, shipDay: order.shipDay }
}
