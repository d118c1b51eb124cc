import PauseCircle from '@mui/icons-material/PauseCircleOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useMemo, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Downtime } from '../../shared/downtime/contract.ts'
import { referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import type { ReferenceOption, ReferenceSource } from '../components/reference-source.ts'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useMinute } from '../core/minute.ts'
import { downtimePath, reportPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { useStandingWords } from '../core/standing-words.ts'
import { StateChip } from './looks.tsx'
import { RecordDialog } from './record-dialog.tsx'

/** All that ever stood still in the sections one may see; a record opens with what happened to it. */
export function RecordsScreen(): ReactNode {
  const t = useText()
  const { downtime } = useApi()
  const { instant } = useFormats()
  const words = useStandingWords()
  const [params, setParams] = useSearchParams()
  const filters = useFilters()
  useMinute()
  const field = (name: 'startedAt' | 'endedAt' | 'minutes' | 'place' | 'sectionId' | 'downtimeReasonId' | 'state' | 'notes' | 'workOrderId' | 'reportedBy' | 'isPlanned' | 'cancelReason') => t(`downtime.fields.${name}`)
  const open = (id: string | null) => setParams(before => {
    const next = new URLSearchParams(before)
    if (id === null) next.delete('record')
    else next.set('record', id)
    return next
  })
  const opened = params.get('record')
  return (
    <PageFrame title={t('downtime.list')} fills actions={<Button component={Link} to={downtimePath} startIcon={<PauseCircle />}>{t('downtime.title')}</Button>}>
      <BrowseTable
        name="downtime.records" title={t('downtime.list')} call={downtime.listDowntimes} views={useSavedViews('downtime.records')} onOpen={(row: Downtime) => open(row.id)}
        columns={[
          { name: 'startedAt', label: field('startedAt'), sorts: true, width: 150, value: row => instant(row.startedAt, 'short') },
          { name: 'endedAt', label: field('endedAt'), sorts: true, width: 150, yields: true, value: row => (row.endedAt === null ? '…' : instant(row.endedAt, 'short')) },
          { name: 'minutes', label: field('minutes'), width: 130, value: row => words.lasted(row) },
          { name: 'place', label: field('place'), grow: 2, minWidth: 180, value: row => words.place(row) },
          { name: 'reasonName', label: field('downtimeReasonId'), sorts: true, grow: 2, minWidth: 160, value: row => row.reasonName },
          { name: 'state', label: field('state'), width: 150, value: row => <StateChip record={row} /> },
          { name: 'sectionName', label: field('sectionId'), sorts: true, width: 120, yields: true, value: row => row.sectionName },
          { name: 'isPlanned', label: field('isPlanned'), width: 130, yields: true, value: row => t(row.isPlanned ? 'downtime.planned' : 'downtime.unplanned') },
          { name: 'notes', label: field('notes'), grow: 2, minWidth: 140, yields: true, value: row => row.notes },
          { name: 'workOrder', label: field('workOrderId'), width: 150, isHidden: true, value: row => row.workOrderNumber },
          { name: 'reportedBy', label: field('reportedBy'), width: 150, isHidden: true, value: row => row.reportedByName },
          { name: 'cancelReason', label: field('cancelReason'), width: 170, isHidden: true, value: row => row.cancelReason },
        ]}
        filters={filters}
        actions={() => <ReportLink />}
        empty={<EmptyState icon={<PauseCircle />} title={t('downtime.empty')} hint={t('downtime.emptyHint')} />}
      />
      {opened !== null && <RecordDialog id={opened} onClose={() => open(null)} />}
    </PageFrame>
  )
}

function ReportLink(): ReactNode {
  const t = useText()
  const label = t('downtime.report.title')
  if (!useMay()('reports.view')) return null
  return <Tooltip title={label}><IconButton component={Link} to={reportPath('downtime')} aria-label={label}><Print fontSize="small" /></IconButton></Tooltip>
}

type FilterName = 'isStanding' | 'sectionId' | 'machineId' | 'downtimeReasonId' | 'isPlanned' | 'isVerified' | 'isCancelled' | 'fromDay' | 'toDay'

function useFilters(): readonly BrowseFilter<FilterName>[] {
  const t = useText()
  const sources = useSources()
  const field = (name: 'state' | 'sectionId' | 'machineId' | 'downtimeReasonId' | 'isPlanned' | 'days') => t(`downtime.fields.${name}`)
  return [
    { kind: 'boolean', name: 'isStanding', label: field('state'), yes: t('downtime.statuses.STANDING'), no: t('downtime.statuses.ENDED') },
    referenceFilter({ name: 'sectionId', label: field('sectionId'), source: sources.section }),
    referenceFilter({ name: 'machineId', label: field('machineId'), source: sources.machine }),
    referenceFilter({ name: 'downtimeReasonId', label: field('downtimeReasonId'), source: sources.reason }),
    { kind: 'boolean', name: 'isPlanned', label: field('isPlanned'), yes: t('downtime.planned'), no: t('downtime.unplanned') },
    { kind: 'boolean', name: 'isVerified', label: t('downtime.statuses.VERIFIED'), yes: t('words.yes'), no: t('words.no') },
    { kind: 'boolean', name: 'isCancelled', label: t('downtime.statuses.CANCELLED'), yes: t('words.yes'), no: t('words.no') },
    { kind: 'days', from: 'fromDay', to: 'toDay', label: field('days') },
  ]
}

function useSources(): Readonly<Record<'section' | 'machine' | 'reason', ReferenceSource<ListQuery>>> {
  const { masters } = useApi()
  return useMemo(() => ({
    section: { call: masters.findSections, option, find: async id => option(await masters.getSection({ id })) },
    machine: { call: masters.findMachines, option, find: async id => option(await masters.getMachine({ id })) },
    reason: { call: masters.findDowntimeReasons, option, find: async id => option(await masters.getDowntimeReason({ id })) },
  }), [masters])
}

function option(row: unknown): ReferenceOption {
  const { id, code, name } = row as ReferenceOption
  return { id, code, name }
}
