import MoveToInbox from '@mui/icons-material/MoveToInboxOutlined'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { AwaitedOrder } from '../../shared/purchasing/receipts.ts'
import { orderKinds } from '../../shared/purchasing/rules.ts'
import { referenceFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useScan } from '../core/scans.ts'
import { DueText, OrderStatusChip } from './order-looks.tsx'
import { receivePath } from './paths.ts'
import { useVendorSource } from './sources.ts'

/** Whose goods are awaited: the number of an order is scanned or chosen, then its goods are taken in. */
export function ReceivingScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const vendors = useVendorSource()
  const open = ({ id }: Pick<AwaitedOrder, 'id'>) => void navigate(receivePath(id))
  useScan(async code => {
    const { rows } = await api.purchasing.listAwaited({ search: code, pageSize: 5 })
    const order = rows.find(({ number }) => number.toLowerCase() === code.toLowerCase())
    if (!order) return undefined
    open(order)
    return { isKnown: true, text: `${order.number} — ${order.partnerName}` }
  })
  return (
    <PageFrame title={t('purchasing.receiving.title')} fills subtitle={t('purchasing.receiving.hint')}>
      <BrowseTable
        name="purchasing.receiving" title={t('purchasing.receiving.title')} call={api.purchasing.listAwaited} onOpen={open}
        columns={[
          { name: 'number', label: t('purchasing.fields.number'), sorts: true, width: 150, value: order => <b>{order.number}</b> },
          { name: 'partnerName', label: t('purchasing.fields.partner'), sorts: true, grow: 3, minWidth: 180, value: order => order.partnerName },
          { name: 'expectedDay', label: t('purchasing.fields.expectedDay'), sorts: true, width: 170, value: order => <DueText {...order} /> },
          { name: 'kind', label: t('purchasing.fields.kind'), width: 110, yields: true, value: order => t(`purchasing.kinds.${order.kind}`) },
          { name: 'articleCode', label: t('purchasing.fields.article'), sorts: true, grow: 2, minWidth: 130, yields: true, value: order => order.articleName ?? '' },
          { name: 'lines', label: t('purchasing.fields.received'), width: 140, value: order => t('purchasing.orders.lines', { full: order.fullLines, count: order.lineCount }) },
          { name: 'status', label: t('purchasing.fields.status'), width: 196, yields: true, value: order => <OrderStatusChip status={order.status} /> },
        ]}
        filters={[
          referenceFilter<ListQuery, 'partnerId'>({ name: 'partnerId', label: t('purchasing.fields.partner'), source: vendors }),
          { kind: 'enum', name: 'kind', label: t('purchasing.fields.kind'), options: orderKinds.map(value => ({ value, label: t(`purchasing.kinds.${value}`) })) },
        ]}
        empty={<EmptyState icon={<MoveToInbox />} title={t('purchasing.receiving.empty')} hint={t('purchasing.receiving.emptyHint')} />}
      />
    </PageFrame>
  )
}
