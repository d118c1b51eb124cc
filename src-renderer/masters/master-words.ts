import { useMemo } from 'react'
import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import type { AttributeValue } from '../../shared/masters/definition.ts'
import type { AttributeDefinition } from '../../shared/masters/attributes.ts'
import { baseOf, hasCode, keyOfMaster, type AnyMaster } from '../../shared/masters/definition.ts'
import type { MasterField } from '../../shared/masters/fields.ts'
import { useFormats, type Formats } from '../core/formats.ts'
import { textOf, useLanguage, useText, type Translate } from '../core/i18n.ts'
import type { MasterRecord } from './master.ts'

/** What a master's fields and values are called in the user's language. */
export interface MasterWords {
  label(field: string): string
  hint(field: string): string | undefined
  choices(field: MasterField): { value: string; label: string }[]
  /** A value as a person reads it; empty text where there is none. */
  value(record: MasterRecord, field: string): string
  /** What a record is called: its name, its code, else what it refers to. */
  title(record: MasterRecord): string
  attributeLabel(definition: AttributeDefinition): string
  attribute(definition: AttributeDefinition, value: AttributeValue | undefined): string
}

export function useMasterWords(master: AnyMaster): MasterWords {
  const t = useText()
  const formats = useFormats()
  const [language] = useLanguage()
  return useMemo(() => {
    const key = keyOfMaster(master)
    const value = (record: MasterRecord, field: string) => valueText(master.fields[field]!, field, record, formats, t)
    return {
      value,
      label: field => textOf(`masters.${key}.fields.${field}`) ?? textOf(`fields.${field}`) ?? field,
      hint: field => textOf(`masters.${key}.hints.${field}`),
      choices: ({ values = [], words = '' }) => values.map(one => ({ value: one, label: textOf(`masters.${words}.${one}`) ?? one })),
      title: record => {
        if (hasCode(master)) return String(record.name === '' ? record.code : record.name)
        return ['name' in master.fields ? 'name' : '', ...master.unique].filter(Boolean).map(field => value(record, field)).filter(Boolean).join(' · ')
      },
      attributeLabel: ({ labelIndonesian, labelEnglish }) => (language === 'id' ? labelIndonesian : labelEnglish),
      attribute: ({ kind }, given) => attributeText(kind, given ?? null, formats, t),
    }
  }, [master, formats, language, t])
}

/** Units are known by their code, everything else by its name. */
const shownByCode: readonly (string | undefined)[] = ['unit']

function valueText({ kind, entity, words }: MasterField, name: string, record: MasterRecord, formats: Formats, t: Translate): string {
  const value = record[name]
  if (kind === 'reference') return String(record[`${baseOf(name)}${shownByCode.includes(entity) ? 'Code' : 'Name'}`] ?? '')
  if (value === null || value === undefined || value === '') return ''
  if (kind === 'flag') return t(value === true ? 'words.yes' : 'words.no')
  if (kind === 'choice') return textOf(`masters.${words}.${String(value)}`) ?? String(value)
  if (kind === 'cost') return formats.price(value as Decimal)
  if (kind === 'decimal') return formats.decimal(value as Decimal)
  if (kind === 'integer') return formats.integer(Number(value))
  if (kind === 'day') return formats.day(String(value))
  if (kind === 'time') return formats.language === 'id' ? String(value).replace(':', '.') : String(value)
  return kind === 'weekdays' ? weekdaysText(String(value), t) : String(value)
}

/** The days by their numbers, 1 is Monday. */
export const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** `12345` is “Sen–Jum”, `135` “Sen, Rab, Jum”. */
export function weekdaysText(days: string, t: Translate): string {
  const name = (day: string) => t(`masters.weekdayNames.${week[Number(day) - 1]!}`)
  const isRun = days.length > 2 && '1234567'.includes(days)
  return isRun ? `${name(days[0]!)}–${name(days.at(-1)!)}` : [...days].map(name).join(', ')
}

function attributeText(kind: AttributeDefinition['kind'], value: AttributeValue, { plain, integer, day }: Formats, t: Translate): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return t(value ? 'words.yes' : 'words.no')
  if (kind === 'decimal') return plain(String(value))
  if (typeof value === 'number') return integer(value)
  return kind === 'day' ? day(value) : value
}

/** A decimal as it travels. */
export function decimalEntry(value: unknown): string | null {
  return value === null || value === undefined ? null : decimalText(value as Decimal)
}
