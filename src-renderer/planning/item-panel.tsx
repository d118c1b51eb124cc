import PrecisionManufacturing from '@mui/icons-material/PrecisionManufacturingOutlined'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ItemPanel } from '../core/item-panels.ts'
import { DueDay, ManufacturingStatusChip } from './looks.tsx'
import { isOpenOrder } from './open-order.ts'
import { manufacturingOrderPath } from './paths.ts'

/** The orders that make an article, or made it. */
function ItemOrders({ itemId }: { readonly itemId: string }): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { decimal } = useFormats()
  return (
    <BrowseTable
      name="planning.ofArticle" title={t('planning.orders.ofArticle')} call={api.planning.listManufacturingOrders} fixed={{ filter: { articleId: itemId, kind: 'PRODUCTION' } }} canSearch={false}
      onOpen={({ id }) => void navigate(manufacturingOrderPath(id))}
      columns={[
        { name: 'number', label: t('planning.fields.number'), sorts: true, width: 150, value: order => <b>{order.number}</b> },
        { name: 'status', label: t('planning.fields.status'), sorts: true, width: 150, value: order => <ManufacturingStatusChip status={order.status} /> },
        { name: 'quantity', label: t('planning.fields.quantity'), sorts: true, kind: 'number', width: 120, value: order => `${decimal(order.quantity)}\u00a0${order.unitCode}` },
        { name: 'partnerName', label: t('planning.fields.partner'), grow: 1, minWidth: 140, yields: true, value: order => order.partnerName ?? '' },
        { name: 'shipDay', label: t('planning.fields.shipDay'), sorts: true, width: 160, value: order => <DueDay day={order.shipDay} isOpen={isOpenOrder(order.status)} /> },
      ]}
      empty={<EmptyState icon={<PrecisionManufacturing />} title={t('planning.orders.ofArticleEmpty')} hint={t('planning.orders.ofArticleHint')} />}
    />
  )
}

export const planningItemPanels: readonly ItemPanel[] = [{ name: 'production', title: 'planning.orders.ofArticle', permission: 'planning.view', component: ItemOrders }]
