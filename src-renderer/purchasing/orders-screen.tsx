import ListAlt from '@mui/icons-material/ReceiptLongOutlined'
import type { ReactNode } from 'react'
import type { PurchaseOrder } from '../../shared/purchasing/orders.ts'
import { orderKinds, orderStatuses } from '../../shared/purchasing/rules.ts'
import { ListScreen } from '../components/list-screen.tsx'
import { referenceFilter } from '../components/browse-filters.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useMay, useUser } from '../core/session.ts'
import { OrderForm } from './order-form.tsx'
import { DueText, OrderStatusChip } from './order-looks.tsx'
import { orderPath } from './paths.ts'
import { useVendorSource } from './sources.ts'

/** All orders, also those long done. */
export function OrdersScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { day, money } = useFormats()
  const { canSeeCost } = useUser()
  const vendors = useVendorSource()
  return (
    <ListScreen
      name="purchasing.orders" title={t('purchasing.orders.title')} call={api.purchasing.listOrders} pathOf={({ id }) => orderPath(id)}
      columns={[
        { name: 'number', label: t('purchasing.fields.number'), sorts: true, width: 150, value: order => <b>{order.number}</b> },
        { name: 'status', label: t('purchasing.fields.status'), sorts: true, width: 196, value: order => <OrderStatusChip status={order.status} /> },
        { name: 'kind', label: t('purchasing.fields.kind'), sorts: true, width: 110, yields: true, value: order => t(`purchasing.kinds.${order.kind}`) },
        { name: 'partnerName', label: t('purchasing.fields.partner'), sorts: true, grow: 3, minWidth: 180, value: order => order.partnerName },
        { name: 'articleCode', label: t('purchasing.fields.article'), sorts: true, grow: 2, minWidth: 130, yields: true, value: order => order.articleName ?? '' },
        { name: 'lines', label: t('purchasing.fields.received'), width: 130, yields: true, value: order => t('purchasing.orders.lines', { full: order.fullLines, count: order.lineCount }) },
        { name: 'expectedDay', label: t('purchasing.fields.expectedDay'), sorts: true, width: 160, value: order => <DueText {...order} /> },
        { name: 'orderDay', label: t('purchasing.fields.orderDay'), sorts: true, width: 120, isHidden: true, value: order => day(order.orderDay) },
        ...(canSeeCost ? [{ name: 'total', label: t('purchasing.fields.total'), sorts: true, kind: 'number', width: 150, value: (order: PurchaseOrder) => (order.total === undefined ? '' : money(order.total)) } as const] : []),
        { name: 'week', label: t('purchasing.fields.week'), width: 100, isHidden: true, value: order => order.week ?? '' },
        { name: 'notes', label: t('purchasing.fields.notes'), width: 200, isHidden: true, value: order => order.notes },
      ]}
      filters={[
        { kind: 'enum', name: 'status', label: t('purchasing.fields.status'), isMultiple: true, options: orderStatuses.map(value => ({ value, label: t(`purchasing.statuses.${value}`) })) },
        { kind: 'enum', name: 'kind', label: t('purchasing.fields.kind'), isMultiple: true, options: orderKinds.map(value => ({ value, label: t(`purchasing.kinds.${value}`) })) },
        referenceFilter<ListQuery, 'partnerId'>({ name: 'partnerId', label: t('purchasing.fields.partner'), source: vendors }),
        { kind: 'days', from: 'expectedFrom', to: 'expectedTo', label: t('purchasing.orders.expected') },
        { kind: 'boolean', name: 'isLate', label: t('purchasing.orders.late'), no: t('purchasing.orders.notLate') },
      ]}
      empty={{ icon: ListAlt, title: t('purchasing.orders.empty'), hint: t('purchasing.orders.emptyHint') }}
      adds={{ label: t('purchasing.orders.add'), isAllowed: may('purchasing.create'), form: props => <OrderForm {...props} /> }}
    />
  )
}
