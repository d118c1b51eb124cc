import type { SvgIconComponent } from '@mui/icons-material'
import type { ComponentType, ReactNode } from 'react'
import type { z } from 'zod'
import type { Command, Query } from '../../shared/core/procedure.ts'
import type { Activity } from '../../shared/masters/record.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import type { HistoryWords } from '../components/record-history.tsx'
import type { Call } from '../core/client.ts'
import type { FilterName, ListCall, RowOf, SortName } from '../core/list-call.ts'

/** Names the texts, the path, the kept layout and the import of one kind of master data. */
export type MasterName = 'items' | 'units' | 'sections' | 'locations'

/** What all master records have. */
export interface MasterRow { id: string; version: number; code: string; name: string; isActive: boolean }
export type MasterList = Query<z.ZodType, z.ZodType<{ rows: MasterRow[]; next?: string | undefined; total?: number | undefined }>>

export interface FormProps<Row> {
  /** The record to change; without it, a new one. */
  readonly record?: Row | undefined
  onClose(): void
}
export interface Fact { readonly label: string; readonly value: ReactNode }

/** One kind of master data: everything `MasterScreen` needs to list it, show one record and change it. */
export interface Master<L extends MasterList> {
  readonly name: MasterName
  readonly entity: 'item' | 'unit' | 'section' | 'location'
  readonly icon: SvgIconComponent
  readonly list: ListCall<L>
  readonly columns: readonly BrowseColumn<RowOf<L>, SortName<L>>[]
  readonly filters: readonly BrowseFilter<FilterName<L>>[]
  /** One record, live; nothing until it is there. */
  useRecord(id: string): RowOf<L> | undefined
  /** What the drawer says of a record, in order; what is empty is left out. */
  facts(record: RowOf<L>): readonly Fact[]
  readonly Form: ComponentType<FormProps<RowOf<L>>>
  readonly setActive: Call<Command<typeof Activity, z.ZodType<MasterRow>>>
  /** Records that the program needs and that therefore stay active. */
  isNeeded?(record: RowOf<L>): boolean
  readonly words?: HistoryWords
  /** Buttons of its own, before those of every list. */
  readonly tools?: ReactNode
  /** What else stands in the drawer: attachments. */
  more?(record: RowOf<L>): ReactNode
}
