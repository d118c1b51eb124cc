import FileUpload from '@mui/icons-material/FileUploadOutlined'
import ImportExport from '@mui/icons-material/ImportExportOutlined'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { importActs } from '../../shared/imports/rules.ts'
import { importTargets } from '../../shared/imports/target.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { newImportPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { batchPath } from './paths.ts'
import { BatchStatusChip } from './status-words.tsx'

const start = { sort: [{ column: 'createdAt', descending: true }] }

/** Every file that was checked: what became of it, and those that still wait. */
export function HistoryScreen(): ReactNode {
  const t = useText()
  const { imports } = useApi()
  const { integer, instant } = useFormats()
  const navigate = useNavigate()
  const may = useMay()
  const add = <Button variant="contained" startIcon={<FileUpload />} component={Link} to={newImportPath}>{t('imports.new')}</Button>
  return (
    <PageFrame title={t('imports.history.title')} actions={add} fills>
      <BrowseTable
        name="imports.history" title={t('imports.history.title')} call={imports.listBatches} start={start} onOpen={({ id }) => void navigate(batchPath(id))}
        columns={[
          { name: 'createdAt', sorts: true, label: t('imports.history.at'), value: ({ createdAt }) => instant(createdAt, 'short'), width: 150 },
          { name: 'target', sorts: true, label: t('imports.history.target'), value: ({ target }) => t(`imports.targets.${target}`), minWidth: 110 },
          { name: 'fileName', sorts: true, label: t('imports.history.file'), value: ({ fileName }) => fileName, grow: 2, minWidth: 200 },
          { name: 'status', label: t('fields.status'), value: ({ status }) => <BatchStatusChip status={status} />, width: 160 },
          { name: 'rowCount', label: t('imports.rows.row'), kind: 'number', value: ({ rowCount }) => integer(rowCount), width: 90 },
          { name: 'counts', label: t('imports.history.counts'), kind: 'number', value: ({ newCount, changedCount }) => `${integer(newCount)} / ${integer(changedCount)}`, width: 140 },
          { name: 'faultyCount', label: t('imports.statuses.faulty'), kind: 'number', value: ({ faultyCount }) => (faultyCount === 0 ? '' : integer(faultyCount)), width: 140 },
          { name: 'by', label: t('imports.history.by'), value: ({ createdByName }) => createdByName, minWidth: 140 },
        ]}
        filters={[
          { kind: 'enum', name: 'target', label: t('imports.history.target'), options: importTargets.filter(target => may(importActs(target))).map(value => ({ value, label: t(`imports.targets.${value}`) })) },
          { kind: 'enum', name: 'status', label: t('fields.status'), options: (['STAGED', 'APPLIED', 'DISCARDED'] as const).map(value => ({ value, label: t(`imports.batchStatuses.${value}`) })) },
        ]}
        empty={<EmptyState icon={<ImportExport />} title={t('imports.history.empty')} hint={t('imports.history.emptyHint')} actions={add} />}
      />
    </PageFrame>
  )
}
