import { baseOf, type AnyMaster } from '../../shared/masters/definition.ts'
import type { FieldKind, MasterField } from '../../shared/masters/fields.ts'
import type { AttributeDefinition } from '../../shared/masters/attributes.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useUser } from '../core/session.ts'
import { ActivityChip } from './activity-chip.tsx'
import { masterCalls, type MasterRecord } from './master.ts'
import { masterOf } from '../../shared/masters/masters.ts'
import type { MasterEntity } from '../../shared/masters/definition.ts'
import type { MasterWords } from './master-words.ts'
import type { Presentation } from './presentation.ts'
import { option } from './sources.ts'

type Column = BrowseColumn<MasterRecord>

/** A master's fields as columns, extra ones hidden at first; whether the record is still in use stands last. */
export function useMasterColumns(master: AnyMaster, words: MasterWords, attributes: readonly AttributeDefinition[], { hidden = [], saysNone = [], useFacts = useNoFacts }: Presentation): readonly Column[] {
  const t = useText()
  const facts = useFacts()
  const { instant } = useFormats()
  const { canSeeCost } = useUser()
  const own = Object.entries(master.fields).filter(([, { kind }]) => canSeeCost || kind !== 'cost').map(([name, field]): Column => {
    const base = { label: words.label(name), value: (record: MasterRecord) => words.value(record, name) || (saysNone.includes(name) ? facts(record)[name] ?? '' : ''), ...layoutOf(name, field), isHidden: hidden.includes(name) || field.kind === 'note' }
    const sortName = field.kind === 'reference' ? `${baseOf(name)}${field.entity === 'unit' ? 'Code' : 'Name'}` : name
    return field.kind === 'cost' || field.kind === 'weekdays' ? { ...base, name } : { ...base, name: sortName, sorts: true }
  })
  const extra = attributes.map((definition): Column => ({
    name: `attributes.${definition.name}`, label: words.attributeLabel(definition), isHidden: true, minWidth: 120, value: ({ attributes: values }) => words.attribute(definition, values[definition.name]),
    ...((definition.kind === 'decimal' || definition.kind === 'integer') && { kind: 'number' }),
  }))
  return [
    ...own, ...extra,
    { name: 'createdAt', sorts: true, label: t('fields.createdAt'), value: ({ createdAt }) => instant(createdAt, 'short'), minWidth: 140, isHidden: true },
    { name: 'isActive', label: t('fields.status'), value: ({ isActive }) => (isActive ? t('words.active') : <ActivityChip isActive={false} />), width: 130 },
  ]
}

const noFacts = () => ({})
function useNoFacts(): () => Readonly<Record<string, string | undefined>> {
  return noFacts
}

const widths: Partial<Record<FieldKind, Partial<Column>>> = {
  integer: { kind: 'number', width: 120 }, decimal: { kind: 'number', width: 150 }, cost: { kind: 'number', width: 130 }, day: { width: 120 }, time: { width: 100 }, flag: { width: 120 }, choice: { minWidth: 130 },
  reference: { minWidth: 130 },
}

function layoutOf(name: string, { kind, entity }: MasterField): Partial<Column> {
  if (name === 'code') return { minWidth: 120 }
  if (name === 'name') return { grow: 2, minWidth: 180 }
  if (entity === 'unit') return { width: 120 }
  return { minWidth: 120, yields: true, ...widths[kind] }
}

/** What a list may be narrowed by: choices, flags, groups, and what the records refer to. */
export function useMasterFilters(master: AnyMaster, words: MasterWords, { useFilters = useNoFilters }: Presentation): readonly BrowseFilter[] {
  const t = useText()
  const api = useApi()
  const own = useFilters()
  const filters = Object.entries(master.fields).filter(([name, { filter }]) => filter !== null && (master.fields[name]!.entity !== 'user')).map(([name, field]): BrowseFilter => {
    const label = words.label(name)
    const given = own[name]
    if (given) return given
    if (field.kind === 'choice') return { kind: 'enum', name, label, options: words.choices(field) }
    if (field.kind === 'flag') return { kind: 'boolean', name, label }
    if (field.kind === 'group') return { kind: 'text', name, label }
    const { find, get } = masterCalls(api, masterOf(field.entity as MasterEntity))
    return referenceFilter<ListQuery, string>({ name, label, source: { call: find, option, find: async id => option(await get({ id })) } })
  })
  return [...filters, { kind: 'boolean', name: 'isActive', label: t('fields.status'), yes: t('words.active'), no: t('words.inactive') }]
}

const noFilters = {}
function useNoFilters(): Readonly<Record<string, BrowseFilter>> {
  return noFilters
}
