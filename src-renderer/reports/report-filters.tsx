import Check from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import { useMemo, type ReactNode } from 'react'
import type { FilterInput, OfferedFilter, ReportFilter } from '../../shared/reports/report.ts'
import { FilterChips, referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import type { ViewState } from '../components/browse-state.ts'
import { useApi } from '../core/api.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'

type Filters = Readonly<Record<string, FilterInput>>
type Chosen = ViewState['filter']

export interface ReportFiltersProps {
  readonly offered: readonly OfferedFilter[]
  readonly filters: Filters
  /** As the host has them in force: with this month's days, and the names of records. */
  readonly inForce: readonly ReportFilter[]
  onChange(filters: Filters): void
}

/** Everything a report can be narrowed by, in one row; a flag is a chip that is pressed. */
export function ReportFilters({ offered, filters, inForce, onChange }: ReportFiltersProps): ReactNode {
  const browse = useBrowseFilters(offered, filters, inForce)
  const flags = offered.filter(({ kind }) => kind === 'flag')
  const withoutFlags = Object.fromEntries(Object.entries(filters).filter(([key]) => !flags.some(flag => flag.key === key)))
  const onlyFlags = Object.fromEntries(flags.flatMap(({ key }) => (filters[key] === true ? [[key, true]] : [])))
  const toggle = (key: string) => {
    const { [key]: before, ...others } = filters
    onChange(before === true ? others : { ...others, [key]: true })
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
      <FilterChips filters={browse} chosen={chosenOf(withoutFlags)} onChange={chosen => onChange({ ...filtersOf(offered, chosen), ...onlyFlags })} />
      {flags.map(({ key, labelKey }) => {
        const isOn = filters[key] === true
        return (
          <Chip
            key={key} clickable component="button" type="button" aria-pressed={isOn} onClick={() => toggle(key)} label={textOf(labelKey)}
            {...(isOn && { icon: <Check /> })} variant={isOn ? 'filled' : 'outlined'} sx={isOn ? on : off}
          />
        )
      })}
    </Box>
  )
}

const on = { bgcolor: 'tint.primary', color: 'primary.main', '& .MuiChip-icon': { color: 'inherit' } } as const
const off = { bgcolor: 'background.paper', color: 'text.secondary' } as const
const listed = { pageSize: 50 }

function useBrowseFilters(offered: readonly OfferedFilter[], filters: Filters, inForce: readonly ReportFilter[]): BrowseFilter[] {
  const t = useText()
  const api = useApi()
  const { sections: mine } = useUser()
  const isOffered = (kind: OfferedFilter['kind']) => offered.some(filter => filter.kind === kind)
  const { data: sections } = useLive(api.masters.findSections, listed, { enabled: isOffered('section') })
  const { data: places } = useLive(api.masters.findLocations, { ...listed, kinds: ['INTERNAL', 'VIEW'] }, { enabled: isOffered('location') })
  const sectionSource = useMemo(() => ({ call: api.masters.findSections, option: nameOnly }), [api])
  const placeSource = useMemo(() => ({ call: api.masters.findLocations, option: nameOnly, input: { kinds: ['INTERNAL' as const, 'VIEW' as const] } }), [api])
  const itemSource = useMemo(() => ({ call: api.masters.findItems, option: nameOnly, find: async (id: string) => nameOnly(await api.masters.getItem({ id })) }), [api])
  const isMine = (id: string | null) => mine === 'all' || id === null || mine.includes(id)

  return offered.flatMap((filter): BrowseFilter[] => {
    const { key, kind, labelKey, choices = [] } = filter
    const face = { name: key, label: textOf(labelKey) ?? '' }
    if (kind === 'flag') return []
    // RP-2: nothing chosen is this month.
    const label = kind === 'period' && filters[key] === undefined ? t('reports.thisMonth', { label: face.label }) : face.label
    if (kind === 'period') return [{ kind: 'days', label, from: `${key}From`, to: `${key}To` }]
    if (kind === 'search') return [{ ...face, kind: 'text' }]
    const options = choices.map(choice => ({ value: choice.value, label: textOf(choice.labelKey, choice.labelParams) ?? choice.value }))
    if (kind === 'item') return [referenceFilter({ ...face, source: itemSource })]
    if (kind === 'choice') return [{ ...face, kind: 'enum', options }]
    // A handful is shown at once; of many, the user types a part.
    if (kind === 'section' && sections?.next !== undefined) return [referenceFilter({ ...face, source: sectionSource })]
    if (kind === 'location' && places?.next !== undefined) return [referenceFilter({ ...face, source: placeSource })]
    const found = kind === 'section' ? sections?.rows.filter(({ id }) => isMine(id)) : places?.rows.filter(({ sectionId }) => isMine(sectionId))
    const rows = found ?? []
    const set = inForce.find(one => one.key === key)
    const missing = typeof set?.value === 'string' && !rows.some(({ id }) => id === set.value) ? [{ value: set.value, label: set.text }] : []
    return [{ ...face, kind: 'enum', options: [...rows.map(({ id, name }) => ({ value: id, label: name })), ...missing] }]
  })
}

function nameOnly({ id, code, name }: { readonly id: string; readonly code: string; readonly name: string }) {
  return { id, code, name }
}

/** As the chips have them: a period is two days. */
function chosenOf(filters: Filters): Chosen {
  return Object.fromEntries(Object.entries(filters).flatMap(([key, value]): [string, string | boolean][] => {
    if (typeof value !== 'object') return [[key, value]]
    const days: [string, string][] = [[`${key}From`, value.from ?? ''], [`${key}To`, value.to ?? '']]
    return days.filter(([, day]) => day !== '')
  }))
}

function filtersOf(offered: readonly OfferedFilter[], chosen: Chosen): Filters {
  return Object.fromEntries(offered.flatMap(({ key, kind }): [string, FilterInput][] => {
    const value = chosen[key]
    if (kind !== 'period') return typeof value === 'string' && value !== '' ? [[key, value]] : []
    const [from, to] = [chosen[`${key}From`], chosen[`${key}To`]]
    return from === undefined && to === undefined ? [] : [[key, { from: dayOf(from), to: dayOf(to) }]]
  }))
}

function dayOf(value: Chosen[string] | undefined): string {
  return typeof value === 'string' ? value : ''
}
