import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import Add from '@mui/icons-material/Add'
import FileUpload from '@mui/icons-material/FileUploadOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { bomKinds, bomStatuses } from '../../shared/engineering/rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ListExport } from '../components/list-export.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { newImportOf } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { BomDialog } from './bom-dialog.tsx'
import { BomStatusChip } from './bom-words.tsx'
import { bomPath } from './paths.ts'

/** Every BOM, revision by revision. */
export function BomsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const mayAdd = may('engineering.create')
  const navigate = useNavigate()
  const { integer, decimal, day } = useFormats()
  const [isAdding, setAdding] = useState(false)
  useBegin({ new: mayAdd && (() => setAdding(true)) })
  const add = mayAdd && <Button variant="contained" startIcon={<Add />} onClick={() => setAdding(true)}>{t('engineering.boms.add')}</Button>
  const actions = (
    <>
      {may('process.importData') && may('engineering.approve') && <Button variant="outlined" startIcon={<FileUpload />} component={Link} to={newImportOf('boms')}>{t('buttons.import')}</Button>}
      {add}
    </>
  )
  return (
    <PageFrame title={t('engineering.boms.title')} fills actions={actions}>
      <BrowseTable
        name="engineering.boms" title={t('engineering.boms.title')} call={api.engineering.listBoms} views={useSavedViews('engineering.boms')} onOpen={({ id }) => void navigate(bomPath(id))}
        start={{ filter: { kind: 'PRODUCTION', status: 'ACTIVE' } }}
        columns={[
          { name: 'itemCode', label: t('fields.code'), sorts: true, width: 150, value: row => <b>{row.itemCode}</b> },
          { name: 'itemName', label: t('fields.itemId'), sorts: true, grow: 3, minWidth: 180, value: row => row.itemName },
          { name: 'sectionName', label: t('engineering.fields.stage'), sorts: true, width: 120, value: row => row.sectionName ?? '' },
          { name: 'kind', label: t('fields.kind'), width: 110, yields: true, value: row => t(`engineering.bomHeaderKinds.${row.kind}`) },
          { name: 'revision', label: t('engineering.fields.revision'), sorts: true, kind: 'number', width: 90, value: row => integer(row.revision) },
          { name: 'lineCount', label: t('engineering.boms.lines'), sorts: true, kind: 'number', width: 90, yields: true, value: row => integer(row.lineCount) },
          { name: 'outputQuantity', label: t('engineering.fields.outputQuantity'), kind: 'number', width: 120, isHidden: true, value: row => `${decimal(row.outputQuantity)} ${row.unitCode}` },
          { name: 'revisedDay', label: t('engineering.fields.revisedDay'), sorts: true, width: 130, yields: true, value: row => day(row.revisedDay) },
          { name: 'status', label: t('fields.status'), sorts: true, width: 140, value: row => <BomStatusChip status={row.status} /> },
        ]}
        filters={[
          { kind: 'enum', name: 'kind', label: t('fields.kind'), options: bomKinds.map(value => ({ value, label: t(`engineering.bomHeaderKinds.${value}`) })) },
          { kind: 'enum', name: 'status', label: t('fields.status'), options: bomStatuses.map(value => ({ value, label: t(`engineering.statuses.${value}`) })) },
        ]}
        empty={<EmptyState icon={<AccountTree />} title={t('engineering.boms.empty')} hint={t('engineering.boms.emptyHint')} actions={actions} />}
        actions={may('dataCare.view') ? () => <ListExport target="boms" title={t('engineering.boms.title')} /> : undefined}
      />
      {isAdding && <BomDialog onClose={() => setAdding(false)} onSaved={({ id }) => void navigate(bomPath(id))} />}
    </PageFrame>
  )
}
