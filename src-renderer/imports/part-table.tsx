import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { BatchDetail, ImportRecord } from '../../shared/imports/contract.ts'
import { rowStatuses } from '../../shared/imports/decision.ts'
import { issueSentence } from '../../shared/imports/issue-text.ts'
import { placeOf } from '../../shared/imports/row-place.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { FieldCell } from './field-cell.tsx'
import { fileColumns } from './rows-table.tsx'
import { RowStatusChip } from './status-words.tsx'
import { useFields, useWording } from './wording.ts'
import { fieldLabel } from './field-label.ts'

/** One of the lists that a file gives, as it would be saved; what is wrong is decided at the rows of the file. */
export function PartTable({ batch, part }: { readonly batch: BatchDetail; readonly part: TargetName }): ReactNode {
  const t = useText()
  const { imports } = useApi()
  const { integer } = useFormats()
  const said = batch.parts.find(({ target }) => target === part)?.fields ?? []
  const fields = useFields(part).filter(({ name }) => said.includes(name))
  const wording = useWording(fields, batch.files)
  const columns: readonly BrowseColumn<ImportRecord, 'row'>[] = [
    { name: 'status', label: t('fields.status'), value: ({ status }) => <RowStatusChip status={status} />, width: 150 },
    ...fields.map((field): BrowseColumn<ImportRecord, 'row'> => ({
      name: field.name, label: fieldLabel(field), minWidth: field.isKey && field.isRequired ? 180 : field.kind === 'lines' ? 150 : 110, grow: field.kind === 'lines' ? 3 : 1, value: row => <FieldCell row={row} field={field} inFile="" />,
    })),
    ...fileColumns<ImportRecord>(batch.files, t('imports.rows.file')),
    { name: 'row', sorts: true, label: t('imports.parts.firstRow'), kind: 'number', value: ({ row }) => integer(placeOf(batch.files, row).row), width: 110 },
    { name: 'rowCount', label: t('imports.parts.rowCount'), kind: 'number', value: ({ rowCount }) => integer(rowCount), width: 110 },
    {
      name: 'issues', label: t('imports.rows.issues'), grow: 2, minWidth: 160,
      value: ({ issues }) => <Box component="span" sx={{ color: 'text.secondary' }}>{issues.map(issue => issueSentence(issue, wording)).join(' ')}</Box>,
    },
  ]
  return (
    <BrowseTable
      key={fields.length} name={`imports.parts.${part}`} title={t(`imports.targets.${part}`)} call={imports.listImportRecords} columns={columns} fixed={{ batchId: batch.id, part }}
      rowId={({ place }) => String(place)} empty={<EmptyState role="status" title={t('imports.rows.empty')} />}
      filters={[{ kind: 'enum', name: 'status', label: t('fields.status'), options: rowStatuses.map(value => ({ value, label: t(`imports.statuses.${value}`) })) }]}
    />
  )
}
