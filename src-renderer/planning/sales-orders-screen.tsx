import Sell from '@mui/icons-material/SellOutlined'
import type { ReactNode } from 'react'
import { salesStatuses } from '../../shared/planning/rules.ts'
import type { SalesOrder } from '../../shared/planning/sales-orders.ts'
import { referenceFilter } from '../components/browse-filters.tsx'
import { ListScreen } from '../components/list-screen.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useMay, useUser } from '../core/session.ts'
import { DueDay, SalesStatusChip } from './looks.tsx'
import { salesOrderPath } from './paths.ts'
import { SalesForm } from './sales-form.tsx'
import { useArticleSource, useBuyerSource } from './sources.ts'

/** What buyers have ordered, also what is long closed. */
export function SalesOrdersScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { day, money } = useFormats()
  const { canSeeCost } = useUser()
  const [buyers, articles] = [useBuyerSource(), useArticleSource()]
  return (
    <ListScreen
      name="planning.salesOrders" title={t('planning.sales.title')} call={api.planning.listSalesOrders} pathOf={({ id }) => salesOrderPath(id)}
      columns={[
        { name: 'number', label: t('planning.fields.number'), sorts: true, width: 150, value: order => <b>{order.number}</b> },
        { name: 'status', label: t('planning.fields.status'), sorts: true, width: 140, value: order => <SalesStatusChip status={order.status} /> },
        { name: 'partnerName', label: t('planning.fields.partner'), sorts: true, grow: 3, minWidth: 180, value: order => order.partnerName },
        { name: 'buyerNumber', label: t('planning.fields.buyerNumber'), sorts: true, grow: 1, minWidth: 140, yields: true, value: order => order.buyerNumber },
        { name: 'shipDay', label: t('planning.fields.shipDay'), sorts: true, width: 160, value: order => <DueDay day={order.shipDay} isOpen={order.status === 'CONFIRMED'} /> },
        { name: 'made', label: t('planning.sales.made'), width: 170, yields: true, value: order => t('planning.sales.madeOf', { made: order.madeLines, count: order.lineCount }) },
        { name: 'orderDay', label: t('planning.fields.orderDay'), sorts: true, width: 130, isHidden: true, value: order => day(order.orderDay) },
        ...(canSeeCost ? [{ name: 'total', label: t('planning.fields.total'), sorts: true, kind: 'number', width: 150, yields: true, value: (order: SalesOrder) => (order.total === undefined ? '' : money(order.total)) } as const] : []),
        { name: 'notes', label: t('planning.fields.notes'), width: 200, isHidden: true, value: order => order.notes },
      ]}
      filters={[
        { kind: 'enum', name: 'status', label: t('planning.fields.status'), isMultiple: true, options: salesStatuses.map(value => ({ value, label: t(`planning.salesStatuses.${value}`) })) },
        referenceFilter<ListQuery, 'partnerId'>({ name: 'partnerId', label: t('planning.fields.partner'), source: buyers }),
        referenceFilter<ListQuery, 'itemId'>({ name: 'itemId', label: t('planning.fields.article'), source: articles }),
        { kind: 'days', from: 'shipFrom', to: 'shipTo', label: t('planning.sales.ships') },
      ]}
      empty={{ icon: Sell, title: t('planning.sales.empty'), hint: t('planning.sales.emptyHint') }}
      adds={{ label: t('planning.sales.add'), isAllowed: may('planning.create'), form: props => <SalesForm {...props} /> }}
    />
  )
}
