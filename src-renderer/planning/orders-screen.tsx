import PrecisionManufacturing from '@mui/icons-material/PrecisionManufacturingOutlined'
import type { ReactNode } from 'react'
import { manufacturingKinds, manufacturingStatuses } from '../../shared/planning/rules.ts'
import { referenceFilter } from '../components/browse-filters.tsx'
import { ListScreen } from '../components/list-screen.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useMay } from '../core/session.ts'
import { DueDay, ManufacturingStatusChip, UrgentChip } from './looks.tsx'
import { isOpenOrder } from './open-order.ts'
import { OrderForm } from './order-form.tsx'
import { manufacturingOrderPath } from './paths.ts'
import { useArticleSource } from './sources.ts'

/** What is made, and what buyers have ordered of it. */
export function ManufacturingOrdersScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { day, decimal } = useFormats()
  const articles = useArticleSource()
  return (
    <ListScreen
      name="planning.orders" title={t('planning.orders.title')} call={api.planning.listManufacturingOrders} pathOf={({ id }) => manufacturingOrderPath(id)} start={{ filter: { kind: 'PRODUCTION' } }}
      columns={[
        { name: 'number', label: t('planning.fields.number'), sorts: true, width: 150, value: order => <b>{order.number}</b> },
        { name: 'status', label: t('planning.fields.status'), sorts: true, width: 150, value: order => <ManufacturingStatusChip status={order.status} /> },
        { name: 'articleName', label: t('planning.fields.article'), sorts: true, grow: 3, minWidth: 190, value: order => order.articleName },
        { name: 'quantity', label: t('planning.fields.quantity'), sorts: true, kind: 'number', width: 120, yields: true, value: order => `${decimal(order.quantity)}\u00a0${order.unitCode}` },
        { name: 'shipDay', label: t('planning.fields.shipDay'), sorts: true, width: 156, value: order => <DueDay day={order.shipDay} isOpen={isOpenOrder(order.status)} /> },
        { name: 'urgent', label: t('planning.fields.isUrgent'), width: 120, yields: true, value: order => order.isUrgent && <UrgentChip /> },
        { name: 'partnerName', label: t('planning.fields.partner'), grow: 2, minWidth: 140, yields: true, value: order => order.partnerName ?? '' },
        { name: 'week', label: t('planning.fields.week'), sorts: true, width: 104, yields: true, value: order => order.week ?? '' },
        { name: 'destination', label: t('planning.fields.destination'), width: 150, isHidden: true, value: order => (order.destination === null ? '' : t(`planning.destinations.${order.destination}`)) },
        { name: 'kind', label: t('planning.fields.kind'), width: 110, isHidden: true, value: order => t(`planning.kinds.${order.kind}`) },
        { name: 'articleCode', label: t('fields.code'), sorts: true, width: 130, isHidden: true, value: order => order.articleCode },
        { name: 'productionDay', label: t('planning.fields.productionDay'), sorts: true, width: 140, isHidden: true, value: order => day(order.productionDay) },
        { name: 'salesNumber', label: t('planning.fields.salesOrder'), width: 150, isHidden: true, value: order => order.salesNumber ?? '' },
        { name: 'fabricNumber', label: t('planning.fields.fabricOrder'), width: 150, isHidden: true, value: order => order.fabricNumber ?? '' },
        { name: 'labelNumber', label: t('planning.fields.labelOrder'), width: 150, isHidden: true, value: order => order.labelNumber ?? '' },
        { name: 'traceCode', label: t('planning.fields.traceCode'), width: 200, isHidden: true, value: order => order.traceCode ?? '' },
      ]}
      filters={[
        { kind: 'enum', name: 'status', label: t('planning.fields.status'), isMultiple: true, options: manufacturingStatuses.map(value => ({ value, label: t(`planning.statuses.${value}`) })) },
        { kind: 'enum', name: 'kind', label: t('planning.fields.kind'), options: manufacturingKinds.map(value => ({ value, label: t(`planning.kinds.${value}`) })) },
        { kind: 'boolean', name: 'isUrgent', label: t('planning.fields.isUrgent'), yes: t('planning.orders.urgent'), no: t('planning.orders.notUrgent') },
        referenceFilter<ListQuery, 'articleId'>({ name: 'articleId', label: t('planning.fields.article'), source: articles }),
        { kind: 'days', from: 'shipFrom', to: 'shipTo', label: t('planning.orders.ships') },
      ]}
      empty={{ icon: PrecisionManufacturing, title: t('planning.orders.empty'), hint: t('planning.orders.emptyHint') }}
      adds={{ label: t('planning.orders.add'), isAllowed: may('process.createManufacturingOrder'), form: props => <OrderForm {...props} /> }}
    />
  )
}
