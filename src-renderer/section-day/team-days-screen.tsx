import Add from '@mui/icons-material/Add'
import Groups from '@mui/icons-material/GroupsOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Tooltip from '@mui/material/Tooltip'
import { useMemo, useState, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { decimalText, toPlaces, type Decimal } from '../../shared/core/decimal.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { referenceFilter } from '../components/browse-filters.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import type { ReferenceOption, ReferenceSource } from '../components/reference-source.ts'
import { useSavedViews } from '../components/saved-views.ts'
import { ListExport } from '../components/list-export.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { newImportOf, reportPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { TargetChip } from './team-chips.tsx'
import { EnterTeamDay, TeamDayDialog } from './team-day-dialog.tsx'
import { TeamWeeksView } from './team-weeks.tsx'

const views = ['list', 'weeks'] as const

/** What each team did on a day; a list to narrow and to open, and the teams' efficiency by week. */
export function TeamDaysScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const [isEntering, setEntering] = useState(false)
  const view = params.get('view') === 'weeks' ? 'weeks' : 'list'
  const set = (name: string, value: string | null) => setParams(before => {
    const next = new URLSearchParams(before)
    if (value === null) next.delete(name)
    else next.set(name, value)
    return next
  }, { replace: true })
  const actions = (
    <>
      <ToggleButtonGroup size="small" exclusive value={view} onChange={(_event, chosen: (typeof views)[number] | null) => chosen && set('view', chosen)} aria-label={t('sectionDay.teams.title')}>
        {views.map(one => <ToggleButton key={one} value={one}>{t(`sectionDay.teams.views.${one}`)}</ToggleButton>)}
      </ToggleButtonGroup>
      {may('process.importData') && <Button component={Link} to={newImportOf('teamDays')} startIcon={<UploadFile />}>{t('sectionDay.teams.import')}</Button>}
      {may('process.enterDailyProduction') && <Button variant="contained" startIcon={<Add />} onClick={() => setEntering(true)}>{t('sectionDay.teams.enter')}</Button>}
    </>
  )
  return (
    <PageFrame title={t('sectionDay.teams.title')} fills={view === 'list'} actions={actions}>
      {view === 'list' ? <TeamDaysList opened={params.get('day')} open={id => set('day', id)} /> : <TeamWeeksView />}
      {isEntering && <EnterTeamDay onClose={() => setEntering(false)} />}
    </PageFrame>
  )
}

function TeamDaysList({ opened, open }: { readonly opened: string | null; open(id: string | null): void }): ReactNode {
  const t = useText()
  const { sectionDay } = useApi()
  const { day, plain, integer } = useFormats()
  const sources = useSources()
  const figure = (value: Decimal | null) => (value === null ? '–' : plain(decimalText(value)))
  /** Reckoned out of minutes: a part of a piece tells nobody anything. */
  const whole = (value: Decimal | null) => figure(value === null ? null : toPlaces(value, 0))
  const percent = (value: Decimal | null) => (value === null ? '–' : `${plain(decimalText(toPlaces(value, 1)))}%`)
  return (
    <>
      <BrowseTable
        name="sectionDay.teams" title={t('sectionDay.teams.title')} call={sectionDay.listTeamDays} onOpen={row => open(row.id)} views={useSavedViews('sectionDay.teams')}
        columns={[
          { name: 'day', label: t('sectionDay.fields.day'), sorts: true, width: 112, value: row => day(row.day) },
          { name: 'sectionName', label: t('sectionDay.fields.sectionId'), sorts: true, width: 120, yields: true, value: row => row.sectionName },
          { name: 'lineCode', label: t('sectionDay.teams.team'), sorts: true, grow: 2, minWidth: 140, value: row => row.lineName },
          { name: 'actualEfficiency', label: t('sectionDay.teams.efficiency'), sorts: true, kind: 'number', width: 105, value: row => <b>{percent(row.actualEfficiency)}</b> },
          { name: 'target', label: t('sectionDay.teams.target'), kind: 'number', width: 85, value: row => percent(row.targetEfficiency) },
          { name: 'met', label: t('sectionDay.teams.report.columns.state'), width: 125, value: row => <TargetChip isMet={row.isTargetMet} /> },
          { name: 'pieces', label: t('sectionDay.teams.pieces'), kind: 'number', width: 110, yields: true, value: row => whole(row.pieces) },
          { name: 'targetPieces', label: t('sectionDay.teams.lineTarget'), kind: 'number', width: 135, yields: true, value: row => whole(row.targetPieces) },
          { name: 'wip', label: t('sectionDay.teams.lineWip'), kind: 'number', width: 95, yields: true, value: row => figure(row.lineWip) },
          { name: 'workers', label: t('sectionDay.fields.workers'), sorts: true, kind: 'number', width: 140, yields: true, value: row => figure(row.workers) },
          { name: 'smv', label: t('sectionDay.teams.smv'), kind: 'number', width: 90, yields: true, value: row => figure(row.standardMinutes) },
          { name: 'worked', label: t('sectionDay.teams.worked'), kind: 'number', width: 130, yields: true, value: row => figure(row.worked) },
          { name: 'earned', label: t('sectionDay.teams.earned'), kind: 'number', width: 200, isHidden: true, value: row => figure(row.earned) },
          { name: 'overtime', label: t('sectionDay.fields.overtimeMinutes'), kind: 'number', width: 150, yields: true, value: row => figure(row.overtimeMinutes) },
          { name: 'lost', label: t('sectionDay.teams.lost'), kind: 'number', width: 160, yields: true, value: row => figure(row.lost) },
          { name: 'loaded', label: t('sectionDay.fields.loadedQuantity'), kind: 'number', width: 190, isHidden: true, value: row => figure(row.loadedQuantity) },
          { name: 'incentive', label: t('sectionDay.fields.incentive'), kind: 'number', width: 120, isHidden: true, value: row => figure(row.incentive) },
          { name: 'styles', label: t('sectionDay.fields.styleChanges'), kind: 'number', width: 130, isHidden: true, value: row => integer(row.styleChanges) },
          { name: 'notes', label: t('sectionDay.fields.notes'), width: 200, isHidden: true, value: row => row.notes },
        ]}
        filters={[
          referenceFilter<ListQuery, 'sectionId'>({ name: 'sectionId', label: t('sectionDay.fields.sectionId'), source: sources.section }),
          referenceFilter<ListQuery, 'productionLineId'>({ name: 'productionLineId', label: t('sectionDay.teams.team'), source: sources.line }),
          { kind: 'days', from: 'fromDay', to: 'toDay', label: t('sectionDay.fields.day') },
          { kind: 'boolean', name: 'isTargetMet', label: t('sectionDay.teams.isTargetMet'), yes: t('sectionDay.teams.met'), no: t('sectionDay.teams.missed') },
        ]}
        actions={() => <ListActions />}
        empty={<EmptyState icon={<Groups />} title={t('sectionDay.teams.empty')} hint={t('sectionDay.teams.emptyHint')} />}
      />
      {opened !== null && <TeamDayDialog id={opened} onClose={() => open(null)} />}
    </>
  )
}

function ListActions(): ReactNode {
  const t = useText()
  const label = t('sectionDay.teams.report.efficiency.title')
  return (
    <>
      {useMay()('reports.view') && <Tooltip title={label}><IconButton component={Link} to={reportPath('efficiency')} aria-label={label}><Print fontSize="small" /></IconButton></Tooltip>}
      {useMay()('dataCare.view') && <ListExport target="teamDays" title={t('sectionDay.teams.title')} />}
    </>
  )
}

function useSources(): Readonly<Record<'section' | 'line', ReferenceSource<ListQuery>>> {
  const { masters } = useApi()
  return useMemo(() => ({
    section: { call: masters.findSections, option, find: async id => option(await masters.getSection({ id })) },
    line: { call: masters.findProductionLines, option, find: async id => option(await masters.getProductionLine({ id })) },
  }), [masters])
}

function option(row: unknown): ReferenceOption {
  const { id, code, name } = row as ReferenceOption
  return { id, code, name }
}
