import Add from '@mui/icons-material/Add'
import FileUpload from '@mui/icons-material/FileUploadOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { hasCode, type AnyMaster } from '../../shared/masters/definition.ts'
import { nameOfMaster } from '../../shared/masters/masters.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ListExport } from '../components/list-export.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useText } from '../core/i18n.ts'
import { newImportOf } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { useAttributes } from './attribute-fields.tsx'
import { masterCalls } from './master.ts'
import { useMasterColumns, useMasterFilters } from './master-columns.tsx'
import { MasterDrawer } from './master-drawer.tsx'
import { MasterForm } from './master-form.tsx'
import { useMasterWords } from './master-words.ts'
import type { Presentation } from './presentation.ts'

export interface MasterScreenProps { readonly master: AnyMaster; readonly presentation: Presentation }

/** One kind of master data: its list, and a record beside it, named in the address so that it can be linked to. */
export function MasterScreen({ master, presentation }: MasterScreenProps): ReactNode {
  const t = useText()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const [isAdding, setAdding] = useState(false)
  const name = nameOfMaster(master)
  const { icon: Icon, Tools } = presentation
  const { list } = masterCalls(useApi(), master)
  const words = useMasterWords(master)
  const attributes = useAttributes(master.entity)
  const columns = useMasterColumns(master, words, attributes, presentation)
  const filters = useMasterFilters(master, words, presentation)
  const views = useSavedViews(`masters.${name}`)
  const opened = params.get('id')
  const open = (id: string | undefined) => setParams(id === undefined ? {} : { id }, { replace: opened !== null })
  useBegin({ new: may('masters.create') && (() => setAdding(true)) })
  const actions = (
    <>
      {Tools && <Tools />}
      {may('process.importData') && (
        <Button variant="outlined" startIcon={<FileUpload />} component={Link} to={newImportOf(name)}>{t('buttons.import')}</Button>
      )}
      {may('masters.create') && <Button variant="contained" startIcon={<Add />} onClick={() => setAdding(true)}>{t(`masters.${name}.add`)}</Button>}
    </>
  )
  return (
    <PageFrame title={t(`masters.${name}.title`)} actions={actions} fills>
      <BrowseTable
        name={`masters.${name}`} title={t(`masters.${name}.title`)} call={list} columns={columns as never} filters={filters as never} start={startOf(master)} views={views}
        onOpen={row => open(row.id)} actions={may('dataCare.view') ? () => <ListExport target={name} title={t(`masters.${name}.title`)} /> : undefined}
        empty={<EmptyState icon={<Icon />} title={t(`masters.${name}.empty`)} hint={t(`masters.${name}.emptyHint`)} actions={actions} />}
      />
      {isAdding && <MasterForm master={master} presentation={presentation} onClose={() => setAdding(false)} />}
      {opened !== null && <MasterDrawer key={opened} master={master} presentation={presentation} id={opened} onClose={() => open(undefined)} />}
    </PageFrame>
  )
}

function startOf(master: AnyMaster) {
  return { sort: hasCode(master) ? [{ column: 'code', descending: false }] : [], filter: { isActive: true } }
}
