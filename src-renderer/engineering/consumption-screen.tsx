import ContentCut from '@mui/icons-material/ContentCutOutlined'
import Speed from '@mui/icons-material/SpeedOutlined'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ConversionEntry } from '../../shared/engineering/checks.ts'
import { efficiencies, verdicts, type Efficiency, type UseCourse, type Verdict } from '../../shared/engineering/gates.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { WorkOrderLink } from '../components/work-order-link.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { recordPath, stockPath } from '../core/paths.ts'
import { beginAt } from '../core/screen.ts'
import { useMay } from '../core/session.ts'
import { notPrinted } from '../theme/print.ts'
import { consumptionPath } from './paths.ts'
import { UnitEntries } from './unit-entries.tsx'

const verdictTones: Readonly<Record<Verdict, Tone>> = { OK: 'good', WARNING: 'warning', REVIEW: 'warning', BLOCKED: 'bad' }
const efficiencyTones: Readonly<Record<Efficiency, Tone>> = { EFFICIENT: 'good', OVER_USED: 'warning', NO_DATA: 'neutral' }
const courseTones: Readonly<Record<UseCourse, Tone>> = { POSTED: 'neutral', WAITING: 'waiting', REFUSED: 'bad', AGREED: 'running', USED: 'good' }

const tabs = ['uses', 'units'] as const
type TabName = (typeof tabs)[number]

/** BM-7: every use that was held against a BOM, and every quantity that was converted from another unit. */
export function ConsumptionScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const tab: TabName = tabs.find(name => name === params.get('tab')) ?? 'uses'
  const use = may('production.execute') && !may('warehouse.execute') && (
    <Button variant="contained" startIcon={<ContentCut />} component={Link} to={beginAt(stockPath, 'consume')}>{t('engineering.consumption.use')}</Button>
  )
  return (
    <PageFrame
      title={t('engineering.consumption.title')} subtitle={t(tab === 'uses' ? 'engineering.consumption.hint' : 'engineering.units.hint')} fills actions={use}
      filters={
        <Tabs value={tab} onChange={(_, name: TabName) => setParams(name === 'uses' ? {} : { tab: name }, { replace: true })} aria-label={t('engineering.consumption.title')} sx={{ ...notPrinted, minHeight: 40, borderBottom: 1, borderColor: 'divider' }}>
          <Tab value="uses" label={t('engineering.consumption.tab')} />
          <Tab value="units" label={t('engineering.units.title')} />
        </Tabs>
      }
    >
      {tab === 'uses' ? <Uses use={use} /> : <UnitEntries />}
    </PageFrame>
  )
}

function Uses({ use }: { readonly use: ReactNode }): ReactNode {
  const t = useText()
  const { engineering } = useApi()
  const { decimal, percent, instant } = useFormats()
  return (
    <BrowseTable
      name="engineering.consumption" title={t('engineering.consumption.title')} call={engineering.listConversions} rowId={row => String(row.seq)}
      columns={[
        { name: 'at', label: t('fields.time'), sorts: true, width: 140, value: row => instant(row.at, 'short') },
        { name: 'sectionName', label: t('fields.sectionId'), sorts: true, width: 88, yields: true, value: row => row.sectionName },
        { name: 'itemName', label: t('engineering.consumption.made'), sorts: true, grow: 2, minWidth: 120, yields: true, value: row => row.itemName },
        { name: 'componentName', label: t('engineering.fields.componentItemId'), sorts: true, grow: 2, minWidth: 120, value: row => row.componentName },
        {
          name: 'documentNumber', label: t('engineering.consumption.workOrder'), width: 190,
          value: row => <WorkOrderLink id={row.documentId} number={row.documentNumber} />,
        },
        { name: 'expected', label: t('engineering.fields.expected'), kind: 'number', width: 124, value: row => `${decimal(row.expected)} ${row.ownUnitCode}` },
        { name: 'actual', label: t('engineering.fields.actual'), kind: 'number', width: 104, value: row => `${decimal(row.actual)} ${row.ownUnitCode}` },
        { name: 'variancePercent', label: t('engineering.fields.variancePercent'), sorts: true, kind: 'number', width: 104, value: row => percent(row.variancePercent) },
        { name: 'verdict', label: t('engineering.fields.verdict'), width: 142, value: row => <StatusChip tone={verdictTones[row.verdict]} label={t(`engineering.verdicts.${row.verdict}`)} /> },
        { name: 'course', label: t('engineering.consumption.course'), width: 206, value: row => <Course entry={row} /> },
        { name: 'efficiency', label: t('engineering.fields.efficiency'), width: 106, yields: true, value: row => <StatusChip tone={efficiencyTones[row.efficiency]} label={t(`engineering.efficiencies.${row.efficiency}`)} /> },
        { name: 'request', label: t('engineering.consumption.request'), width: 150, yields: true, value: row => <RequestLink entry={row} /> },
        { name: 'approvedBy', label: t('engineering.fields.approvedBy'), width: 150, yields: true, value: row => row.approvedByName ?? '' },
        { name: 'reason', label: t('fields.reason'), grow: 1, minWidth: 140, isHidden: true, value: row => row.reason },
      ]}
      filters={[
        { kind: 'enum', name: 'verdict', label: t('engineering.fields.verdict'), options: verdicts.map(value => ({ value, label: t(`engineering.verdicts.${value}`) })) },
        { kind: 'enum', name: 'efficiency', label: t('engineering.fields.efficiency'), options: efficiencies.map(value => ({ value, label: t(`engineering.efficiencies.${value}`) })) },
      ]}
      empty={<EmptyState icon={<Speed />} title={t('engineering.consumption.empty')} hint={t('engineering.consumption.emptyHint')} actions={use} />}
    />
  )
}

/** How it went on: what was asked for and then posted leads to all that was used for its work order. */
function Course({ entry: { course, postedAt, documentNumber } }: { readonly entry: ConversionEntry }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  if (postedAt === null || documentNumber === null) return <StatusChip tone={courseTones[course]} label={t(`engineering.consumption.courses.${course}`)} />
  const path = `${consumptionPath}?find=${encodeURIComponent(documentNumber)}`
  return <MuiLink component={Link} to={path}>{t('engineering.consumption.asked', { at: instant(postedAt, 'short') })}</MuiLink>
}

function RequestLink({ entry: { requestId, requestNumber } }: { readonly entry: ConversionEntry }): ReactNode {
  const path = recordPath('approvalRequest', requestId)
  return path === undefined ? requestNumber : <MuiLink component={Link} to={path}>{requestNumber}</MuiLink>
}
