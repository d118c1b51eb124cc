import CheckBox from '@mui/icons-material/CheckBox'
import CheckBoxBlank from '@mui/icons-material/CheckBoxOutlineBlank'
import RadioOn from '@mui/icons-material/RadioButtonChecked'
import RadioOff from '@mui/icons-material/RadioButtonUnchecked'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import MenuList from '@mui/material/MenuList'
import { useState, type ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import type { BrowseFilter } from './browse-filters.tsx'
import type { ViewState } from './browse-state.ts'
import { DateInput } from './date-field.tsx'
import type { SelectOption } from './select-field.tsx'
import { TextInput } from './text-field.tsx'

type Json = ViewState['filter'][string]

export interface FilterEditorProps {
  readonly filter: BrowseFilter
  readonly chosen: ViewState['filter']
  /** `isFinal`: nothing more is to be chosen here. */
  onChange(values: Readonly<Record<string, Json | undefined>>, isFinal: boolean): void
}

/** What opens under a filter's chip. */
export function FilterEditor({ filter, chosen, onChange }: FilterEditorProps): ReactNode {
  const t = useText()
  if (filter.kind === 'days') {
    return (
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <DayFilter label={`${filter.label}: ${t('table.from')}`} value={chosen[filter.from]} onChange={day => onChange({ [filter.from]: day }, false)} autoFocus />
        <DayFilter label={t('table.to')} value={chosen[filter.to]} onChange={day => onChange({ [filter.to]: day }, false)} />
      </Box>
    )
  }
  const { name, label } = filter
  const value = chosen[name]
  if (filter.kind === 'day') return <DayFilter label={label} value={value} onChange={day => onChange({ [name]: day }, false)} autoFocus />
  if (filter.kind === 'text') return <TextFilter label={label} value={value} onChange={(text, isFinal) => onChange({ [name]: text }, isFinal)} />
  if (filter.kind === 'reference') {
    const current = typeof value === 'string' ? value : null
    const choose = (id: string | null) => onChange({ [name]: id ?? undefined }, id !== null)
    return filter.input({ label, autoFocus: true, value: current, onChange: choose })
  }
  if (filter.kind === 'boolean') {
    const options = [{ value: 'yes', label: filter.yes ?? t('words.yes') }, { value: 'no', label: filter.no ?? t('words.no') }]
    const current = value === undefined ? [] : [value === true ? 'yes' : 'no']
    return <Choices label={label} options={options} chosen={current} onToggle={one => onChange({ [name]: current.includes(one) ? undefined : one === 'yes' }, true)} />
  }
  const current = [value ?? []].flat().map(String)
  const toggle = (one: string) => {
    const next = current.includes(one) ? current.filter(other => other !== one) : [...current, one]
    if (filter.isMultiple) return onChange({ [name]: next.length === 0 ? undefined : next }, false)
    onChange({ [name]: current.includes(one) ? undefined : one }, true)
  }
  return <Choices label={label} options={filter.options} chosen={current} isMultiple={filter.isMultiple} onToggle={toggle} />
}

interface ChoicesProps { readonly label: string; readonly options: readonly SelectOption[]; readonly chosen: readonly string[]; readonly isMultiple?: boolean | undefined; onToggle(value: string): void }

function Choices({ label, options, chosen, isMultiple, onToggle }: ChoicesProps): ReactNode {
  const [on, off] = isMultiple ? [CheckBox, CheckBoxBlank] : [RadioOn, RadioOff]
  return (
    <MenuList dense disablePadding autoFocus aria-label={label} sx={{ m: -1, maxHeight: 360, overflowY: 'auto', outline: 0 }}>
      {options.map(({ value, label: text }) => {
        const isChosen = chosen.includes(value)
        const Mark = isChosen ? on : off
        return (
          <MenuItem key={value} role={isMultiple ? 'menuitemcheckbox' : 'menuitemradio'} aria-checked={isChosen} onClick={() => onToggle(value)} sx={{ borderRadius: 1, px: 1, gap: 1 }}>
            <Mark aria-hidden sx={{ fontSize: 20, color: isChosen ? 'primary.main' : 'tint.fieldLine' }} />
            {text}
          </MenuItem>
        )
      })}
    </MenuList>
  )
}

interface DayFilterProps { readonly label: string; readonly value: Json | undefined; readonly autoFocus?: boolean; onChange(day: string | undefined): void }

/** Filters only by days that exist; half a day typed is not sent. */
function DayFilter({ label, value, autoFocus, onChange }: DayFilterProps): ReactNode {
  const t = useText()
  const [draft, setDraft] = useState(typeof value === 'string' ? value : null)
  const change = (day: string | null) => {
    setDraft(day)
    if (day === null || !day.startsWith('?')) onChange(day ?? undefined)
  }
  return <DateInput label={label} value={draft} onChange={change} autoFocus={autoFocus} error={draft?.startsWith('?') ? t('issues.invalid_format_date') : undefined} />
}

interface TextFilterProps { readonly label: string; readonly value: Json | undefined; onChange(text: string | undefined, isFinal: boolean): void }

function TextFilter({ label, value, onChange }: TextFilterProps): ReactNode {
  const [draft, setDraft] = useState(typeof value === 'string' ? value : '')
  const finish = (isFinal: boolean) => onChange(draft.trim() === '' ? undefined : draft.trim(), isFinal)
  return (
    <form onSubmit={event => { event.preventDefault(); finish(true) }}>
      <TextInput label={label} value={draft} onChange={setDraft} onBlur={() => finish(false)} autoFocus />
    </form>
  )
}
