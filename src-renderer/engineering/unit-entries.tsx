import Straighten from '@mui/icons-material/StraightenOutlined'
import MuiLink from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { UnitEntry } from '../../shared/engineering/checks.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { recordPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'

/** BM-7: what documents said in another unit than the item's own, by which exact factor it was converted, and what was posted. */
export function UnitEntries(): ReactNode {
  const t = useText()
  const { engineering } = useApi()
  const personName = usePersonName()
  const { decimal, percent, instant } = useFormats()
  return (
    <BrowseTable
      name="engineering.unitEntries" title={t('engineering.units.title')} call={engineering.listUnitEntries} rowId={row => String(row.seq)}
      columns={[
        { name: 'at', label: t('fields.time'), sorts: true, width: 140, value: row => instant(row.at, 'short') },
        { name: 'itemName', label: t('fields.itemId'), sorts: true, grow: 2, minWidth: 220, value: row => `${row.itemCode} ${row.itemName}` },
        { name: 'document', label: t('engineering.units.document'), width: 150, value: row => <DocumentLink entry={row} /> },
        { name: 'quantity', label: t('engineering.units.entered'), kind: 'number', width: 124, value: row => `${decimal(row.quantity)} ${row.unitCode}` },
        { name: 'factor', label: t('engineering.fields.factor'), kind: 'number', width: 124, value: row => `× ${factorText(row.factor)}` },
        { name: 'expected', label: t('engineering.units.exact'), kind: 'number', width: 118, value: row => `${decimal(row.expected)} ${row.ownUnitCode}` },
        { name: 'actual', label: t('engineering.units.posted'), kind: 'number', width: 118, value: row => `${decimal(row.actual)} ${row.ownUnitCode}` },
        { name: 'variancePercent', label: t('engineering.fields.variancePercent'), sorts: true, kind: 'number', width: 104, yields: true, value: row => percent(row.variancePercent) },
        { name: 'state', label: t('fields.status'), width: 132, value: row => <StatusChip tone={row.isReversed ? 'bad' : 'good'} label={t(row.isReversed ? 'engineering.units.reversed' : 'engineering.units.valid')} /> },
        { name: 'sectionName', label: t('fields.sectionId'), sorts: true, width: 110, yields: true, value: row => row.sectionName ?? '' },
        { name: 'createdBy', label: t('engineering.units.by'), width: 150, yields: true, value: row => personName(row.createdByName) },
        { name: 'approvedBy', label: t('engineering.fields.approvedBy'), width: 150, yields: true, value: row => (row.approvedByName === null ? '' : personName(row.approvedByName)) },
      ]}
      empty={<EmptyState icon={<Straighten />} title={t('engineering.units.empty')} hint={t('engineering.units.emptyHint')} />}
    />
  )
}

function DocumentLink({ entry: { documentEntity, documentId, documentNumber } }: { readonly entry: UnitEntry }): ReactNode {
  const path = recordPath(documentEntity, documentId)
  return path === undefined ? documentNumber : <MuiLink component={Link} to={path}>{documentNumber}</MuiLink>
}

/** "60/1" is 60, "1143/1250" stays a fraction. */
function factorText(factor: string): string {
  return factor.endsWith('/1') ? factor.slice(0, -2) : factor
}
