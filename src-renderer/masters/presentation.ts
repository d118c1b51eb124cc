import type { SvgIconComponent } from '@mui/icons-material'
import type { ComponentType } from 'react'
import type { FieldProps } from '../components/form-field.ts'
import type { MasterRecord } from './master.ts'
import type { BrowseFilter } from '../components/browse-filters.tsx'

/** The themes of the masters' home, in its order. */
export const masterThemes = ['goods', 'places', 'people', 'time', 'process', 'delivery', 'reasons'] as const
export type MasterTheme = (typeof masterThemes)[number]

export interface ControlProps extends FieldProps { readonly record?: MasterRecord | undefined }

/** How a master looks, where its definition alone does not say it well. */
export interface Presentation {
  readonly icon: SvgIconComponent
  readonly theme: MasterTheme
  /** Fields side by side in the form; what is named nowhere follows. */
  readonly rows: readonly (readonly string[])[]
  /** Columns that are hidden at first. */
  readonly hidden?: readonly string[]
  /** References that say in lists too what it means that there is none, as `useFacts` words it. */
  readonly saysNone?: readonly string[]
  /** What a new record begins with. */
  readonly start?: Readonly<Record<string, unknown>>
  /** Controls of its own for some fields. */
  readonly controls?: Readonly<Record<string, ComponentType<ControlProps>>>
  /** Stands above, or below, the fields of the form. */
  readonly FormHead?: ComponentType<{ record: MasterRecord | undefined }>
  readonly FormFoot?: ComponentType
  /** Fields that cannot change, and whether the record stays active whatever happens. */
  held?(record: MasterRecord): { readonly fields: readonly string[]; readonly staysActive: boolean } | undefined
  /** Buttons of its own, before those of every list. */
  readonly Tools?: ComponentType
  /** What else stands in the drawer. */
  readonly Parts?: ComponentType<{ record: MasterRecord }>
  /** In place of what the fields say in the drawer, by field; nothing leaves the field out. */
  readonly useFacts?: () => (record: MasterRecord) => Readonly<Record<string, string | undefined>>
  /** In place of the filters of some fields. */
  readonly useFilters?: () => Readonly<Record<string, BrowseFilter>>
}
