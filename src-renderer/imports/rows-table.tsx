import FilterAltOff from '@mui/icons-material/FilterAltOffOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { BatchDetail, ImportRow } from '../../shared/imports/contract.ts'
import type { Decision, RowStatus } from '../../shared/imports/decision.ts'
import type { IssueReason } from '../../shared/imports/issue.ts'
import { findingTitle } from '../../shared/imports/issue-text.ts'
import { placeOf, type RowPlace } from '../../shared/imports/row-place.ts'
import type { TargetField } from '../../shared/imports/target.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { FieldCell } from './field-cell.tsx'
import { RowDialog } from './row-dialog.tsx'
import { cellOf, remarks } from './row-words.ts'
import { RowStatusChip } from './status-words.tsx'
import { useWording } from './wording.ts'
import { fieldLabel } from './field-label.ts'

/** Which rows of a batch are looked at: those of a status, or those that have an issue. */
export type RowsView = { readonly status: RowStatus } | { readonly reason: IssueReason; readonly column: string | null }

export interface RowsTableProps {
  readonly batch: BatchDetail
  readonly fields: readonly TargetField[]
  readonly view: RowsView
  /** Without it nothing can be decided any more. */
  onDecide?: ((...decisions: readonly Decision[]) => void) | undefined
  readonly isBusy: boolean
  onLeaveFinding?: (() => void) | undefined
}

/** The rows as the file has them, with what would change and what is said about them. */
export function RowsTable({ batch, fields, view, onDecide, isBusy, onLeaveFinding }: RowsTableProps): ReactNode {
  const t = useText()
  const { imports } = useApi()
  const { language } = useFormats()
  const [opened, setOpened] = useState<ImportRow>()
  const [selected, setSelected] = useState<readonly string[]>([])
  const columns = useColumns(batch, fields, view)
  const filter = 'status' in view ? view : { reason: view.reason, ...(view.column !== null && { column: view.column }) }
  const rows = selected.map(Number)
  const decide = (decision: Decision) => {
    setSelected([])
    onDecide?.(decision)
  }
  const choice = onDecide && { selected, onSelected: setSelected }
  return (
    <>
      <BrowseTable
        name={`imports.rows.${batch.id}.${Object.values(filter).join('.')}`} title={'status' in view ? t(`imports.statuses.${view.status}`) : findingTitle(view, { language, fields })}
        call={imports.listImportRows} columns={columns} fixed={{ batchId: batch.id, filter }} rowId={({ row }) => String(row)} onOpen={setOpened} {...choice}
        selectionActions={(
          <>
            <Button size="small" disabled={isBusy || rows.length > 1000} onClick={() => decide({ act: 'skip', where: { rows } })}>{t('imports.decide.skip')}</Button>
            <Button size="small" disabled={isBusy || rows.length > 1000} onClick={() => decide({ act: 'reset', where: { rows } })}>{t('imports.decide.reset')}</Button>
          </>
        )}
        actions={onLeaveFinding && !('status' in view) ? () => <Button size="small" startIcon={<FilterAltOff />} onClick={onLeaveFinding}>{t('imports.decide.filterOff')}</Button> : undefined}
        empty={<EmptyState role="status" title={t('imports.rows.empty')} />}
      />
      {opened && <RowDialog key={opened.row} row={opened} batch={batch} fields={fields} isBusy={isBusy} onDecide={onDecide} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function useColumns({ setup, files }: BatchDetail, fields: readonly TargetField[], view: RowsView): readonly BrowseColumn<ImportRow, 'row'>[] {
  const t = useText()
  const wording = useWording(fields, files)
  const given = fields.filter(({ name }) => Object.hasOwn(setup.columns, name))
  const hasStatus = !('status' in view)
  const isAboutIssues = hasStatus || view.status === 'faulty' || view.status === 'skipped'
  const isLong = ({ kind, isKey, maximum }: TargetField) => kind === 'text' && !isKey && (maximum ?? 0) > 100
  const fieldColumns = given.map((field): BrowseColumn<ImportRow, 'row'> & { isKey: boolean } => ({
    name: field.name, label: fieldLabel(field), isKey: field.isKey, minWidth: isLong(field) ? 220 : field.isKey ? ((field.maximum ?? 0) > 100 ? 190 : 130) : 110, grow: isLong(field) ? 2 : 1,
    value: row => <FieldCell row={row} field={field} inFile={cellOf(row, field.name)} />,
  }))
  const remarkColumn: BrowseColumn<ImportRow, 'row'> = {
    name: 'issues', label: t('imports.rows.issues'), grow: 3, minWidth: isAboutIssues ? 340 : 160,
    value: row => {
      const text = remarks(row, wording)
      return <Box component="span" title={text} sx={{ color: row.status === 'faulty' ? 'error.main' : 'text.secondary' }}>{text}</Box>
    },
  }
  return [
    ...fileColumns<ImportRow>(files, t('imports.rows.file')),
    { name: 'row', sorts: true, label: t('imports.rows.row'), kind: 'number', value: ({ row }) => placeOf(files, row).row, width: 76 },
    ...(hasStatus ? [{ name: 'status', label: t('fields.status'), value: ({ status }: ImportRow) => <RowStatusChip status={status} />, width: 160 }] : []),
    ...fieldColumns.filter(({ isKey }) => isKey),
    // What is wrong must be in sight, however many columns the file has.
    ...(isAboutIssues ? [remarkColumn, ...others(fieldColumns)] : [...others(fieldColumns), remarkColumn]),
  ]
}

/** Which file and sheet a row is of, where several were read. */
export function fileColumns<Row extends { readonly row: number }>(files: BatchDetail['files'], label: string): readonly BrowseColumn<Row, 'row'>[] {
  if (files.length < 2) return []
  return [{ name: 'file', label, width: 150, value: ({ row }) => fileText(placeOf(files, row)) }]
}

function fileText({ file, sheet }: RowPlace): ReactNode {
  const text = [file, sheet].filter(part => part !== null).join(' · ')
  return <Box component="span" title={text}>{text}</Box>
}

function others<Column extends { isKey: boolean }>(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ isKey }) => !isKey)
}
