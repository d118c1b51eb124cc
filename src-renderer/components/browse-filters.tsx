import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Popover from '@mui/material/Popover'
import { useState, type ReactNode } from 'react'
import { useFormats, type Formats } from '../core/formats.ts'
import { useText, type Translate } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import type { ViewState } from './browse-state.ts'
import { FilterEditor } from './filter-editor.tsx'
import { ReferenceInput, type ReferenceInputProps } from './reference-field.tsx'
import { ReferenceName } from './reference-name.tsx'
import type { ReferenceSource } from './reference-source.ts'
import type { SelectOption } from './select-field.tsx'

type Json = ViewState['filter'][string]
/** One filter of a list, shown as a chip. `name`, `from`, `to` are names of the list's own `filter`. */
export type BrowseFilter<Name extends string = string> = { readonly label: string } & (
  | { readonly kind: 'enum'; readonly name: Name; readonly options: readonly SelectOption[]; /** The list takes several at once, as an array. */ readonly isMultiple?: boolean }
  | { readonly kind: 'boolean'; readonly name: Name; readonly yes?: string; readonly no?: string }
  | { readonly kind: 'text'; readonly name: Name }
  | { readonly kind: 'day'; readonly name: Name }
  | { readonly kind: 'days'; readonly from: Name; readonly to: Name }
  // The rows searched are the filter's own matter: made by `referenceFilter`.
  | { readonly kind: 'reference'; readonly name: Name; input(props: ReferenceFilterProps): ReactNode; nameOf(id: string): ReactNode }
)
type ReferenceFilterProps = Pick<ReferenceInputProps<ListQuery>, 'label' | 'value' | 'onChange' | 'autoFocus'>

/** A filter by one of many: `referenceFilter({ name: 'itemId', label, source: itemSource })`. */
export function referenceFilter<P extends ListQuery, Name extends string>({ source, ...filter }: { name: Name; label: string; source: ReferenceSource<P> }): BrowseFilter<Name> {
  return { ...filter, kind: 'reference', input: props => <ReferenceInput {...props} source={source} />, nameOf: id => <ReferenceName source={source} id={id} /> }
}

export interface FilterChipsProps {
  readonly filters: readonly BrowseFilter[]
  readonly chosen: ViewState['filter']
  onChange(filter: ViewState['filter']): void
}

/** Every filter of the list as a chip: what it is set to, or only its name. */
export function FilterChips({ filters, chosen, onChange }: FilterChipsProps): ReactNode {
  const t = useText()
  const formats = useFormats()
  const [edited, setEdited] = useState<{ filter: BrowseFilter; anchor: HTMLElement }>()
  const isSet = (filter: BrowseFilter) => namesOf(filter).some(name => chosen[name] !== undefined)
  // One is taken off by its own cross.
  const isSeveralSet = filters.filter(isSet).length > 1
  const put = (values: Readonly<Record<string, Json | undefined>>) => onChange(withoutUnset({ ...chosen, ...values }))
  const clear = (filter: BrowseFilter) => put(Object.fromEntries(namesOf(filter).map(name => [name, undefined])))

  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
      {filters.map(filter => {
        const text = filterText(filter, chosen, formats, t)
        return (
          <Chip
            key={filter.label} clickable onClick={event => setEdited({ filter, anchor: event.currentTarget })} aria-haspopup="dialog"
            variant={text === undefined ? 'outlined' : 'filled'} label={text === undefined ? filter.label : <>{filter.label}: <b>{text}</b></>}
            sx={{ maxWidth: 320, ...(isSet(filter) ? { bgcolor: 'tint.primary', color: 'primary.main', '&:hover': { bgcolor: 'tint.primary' } } : { bgcolor: 'background.paper', color: 'text.secondary' }) }}
            onDelete={isSet(filter) ? () => clear(filter) : event => setEdited({ filter, anchor: (event as React.MouseEvent<HTMLElement>).currentTarget.parentElement! })}
            deleteIcon={isSet(filter) ? <Close titleAccess={t('table.removeFilter', { label: filter.label })} /> : <ArrowDropDown aria-hidden />}
          />
        )
      })}
      {isSeveralSet && <Button size="small" onClick={() => onChange({})}>{t('table.clearFilters')}</Button>}
      <Popover
        open={edited !== undefined} anchorEl={edited?.anchor ?? null} onClose={() => setEdited(undefined)} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': edited?.filter.label, variant: 'outlined', sx: { p: 2, mt: 0.5, width: 300 } } }}
      >
        {edited && (
          <FilterEditor
            filter={edited.filter} chosen={chosen}
            onChange={(values, isFinal) => {
              put(values)
              if (isFinal) setEdited(undefined)
            }}
          />
        )}
      </Popover>
    </Box>
  )
}

export function namesOf(filter: BrowseFilter): readonly string[] {
  return filter.kind === 'days' ? [filter.from, filter.to] : [filter.name]
}

/** What a filter is set to, in words; nothing if it is not set. */
function filterText(filter: BrowseFilter, chosen: ViewState['filter'], { day }: Formats, t: Translate): ReactNode {
  const values = namesOf(filter).map(name => chosen[name])
  const [value] = values
  if (values.every(one => one === undefined)) return undefined
  if (filter.kind === 'days') return values.map(one => (typeof one === 'string' ? day(one) : '…')).join(' – ')
  if (filter.kind === 'day') return day(String(value))
  if (filter.kind === 'boolean') return value === true ? (filter.yes ?? t('words.yes')) : (filter.no ?? t('words.no'))
  if (filter.kind === 'enum') return [value].flat().map(one => filter.options.find(option => option.value === one)?.label ?? String(one)).join(', ')
  if (filter.kind === 'reference') return filter.nameOf(String(value))
  return String(value)
}

function withoutUnset(filter: Readonly<Record<string, Json | undefined>>): ViewState['filter'] {
  return Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
