import AssignmentTurnedIn from '@mui/icons-material/AssignmentTurnedInOutlined'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { openWorkOrders, workOrderStatuses } from '../../shared/planning/rules.ts'
import { referenceFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { DueDay, UrgentChip, WorkOrderStatusChip } from './looks.tsx'
import { workOrderPath } from './paths.ts'
import { useArticleSource, useSectionSource } from './sources.ts'

/** The work orders of the reader's sections; what is open first. */
export function WorkOrdersScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { day, decimal } = useFormats()
  const [articles, sections] = [useArticleSource(), useSectionSource()]
  return (
    <PageFrame title={t('planning.work.title')} fills>
      <BrowseTable
        name="planning.workOrders" title={t('planning.work.title')} call={api.planning.listWorkOrders} onOpen={({ id }) => void navigate(workOrderPath(id))} views={useSavedViews('planning.workOrders')}
        start={{ filter: { status: [...openWorkOrders] } }}
        columns={[
          { name: 'number', label: t('planning.fields.number'), sorts: true, width: 214, value: work => <b>{work.number}</b> },
          { name: 'status', label: t('planning.fields.status'), sorts: true, width: 132, value: work => <WorkOrderStatusChip status={work.status} /> },
          { name: 'sectionName', label: t('planning.fields.sectionId'), sorts: true, width: 140, yields: true, value: work => work.sectionName },
          { name: 'articleName', label: t('planning.fields.article'), sorts: true, grow: 2, minWidth: 160, value: work => work.articleName },
          { name: 'targetQuantity', label: t('planning.fields.targetQuantity'), sorts: true, kind: 'number', width: 100, yields: true, value: work => decimal(work.targetQuantity) },
          { name: 'goodQuantity', label: t('planning.fields.goodQuantity'), kind: 'number', width: 110, yields: true, value: work => decimal(work.goodQuantity) },
          { name: 'deadlineDay', label: t('planning.work.due'), sorts: true, width: 156, value: work => <DueDay day={work.deadlineDay} isOpen={openWorkOrders.some(status => status === work.status)} /> },
          { name: 'startDay', label: t('planning.fields.startDay'), sorts: true, width: 124, yields: true, value: work => day(work.startDay) },
          { name: 'urgent', label: t('planning.fields.isUrgent'), width: 124, yields: true, value: work => work.isUrgent && <UrgentChip /> },
          { name: 'itemName', label: t('planning.work.part'), grow: 1, minWidth: 150, yields: true, value: work => work.itemName ?? '' },
          { name: 'stageName', label: t('planning.orders.stage'), width: 140, isHidden: true, value: work => work.stageName },
          { name: 'manufacturingNumber', label: t('planning.fields.manufacturingOrderId'), width: 160, isHidden: true, value: work => work.manufacturingNumber },
        ]}
        filters={[
          { kind: 'enum', name: 'status', label: t('planning.fields.status'), isMultiple: true, options: workOrderStatuses.map(value => ({ value, label: t(`planning.workOrderStatuses.${value}`) })) },
          referenceFilter<ListQuery, 'sectionId'>({ name: 'sectionId', label: t('planning.fields.sectionId'), source: sections }),
          referenceFilter<ListQuery, 'articleId'>({ name: 'articleId', label: t('planning.fields.article'), source: articles }),
          { kind: 'boolean', name: 'isUrgent', label: t('planning.fields.isUrgent'), yes: t('planning.orders.urgent'), no: t('planning.orders.notUrgent') },
          { kind: 'day', name: 'dueTo', label: t('planning.work.dueTo') },
        ]}
        empty={<EmptyState icon={<AssignmentTurnedIn />} title={t('planning.work.empty')} hint={t('planning.work.emptyHint')} />}
      />
    </PageFrame>
  )
}
