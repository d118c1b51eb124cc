import Add from '@mui/icons-material/Add'
import Assignment from '@mui/icons-material/AssignmentOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { requisitionStatuses } from '../../shared/warehouse/requisition-rules.ts'
import type { Requisition } from '../../shared/warehouse/requisitions.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { requisitionsPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { RequisitionStatusChip } from './requisition-status.tsx'
import { RequisitionDialog } from './requisition-dialog.tsx'

/** What sections ask the stores for: each sees its own, the stores all. */
export function RequisitionsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const { day, instant } = useFormats()
  const [isAsking, setAsking] = useState(false)
  useBegin({ ask: may('process.requestMaterial') && (() => setAsking(true)) })
  const field = (name: 'number' | 'status' | 'section' | 'items' | 'neededBy' | 'purpose' | 'workOrderNumber' | 'requestedBy' | 'createdAt') => t(`warehouse.requisitions.fields.${name}`)
  const items = ({ firstItemName, lineCount }: Requisition) => (lineCount === 1 ? firstItemName : t('warehouse.requisitions.moreItems', { first: firstItemName, count: lineCount - 1 }))
  const ask = may('process.requestMaterial') && <Button variant="contained" startIcon={<Add />} onClick={() => setAsking(true)}>{t('warehouse.requisitions.ask')}</Button>
  return (
    <PageFrame title={t('warehouse.requisitions.title')} fills actions={ask}>
      <BrowseTable
        name="warehouse.requisitions" title={t('warehouse.requisitions.list')} call={api.warehouse.listRequisitions} onOpen={(row: Requisition) => void navigate(`${requisitionsPath}/${row.id}`)} views={useSavedViews('warehouse.requisitions')}
        columns={[
          { name: 'number', label: field('number'), sorts: true, width: 164, value: row => row.number },
          { name: 'status', label: field('status'), width: 206, value: row => <RequisitionStatusChip status={row.status} /> },
          { name: 'sectionName', label: field('section'), sorts: true, width: 110, value: row => row.sectionName },
          { name: 'items', label: field('items'), grow: 2, minWidth: 190, value: items },
          { name: 'unconfirmed', label: t('warehouse.requisitions.handOvers'), width: 186, yields: true, value: row => (row.unconfirmed > 0 ? <StatusChip tone="warning" label={t('warehouse.requisitions.unconfirmed')} /> : '') },
          { name: 'neededBy', label: field('neededBy'), sorts: true, width: 116, value: row => day(row.neededBy) },
          { name: 'purpose', label: field('purpose'), grow: 1, minWidth: 140, yields: true, value: row => row.purpose },
          { name: 'createdAt', label: field('createdAt'), sorts: true, width: 150, isHidden: true, value: row => instant(row.createdAt, 'short') },
          { name: 'workOrderNumber', label: field('workOrderNumber'), width: 140, isHidden: true, value: row => row.workOrderNumber },
          { name: 'requestedBy', label: field('requestedBy'), width: 150, isHidden: true, value: row => row.requestedByName },
        ]}
        filters={[
          { kind: 'enum', name: 'status', label: field('status'), isMultiple: true, options: requisitionStatuses.map(value => ({ value, label: t(`warehouse.requisitions.statuses.${value}`) })) },
          { kind: 'boolean', name: 'isUnconfirmed', label: t('warehouse.requisitions.handOvers'), yes: t('warehouse.requisitions.onlyUnconfirmed'), no: t('warehouse.requisitions.allConfirmed') },
        ]}
        empty={<EmptyState icon={<Assignment />} title={t('warehouse.requisitions.empty')} hint={t('warehouse.requisitions.emptyHint')} actions={ask} />}
      />
      {isAsking && <RequisitionDialog onClose={() => setAsking(false)} />}
    </PageFrame>
  )
}
