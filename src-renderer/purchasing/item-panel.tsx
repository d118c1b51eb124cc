import ListAlt from '@mui/icons-material/ReceiptLongOutlined'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { ItemOrder } from '../../shared/purchasing/item-orders.ts'
import { restOf } from '../../shared/purchasing/rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ItemPanel } from '../core/item-panels.ts'
import { useUser } from '../core/session.ts'
import { DueText, OrderStatusChip } from './order-looks.tsx'
import { orderPath } from './paths.ts'

/** What of one item is on order, and of whom it was bought at what price before. */
function ItemOrders({ itemId }: { readonly itemId: string }): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { day, decimal, price } = useFormats()
  const { canSeeCost } = useUser()
  return (
    <BrowseTable
      name="purchasing.ofItem" title={t('purchasing.ofItem.title')} call={api.purchasing.listItemOrders} fixed={{ filter: { itemId } }} canSearch={false} onOpen={({ orderId }) => void navigate(orderPath(orderId))}
      columns={[
        { name: 'number', label: t('purchasing.fields.number'), sorts: true, width: 140, value: line => <b>{line.number}</b> },
        { name: 'partnerName', label: t('purchasing.fields.partner'), sorts: true, grow: 1, minWidth: 150, value: line => line.partnerName },
        { name: 'orderDay', label: t('purchasing.fields.orderDay'), sorts: true, width: 124, yields: true, value: line => day(line.orderDay) },
        { name: 'expectedDay', label: t('purchasing.fields.expectedDay'), sorts: true, width: 168, value: line => (line.isOpen ? <DueText {...line} /> : day(line.expectedDay)) },
        { name: 'quantity', label: t('purchasing.fields.quantity'), kind: 'number', width: 124, value: line => `${decimal(line.quantity, line.unitPlaces)}\u00a0${line.unitCode}` },
        { name: 'rest', label: t('purchasing.fields.rest'), kind: 'number', width: 124, value: line => (line.isOpen ? <b>{`${decimal(restOf(line), line.unitPlaces)}\u00a0${line.unitCode}`}</b> : '–') },
        ...(canSeeCost ? [{ name: 'unitPrice', label: t('purchasing.fields.unitPrice'), kind: 'number' as const, width: 124, value: (line: ItemOrder) => (line.unitPrice == null ? '–' : price(line.unitPrice)) }] : []),
        { name: 'status', label: t('purchasing.fields.status'), width: 180, yields: true, value: line => <OrderStatusChip status={line.status} /> },
      ]}
      filters={[{ kind: 'boolean', name: 'isOpen', label: t('purchasing.fields.rest'), yes: t('purchasing.ofItem.open'), no: t('purchasing.ofItem.past') }]}
      empty={<EmptyState icon={<ListAlt />} title={t('purchasing.ofItem.empty')} hint={t('purchasing.ofItem.emptyHint')} />}
    />
  )
}

export const purchasingItemPanels: readonly ItemPanel[] = [{ name: 'orders', title: 'purchasing.ofItem.title', permission: 'warehouse.view', component: ItemOrders }]
