import Add from '@mui/icons-material/Add'
import FileUpload from '@mui/icons-material/FileUploadOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useBegin } from '../core/begin.ts'
import { useText } from '../core/i18n.ts'
import { newImportOf } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { ExportButton } from './export-button.tsx'
import type { Master, MasterList } from './master.ts'
import { MasterDrawer } from './master-drawer.tsx'

const start = { sort: [{ column: 'code', descending: false }], filter: { isActive: true } }

/** One kind of master data: its list, and a record beside it, named in the address so that it can be linked to. */
export function MasterScreen<L extends MasterList>({ master }: { readonly master: Master<L> }): ReactNode {
  const t = useText()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const [isAdding, setAdding] = useState(false)
  const { name, icon: Icon, list, columns, filters, tools, Form } = master
  const views = useSavedViews(`masters.${name}`)
  const opened = params.get('id')
  const open = (id: string | undefined) => setParams(id === undefined ? {} : { id }, { replace: opened !== null })
  useBegin({ new: may('masters.create') && (() => setAdding(true)) })
  const actions = (
    <>
      {tools}
      {may('dataCare.update') && (
        <Button variant="outlined" startIcon={<FileUpload />} component={Link} to={newImportOf(name)}>{t('buttons.import')}</Button>
      )}
      {may('masters.create') && <Button variant="contained" startIcon={<Add />} onClick={() => setAdding(true)}>{t(`masters.${name}.add`)}</Button>}
    </>
  )
  return (
    <PageFrame title={t(`masters.${name}.title`)} actions={actions} fills>
      <BrowseTable
        name={`masters.${name}`} title={t(`masters.${name}.title`)} call={list} columns={columns} filters={filters} start={start} views={views}
        onOpen={row => open(row.id)} actions={may('dataCare.view') ? () => <ExportButton name={name} /> : undefined}
        empty={<EmptyState icon={<Icon />} title={t(`masters.${name}.empty`)} hint={t(`masters.${name}.emptyHint`)} actions={actions} />}
      />
      {isAdding && <Form onClose={() => setAdding(false)} />}
      {opened !== null && <MasterDrawer key={opened} master={master} id={opened} onClose={() => open(undefined)} />}
    </PageFrame>
  )
}
