import Add from '@mui/icons-material/Add'
import type { SvgIconComponent } from '@mui/icons-material'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useBegin } from '../core/begin.ts'
import type { ListQuery, RowOf } from '../core/list-call.ts'
import { BrowseTable, type BrowseTableProps } from './browse-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { PageFrame } from './page-frame.tsx'
import { useSavedViews } from './saved-views.ts'

export interface ListScreenProps<P extends ListQuery> extends Omit<BrowseTableProps<P>, 'onOpen' | 'views' | 'empty'> {
  /** The page of a record. */
  pathOf(record: RowOf<P>): string
  readonly empty: { readonly icon: SvgIconComponent; readonly title: string; readonly hint: string }
  /** A form that makes a new one, for those who may. */
  readonly adds: { readonly label: string; readonly isAllowed: boolean; form(props: { onSaved(made: RowOf<P>): void; onClose(): void }): ReactNode }
}

/** A list of documents that each have a page of their own: found, opened, and begun by `?begin=new`. */
export function ListScreen<P extends ListQuery>({ pathOf, empty: { icon: Icon, ...empty }, adds: { label, isAllowed, form }, ...table }: ListScreenProps<P>): ReactNode {
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  const begin = () => setAdding(true)
  useBegin({ new: isAllowed && begin })
  const add = isAllowed && <Button variant="contained" startIcon={<Add />} onClick={begin}>{label}</Button>
  const open = (record: RowOf<P>) => void navigate(pathOf(record))
  return (
    <PageFrame title={table.title} fills actions={add}>
      <BrowseTable<P> {...table} onOpen={open} views={useSavedViews(table.name)} empty={<EmptyState icon={<Icon />} {...empty} actions={add} />} />
      {isAdding && form({ onSaved: open, onClose: () => setAdding(false) })}
    </PageFrame>
  )
}
