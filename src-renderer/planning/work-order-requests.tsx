import Link from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { WorkOrderRequest } from '../../shared/warehouse/work-orders.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { recordPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'

/** Where the words of their states stand. */
const statuses = {
  kanbanCard: 'kanban.statuses', requisition: 'warehouse.requisitions.statuses', stockDocument: 'warehouse.documents.statuses',
} as const satisfies Record<WorkOrderRequest['entity'], string>

/** The cards, requisitions and documents that name it; nothing where none does. */
export function WorkOrderRequests({ workOrderId }: { readonly workOrderId: string }): ReactNode {
  const t = useText()
  const isSeen = useMay()('warehouse.view')
  const { decimal } = useFormats()
  const { data = [] } = useLive(useApi().warehouse.listWorkOrderRequests, { workOrderId }, { enabled: isSeen })
  const sized = ({ unitCode, unitPlaces }: WorkOrderRequest, quantity: Decimal) => `${decimal(quantity, unitPlaces)}\u00a0${unitCode}`
  if (data.length === 0) return null
  return (
    <Section title={t('planning.work.requests')}>
      <PlainTable
        label={t('planning.work.requests')}
        head={[
          t('planning.fields.number'), { prose: t('warehouse.fields.item') }, t('planning.work.asked'), t('planning.work.given'),
          { words: t('planning.fields.status') },
        ]}
        rows={data.map((one, at) => ({
          key: `${one.id} ${at}`,
          cells: [
            <Link key="number" component={RouterLink} to={recordPath(one.entity, one.id) ?? ''}>{one.number}</Link>,
            <span key="item"><b>{one.itemCode}</b> {one.itemName}</span>,
            sized(one, one.quantity), sized(one, one.delivered), textOf(`${statuses[one.entity]}.${one.status}`) ?? '',
          ],
        }))}
      />
    </Section>
  )
}
