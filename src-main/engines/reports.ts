import type { BusinessDay } from '../../shared/core/dates.ts'
import { decimal, decimalText, isZero, multiply, type Decimal } from '../../shared/core/decimal.ts'
import type { Entity } from '../../shared/core/entities.ts'
import { moneyText, type Money } from '../../shared/core/money.ts'
import { padded } from '../../shared/core/number-text.ts'
import type { Permission } from '../../shared/core/permissions.ts'
import type {
  CellValue, FilterInput, OfferedFilter, Period, ReportChart, ReportColumn, ReportFilter, ReportTotal, RowSource, Tally,
} from '../../shared/reports/report.ts'
import type { JobContext, QueryContext, SettingReader } from '../core/handlers.ts'
import type { Scope } from '../core/session.ts'
import type { Reader } from '../database/reader.ts'
import { choicesOf, offeredFilters, readFilters, type Choices, type FilterSpecs, type FilterValues } from './reports-filters.ts'
import { moneyPlaces, sumRows } from './reports-sums.ts'

interface ColumnBase<Values> {
  readonly key: string
  readonly labelKey: string
  /** What the column needs on paper, in millimetres; what is left over or lacking is shared out in proportion. */
  readonly width: number
  /** How the number comes about. */
  readonly explainKey?: string
  /** Left out for who may not see costs (IA-9), in every format. */
  readonly isCost?: true
  /** On paper a code to scan. */
  readonly isCode?: true
  /** On paper it stands below this column, in one cell with it: so a report of many columns is read there all the same. */
  readonly under?: string
  /** Shown only under these filters. */
  when?(values: Values): boolean
}
type Kinds<Row> =
  | { readonly kind: 'text'; value(row: Row): string | null }
  // `sumOfAll`: of a unit of its own, such as hours, and added up whatever units the rows are in.
  | { readonly kind: 'decimal'; value(row: Row): Decimal | null; places(row: Row): number; readonly total?: 'sum' | 'sumOfAll' }
  | { readonly kind: 'integer'; value(row: Row): number | null; readonly total?: 'sum' }
  | { readonly kind: 'money'; value(row: Row): Money | null; readonly total?: 'sum' }
  | { readonly kind: 'percent'; value(row: Row): Decimal | null; readonly places: number }
  | { readonly kind: 'day' | 'instant'; value(row: Row): string | null }
  | { readonly kind: 'status'; value(row: Row): string; readonly choices: Choices; readonly isCounted?: false }
export type ColumnSpec<Row, Values> = ColumnBase<Values> & Kinds<Row>

/** What a definition reads its rows with: `sections` are those whose rows may be seen, `now` an instant. */
export interface RowContext { readonly db: Reader; readonly sections: 'all' | readonly string[]; readonly today: BusinessDay; readonly now: string; readonly settings: SettingReader; readonly canSeeCost: boolean }

/** One report, from which come the table on the screen, the PDF, the Excel and the CSV file. Every `…Key` is a text key. */
export interface ReportDefinition<F extends FilterSpecs, Row> {
  readonly name: string
  /** Besides that of reports in general. */
  readonly permission: Permission
  readonly titleKey: string
  readonly descriptionKey: string
  readonly filters: F
  readonly columns: readonly ColumnSpec<Row, FilterValues<F>>[]
  /** In the order they are to be shown in; rows of one group together. */
  rows(context: RowContext, values: FilterValues<F>): Iterable<Row>
  /** The text column whose values part the rows. */
  groupBy?(values: FilterValues<F>): string | undefined
  /** What quantities of different rows must have in common to be added up: their unit. */
  unitOf?(row: Row): string
  /** The record a row's numbers come from, where it is one. */
  source?(row: Row): { readonly entity: Entity; readonly id: string } | null
  /** Drawn above the rows, on paper and on the screen; bars of costs only where `canSeeCost` (IA-9). */
  charts?(rows: readonly Row[], asker: Pick<RowContext, 'canSeeCost'>): readonly ReportChart[]
  /** Who signs the paper. */
  readonly signatures: readonly string[]
  /** Otherwise as wide as the columns need. */
  readonly orientation?: 'portrait' | 'landscape'
}

export interface TableColumn extends ReportColumn { readonly width: number; readonly isTotalled: boolean; readonly isCode?: true; readonly under?: string }
export interface TableRow { readonly cells: readonly CellValue[]; readonly source: RowSource | null }

/** A report's content, before it is given a form. `cells` follow the columns. */
export interface ReportTable {
  readonly filters: readonly ReportFilter[]
  readonly period: Period | undefined
  readonly columns: readonly TableColumn[]
  readonly groupKey: string | undefined
  readonly rowCount: number
  /** Written when asked for: a preview asks for one page of a long report. */
  row(index: number): TableRow
  readonly totals: readonly ReportTotal[]
  readonly tallies: readonly Tally[]
  readonly charts: readonly ReportChart[]
}

export interface ReadContext { readonly db: Reader; readonly scope: Scope; readonly today: BusinessDay; readonly now: string; readonly settings: SettingReader; readonly canSeeCost: boolean }

/** What a report is read with by whoever asks now. */
export function readContextOf({ db, scope, session, settings, clock, today }: QueryContext | JobContext): ReadContext {
  return { db, scope, today: today() as BusinessDay, now: clock.now(), settings, canSeeCost: session.canSeeCost }
}
type Told = 'name' | 'permission' | 'titleKey' | 'descriptionKey' | 'signatures' | 'orientation'

/** A definition as the registry holds it: what its rows are is its own matter. */
export interface Report extends Pick<ReportDefinition<FilterSpecs, never>, Told> {
  offered(settings: SettingReader): readonly OfferedFilter[]
  /** Throws what `readFilters` throws. */
  read(context: ReadContext, filters: Readonly<Record<string, FilterInput>>): ReportTable
}

/** In two steps, `defineReport<Row>()({ … })`: the row is named, the filters' types follow from the definition. */
export function defineReport<Row>(): <const F extends FilterSpecs>(definition: ReportDefinition<F, Row>) => Report {
  return definition => {
    const { name, permission, titleKey, descriptionKey, signatures, orientation } = definition
    return {
      name, permission, titleKey, descriptionKey, signatures, ...(orientation && { orientation }), offered: settings => offeredFilters(definition.filters, settings),
      read: (context, filters) => readTable(definition, context, filters),
    }
  }
}

function readTable<const F extends FilterSpecs, Row>(
  definition: ReportDefinition<F, Row>, { db, scope, today, now, settings, canSeeCost }: ReadContext, given: Readonly<Record<string, FilterInput>>,
): ReportTable {
  const { values, filters } = readFilters(definition.filters, given, { db, scope, today, settings })
  const specs = definition.columns.filter(({ isCost, when }) => (!isCost || canSeeCost) && (when?.(values) ?? true))
  const rows = Array.from(definition.rows({ db, sections: scope.mine(), today, now, settings, canSeeCost }, values))
  const writers = specs.map(spec => cellWriter(spec, rows))
  return {
    filters, period: filters.find(({ kind }) => kind === 'period')?.value as Period | undefined, groupKey: definition.groupBy?.(values),
    columns: specs.map(spec => columnOf(spec, settings)), rowCount: rows.length, charts: definition.charts?.(rows, { canSeeCost }) ?? [], ...sumRows(specs, rows, settings, definition.unitOf),
    row(index) {
      const row = rows[index]!
      return { cells: writers.map(write => write(row)), source: definition.source?.(row) ?? null }
    },
  }
}

function columnOf<Row, Values>(spec: ColumnSpec<Row, Values>, settings: SettingReader): TableColumn {
  const { key, labelKey, kind, width, explainKey, isCode, under } = spec
  return {
    key, labelKey, kind, width, isTotalled: 'total' in spec, ...(explainKey !== undefined && { explainKey }), ...(isCode && { isCode }), ...(under !== undefined && { under }),
    ...(kind === 'status' && { choices: choicesOf(spec.choices, settings) }),
  }
}

function cellWriter<Row, Values>(spec: ColumnSpec<Row, Values>, rows: readonly Row[]): (row: Row) => CellValue {
  const places = moneyPlaces(spec, rows)
  return row => {
    // Zeros without decimals: what is there stands out.
    if (spec.kind === 'decimal') return written(spec.value(row), value => (isZero(value) ? '0' : padded(decimalText(value), spec.places(row))))
    if (spec.kind === 'percent') return written(spec.value(row), value => padded(decimalText(rounded(value, spec.places)), spec.places))
    if (spec.kind === 'money') return written(spec.value(row), value => padded(moneyText(value), places))
    return spec.value(row)
  }
}

function written<V>(value: V | null, write: (value: V) => string): string | null {
  return value === null ? null : write(value)
}

/** Half up, away from zero. */
function rounded(value: Decimal, places: number): Decimal {
  const step = 10 ** (4 - places)
  return multiply(multiply(value, decimal(1 / step), 'half-up'), decimal(step), 'half-up')
}
