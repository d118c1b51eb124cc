import { dayText, instantText } from '../../shared/core/day-text.ts'
import { currencyText, numberText } from '../../shared/core/number-text.ts'
import { firstForm, type DocumentForm, type PaperSize, type Signature } from '../../shared/documents/form.ts'
import { noValue, type CellValue, type ColumnKind, type ReportFilter, type Tone } from '../../shared/reports/report.ts'
import type { Language } from '../../shared/texts.ts'
import { textOf } from './reports-text.ts'
import type { Report, ReportTable, TableColumn } from './reports.ts'

/** Whose paper it is and who makes it: what is said on it beside the rows. */
export interface PaperFacts {
  readonly language: Language
  readonly factory: Readonly<Record<'name' | 'address' | 'phone' | 'timeZone' | 'currency', string>>
  readonly madeBy: string
  /** UTC ISO text. */
  readonly madeAt: string
  /** See `stampOf`. */
  readonly stamp: string | undefined
  /** The factory's own head and form; without it, what the program begins with. */
  readonly look?: PaperLook
  /** What a scanner reads off it. */
  readonly code?: string
}

/** `logo` is a data URI, PNG or JPEG. */
export interface PaperLook { readonly headLines: readonly string[]; readonly logo: string | null; readonly form: DocumentForm }

/** Room to write by hand: what its columns are called, and how many lines. */
export interface BlankLines { readonly title: string; readonly headings: readonly string[]; readonly count: number }

export interface PaperColumn extends TableColumn { readonly heading: string; readonly isNumber: boolean }
export interface TotalLine { readonly label: string; readonly cells: Readonly<Record<string, CellValue>> }
export interface Word { readonly label: string; readonly tone: Tone | undefined }

/** A report in the words of its reader, ready to be written in any form. */
export interface Paper {
  readonly language: Language
  readonly factoryName: string
  /** Address and telephone, as far as they are known, and the head's further lines. */
  readonly factoryLines: readonly string[]
  readonly logo: string | null
  readonly size: PaperSize
  /** What stands below every page beside who made it. */
  readonly footer: string
  readonly title: string
  /** The period, or the moment the report speaks of. */
  readonly subject: string
  readonly filters: readonly { readonly label: string; readonly value: string }[]
  readonly madeBy: string
  readonly madeAt: string
  readonly columns: readonly PaperColumn[]
  readonly table: ReportTable
  readonly totals: readonly TotalLine[]
  readonly tallies: readonly (Word & { readonly count: string })[]
  readonly signatures: readonly Signature[]
  readonly orientation: 'portrait' | 'landscape' | undefined
  /** Stands across every page. */
  readonly stamp: string | undefined
  /** What a scanner reads off its head. */
  readonly code: string | undefined
  /** Below its rows, above the signatures. */
  readonly blank?: BlankLines
  text(key: string, params?: Readonly<Record<string, string | number>>): string
  number(plain: string): string
  /** A cell as people read it. */
  cell(column: TableColumn, value: CellValue): string
  /** A status as its word. */
  word(column: TableColumn, value: CellValue): Word
}

const numeric: readonly ColumnKind[] = ['decimal', 'integer', 'money', 'percent']

export function createPaper(report: Report, table: ReportTable, { language, factory, madeBy, madeAt, stamp, look, code }: PaperFacts): Paper {
  const number = (plain: string) => numberText(plain, language)
  const instant = (at: string) => instantText(at, factory.timeZone, language)
  const text: Paper['text'] = (key, params) => textOf(language, key, params)

  function word({ choices }: TableColumn, value: CellValue): Word {
    const choice = choices?.find(one => one.value === value)
    return choice ? { label: text(choice.labelKey, choice.labelParams), tone: choice.tone } : { label: String(value ?? noValue), tone: undefined }
  }
  function cell(column: TableColumn, value: CellValue): string {
    if (value === null || value === '') return value === null ? noValue : ''
    if (column.kind === 'status') return word(column, value).label
    if (column.kind === 'day') return dayText(String(value))
    if (column.kind === 'instant') return instant(String(value))
    if (column.kind === 'percent') return `${number(String(value))}%`
    return numeric.includes(column.kind) ? number(String(value)) : String(value)
  }
  function headingOf({ kind, labelKey }: TableColumn): string {
    return kind === 'money' ? text('reports.columnUnit', { label: text(labelKey), unit: currencyText(factory.currency) }) : text(labelKey)
  }
  function filterText({ kind, value, choices, text: name }: ReportFilter): string | undefined {
    if (kind === 'period' || value === null || value === '' || value === false) return undefined
    if (kind === 'flag') return text('words.yes')
    const choice = choices?.find(one => one.value === value)
    return choice ? text(choice.labelKey, choice.labelParams) : name
  }
  function tallyOf({ column, value, count }: ReportTable['tallies'][number]): Paper['tallies'][number] {
    return { ...word(table.columns.find(({ key }) => key === column)!, value), count: number(String(count)) }
  }
  const at = instant(madeAt)
  const { form } = look ?? { form: firstForm }
  const { period } = table
  const phone = factory.phone && text('reports.document.phone', { phone: factory.phone })
  return {
    language, text, cell, word, table, madeBy, stamp, code, madeAt: at, number, factoryName: factory.name, title: text(report.titleKey),
    factoryLines: [factory.address.replace(/\s*\n\s*/g, ', '), phone, ...(look?.headLines ?? [])].filter(Boolean), logo: look?.logo ?? null, size: form.paper, footer: form.footer,
    subject: period
      ? text('reports.document.period', { from: dayText(period.from), to: dayText(period.to) })
      : text('reports.document.asOf', { at }),
    filters: table.filters.flatMap(filter => {
      const value = filterText(filter)
      return value === undefined ? [] : [{ label: text(filter.labelKey), value }]
    }),
    columns: table.columns.map(column => ({ ...column, heading: headingOf(column), isNumber: numeric.includes(column.kind) })),
    totals: table.totals.map(({ unit, cells }) => ({ label: unit === null ? text('reports.total') : text('reports.unitTotal', { unit }), cells })),
    tallies: table.tallies.map(tallyOf),
    signatures: form.signatures ?? report.signatures.map((key, at) => ({ title: text(key), name: at === 0 ? madeBy : '' })),
    orientation: form.orientation === 'AUTO' ? report.orientation : form.orientation === 'PORTRAIT' ? 'portrait' : 'landscape',
  }
}
