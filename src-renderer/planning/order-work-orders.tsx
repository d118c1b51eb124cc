import Link from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { DueDay, WorkOrderStatusChip } from './looks.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { workOrderPath } from './paths.ts'

const mostShown = 200

/** The work orders of one manufacturing order, as far as the reader's sections go, in the order in which they are worked. */
export function OrderWorkOrders({ orderId }: { readonly orderId: string }): ReactNode {
  const t = useText()
  const { day, decimal } = useFormats()
  const { data } = useLive(useApi().planning.listWorkOrders, { filter: { manufacturingOrderId: orderId }, sort: [{ column: 'startDay' }, { column: 'number' }], pageSize: mostShown })
  const rows = data?.rows ?? []
  return (
    <Section title={t('planning.orders.workOrders')}>
      {rows.length === 0 ? <NothingYet>{t('planning.orders.noWorkOrders')}</NothingYet> : (
        <PlainTable
          label={t('planning.orders.workOrders')}
          head={[
            t('planning.fields.number'), { words: t('planning.orders.section') }, { prose: t('planning.work.part') }, t('planning.fields.targetQuantity'), t('planning.fields.goodQuantity'),
            { words: t('planning.fields.startDay') }, { words: t('planning.work.due') }, { words: t('planning.fields.status') },
          ]}
          rows={rows.map(work => ({
            key: work.id,
            cells: [
              <Link key="number" component={RouterLink} to={workOrderPath(work.id)} sx={{ whiteSpace: 'nowrap' }}>{work.number}</Link>, work.sectionName, work.itemName ?? work.articleName,
              decimal(work.targetQuantity), decimal(work.goodQuantity), day(work.startDay), <DueDay key="due" day={work.deadlineDay} isOpen={openWorkOrders.some(status => status === work.status)} />,
              <WorkOrderStatusChip key="status" status={work.status} />,
            ],
          }))}
        />
      )}
    </Section>
  )
}
