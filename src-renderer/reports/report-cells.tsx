import { currencyText } from '../../shared/core/number-text.ts'
import { noValue, type CellValue, type ColumnKind, type ReportColumn, type Tone } from '../../shared/reports/report.ts'
import type { ReactNode } from 'react'
import { StatusChip, type Tone as ChipTone } from '../components/status-chip.tsx'
import { useFactory } from '../core/factory.ts'
import { useFormats, type Formats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'

const numeric: readonly ColumnKind[] = ['decimal', 'integer', 'money', 'percent']
const chipTones: Readonly<Record<Tone, ChipTone>> = { critical: 'bad', warning: 'warning', good: 'good', neutral: 'neutral' }

export function isNumeric({ kind }: ReportColumn): boolean {
  return numeric.includes(kind)
}

/** A column's name, with the currency of amounts. */
export function useHeading(): (column: ReportColumn) => string {
  const t = useText()
  const { currency } = useFactory()
  return ({ labelKey, kind }) => {
    const label = textOf(labelKey) ?? ''
    return kind === 'money' ? t('reports.columnUnit', { label, unit: currencyText(currency) }) : label
  }
}

export function ReportCell({ column, value }: { readonly column: ReportColumn; readonly value: CellValue }): ReactNode {
  const formats = useFormats()
  const choice = column.kind === 'status' ? column.choices?.find(one => one.value === value) : undefined
  if (!choice) return cellText(column, value, formats)
  const label = textOf(choice.labelKey, choice.labelParams) ?? choice.value
  // A word that says nothing of how things stand is no chip.
  return choice.tone === undefined ? label : <StatusChip tone={chipTones[choice.tone]} label={label} />
}

export function cellText({ kind }: ReportColumn, value: CellValue, { plain, day, instant }: Formats): string {
  if (value === null) return noValue
  if (kind === 'percent') return `${plain(String(value))}%`
  if (kind === 'day') return day(String(value))
  if (kind === 'instant') return instant(String(value), 'short')
  return numeric.includes(kind) ? plain(String(value)) : String(value)
}
