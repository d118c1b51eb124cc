import Policy from '@mui/icons-material/PolicyOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useMemo, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { findingKinds, type Finding } from '../../shared/production/findings.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { referenceFilter } from '../components/browse-filters.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import type { ReferenceOption } from '../components/reference-source.ts'
import { useSavedViews } from '../components/saved-views.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { reportPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { useFindingFigures } from './finding-figures.ts'
import { FindingDialog } from './finding-dialog.tsx'

/** What the patterns tell (PX-16, PX-17) over a period, with who looked at it; each opens with the entries behind it. */
export function FindingsScreen(): ReactNode {
  const t = useText()
  const { production, masters } = useApi()
  const { day } = useFormats()
  const figures = useFindingFigures()
  const [opened, setOpened] = useState<Finding>()
  const sections = useMemo(() => ({ call: masters.findSections, option, find: async (id: string) => option(await masters.getSection({ id })) }), [masters])
  const column = (name: 'day' | 'section' | 'kind' | 'number' | 'who' | 'actual' | 'rows' | 'look' | 'note') => t(`production.findings.columns.${name}`)
  return (
    <PageFrame title={t('production.findings.title')} fills>
      <BrowseTable
        name="production.findings" title={t('production.findings.title')} call={production.listFindings} rowId={row => row.key} onOpen={setOpened} views={useSavedViews('production.findings')} start={{ filter: { isLookedAt: false } }}
        columns={[
          { name: 'day', label: column('day'), sorts: true, width: 115, value: row => (row.day === null ? t('production.findings.standing') : day(row.day)) },
          { name: 'sectionName', label: column('section'), sorts: true, width: 100, yields: true, value: row => row.sectionName },
          { name: 'kind', label: column('kind'), sorts: true, grow: 3, minWidth: 210, value: row => t(`production.today.findingKinds.${row.kind}`) },
          { name: 'number', label: column('number'), grow: 3, minWidth: 255, value: row => <b>{row.number}</b> },
          { name: 'actual', label: column('actual'), width: 145, value: row => figures(row.actual, row.wanted) },
          { name: 'who', label: column('who'), sorts: true, width: 130, yields: true, value: row => row.who },
          { name: 'rows', label: column('rows'), kind: 'number', width: 90, isHidden: true, value: row => row.rows.length },
          { name: 'look', label: column('look'), width: 135, yields: true, value: row => <StatusChip tone={row.look ? 'good' : 'waiting'} label={t(`production.findings.states.${row.look ? 'LOOKED_AT' : 'OPEN'}`)} /> },
          { name: 'note', label: column('note'), width: 220, isHidden: true, value: row => row.look?.note },
        ]}
        filters={[
          { kind: 'boolean', name: 'isLookedAt', label: column('look'), yes: t('production.findings.states.LOOKED_AT'), no: t('production.findings.states.OPEN') },
          { kind: 'enum', name: 'kind', label: column('kind'), isMultiple: true, options: findingKinds.map(value => ({ value, label: t(`production.today.findingKinds.${value}`) })) },
          referenceFilter<ListQuery, 'sectionId'>({ name: 'sectionId', label: column('section'), source: sections }),
          { kind: 'days', from: 'fromDay', to: 'toDay', label: column('day') },
        ]}
        actions={() => <ReportLink />}
        empty={<EmptyState icon={<Policy />} title={t('production.findings.empty')} hint={t('production.findings.emptyHint')} />}
      />
      {opened && <FindingDialog finding={opened} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function ReportLink(): ReactNode {
  const t = useText()
  const label = t('production.findings.title')
  if (!useMay()('reports.view')) return null
  return <Tooltip title={label}><IconButton component={Link} to={reportPath('findings')} aria-label={label}><Print fontSize="small" /></IconButton></Tooltip>
}

function option(row: unknown): ReferenceOption {
  const { id, code, name } = row as ReferenceOption
  return { id, code, name }
}
