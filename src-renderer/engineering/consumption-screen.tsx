import Speed from '@mui/icons-material/SpeedOutlined'
import Add from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { conversionKinds } from '../../shared/engineering/checks.ts'
import { efficiencies, verdicts, type Efficiency, type Verdict } from '../../shared/engineering/gates.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { ConsumptionDialog } from './consumption-dialog.tsx'

const verdictTones: Readonly<Record<Verdict, Tone>> = { OK: 'good', WARNING: 'warning', REVIEW: 'warning', BLOCKED: 'bad' }
const efficiencyTones: Readonly<Record<Efficiency, Tone>> = { EFFICIENT: 'good', OVER_USED: 'warning', NO_DATA: 'neutral' }

/** BM-7: every entry that was held against a BOM, and how it came out. */
export function ConsumptionScreen(): ReactNode {
  const t = useText()
  const { engineering } = useApi()
  const mayEnter = useMay()('process.enterDailyProduction')
  const { decimal, percent, instant } = useFormats()
  const [isEntering, setEntering] = useState(false)
  const enter = mayEnter && <Button variant="contained" startIcon={<Add />} onClick={() => setEntering(true)}>{t('engineering.consumption.add')}</Button>
  return (
    <PageFrame title={t('engineering.consumption.title')} subtitle={t('engineering.consumption.hint')} fills actions={enter}>
      <BrowseTable
        name="engineering.consumption" title={t('engineering.consumption.title')} call={engineering.listConversions} rowId={row => String(row.seq)}
        columns={[
          { name: 'at', label: t('fields.time'), sorts: true, width: 140, value: row => instant(row.at, 'short') },
          { name: 'sectionName', label: t('fields.sectionId'), sorts: true, width: 88, yields: true, value: row => row.sectionName },
          { name: 'itemName', label: t('engineering.consumption.made'), sorts: true, grow: 2, minWidth: 120, yields: true, value: row => row.itemName },
          { name: 'componentName', label: t('engineering.fields.componentItemId'), sorts: true, grow: 2, minWidth: 120, value: row => row.componentName ?? t('engineering.conversionEntryKinds.CARTONS') },
          { name: 'expected', label: t('engineering.fields.expected'), kind: 'number', width: 124, value: row => `${decimal(row.expected)} ${row.ownUnitCode}` },
          { name: 'actual', label: t('engineering.fields.actual'), kind: 'number', width: 104, value: row => `${decimal(row.actual)} ${row.ownUnitCode}` },
          { name: 'variancePercent', label: t('engineering.fields.variancePercent'), sorts: true, kind: 'number', width: 104, value: row => percent(row.variancePercent) },
          { name: 'verdict', label: t('engineering.fields.verdict'), width: 142, value: row => <StatusChip tone={verdictTones[row.verdict]} label={t(`engineering.verdicts.${row.verdict}`)} /> },
          { name: 'efficiency', label: t('engineering.fields.efficiency'), width: 106, yields: true, value: row => <StatusChip tone={efficiencyTones[row.efficiency]} label={t(`engineering.efficiencies.${row.efficiency}`)} /> },
          { name: 'approvedBy', label: t('engineering.fields.approvedBy'), width: 150, yields: true, value: row => row.approvedByName ?? row.requestNumber ?? '' },
          { name: 'reason', label: t('fields.reason'), grow: 1, minWidth: 140, isHidden: true, value: row => row.reason },
        ]}
        filters={[
          { kind: 'enum', name: 'kind', label: t('fields.kind'), options: conversionKinds.map(value => ({ value, label: t(`engineering.conversionEntryKinds.${value}`) })) },
          { kind: 'enum', name: 'verdict', label: t('engineering.fields.verdict'), options: verdicts.map(value => ({ value, label: t(`engineering.verdicts.${value}`) })) },
          { kind: 'enum', name: 'efficiency', label: t('engineering.fields.efficiency'), options: efficiencies.map(value => ({ value, label: t(`engineering.efficiencies.${value}`) })) },
        ]}
        empty={<EmptyState icon={<Speed />} title={t('engineering.consumption.empty')} hint={t('engineering.consumption.emptyHint')} actions={enter} />}
      />
      {isEntering && <ConsumptionDialog onClose={() => setEntering(false)} />}
    </PageFrame>
  )
}
