import { sql as raw } from 'kysely'
import { wallClock } from '../../shared/core/dates.ts'
import { addDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { minutesTaken, returnSections, type ReturnSection } from '../../shared/fulfilment/rules.ts'
import type { Period } from '../../shared/reports/report.ts'
import { daySpan } from '../database/day-span.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

export interface HourRow {
  readonly personId: string
  readonly person: string
  readonly stage: ReturnSection
  /** On the factory's clock, `08:00`. */
  readonly hour: string
  readonly invoices: number
  readonly lines: number
  readonly pieces: number
  readonly minutes: Decimal
}
interface Finished {
  readonly personId: string
  readonly person: string
  readonly stage: ReturnSection
  readonly startedAt: string
  readonly endedAt: string
  readonly lineCount: number
  readonly pieces: number
}

/** What each person finished in which hour of the day, over all days of a period. What was forced or billed past a stage was nobody's work. */
export function hourRows(db: Reader, period: Period, stage: ReturnSection | undefined): HourRow[] {
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const finished = returnSections
    .filter(one => stage === undefined || one === stage)
    .flatMap(one => finishedIn[one](db, daySpan(db, period.from, period.to)!))
  const hourOf = ({ endedAt }: Finished) => `${wallClock(endedAt, timeZone).time.slice(0, 2)}:00`
  const groups = [...Map.groupBy(finished, row => [row.personId, row.stage, hourOf(row)].join()).values()]
  return groups
    .map(rows => ({
      personId: rows[0]!.personId,
      person: rows[0]!.person,
      stage: rows[0]!.stage,
      hour: hourOf(rows[0]!),
      invoices: rows.length,
      lines: sum(rows, ({ lineCount }) => lineCount),
      pieces: sum(rows, ({ pieces }) => pieces),
      minutes: rows.reduce((all, { startedAt, endedAt }) => addDecimals(all, minutesTaken(startedAt, endedAt)), zero),
    }))
    .sort(
      (a, b) =>
        a.person.localeCompare(b.person) ||
        a.personId.localeCompare(b.personId) ||
        returnSections.indexOf(a.stage) - returnSections.indexOf(b.stage) ||
        a.hour.localeCompare(b.hour),
    )
}

function sum<Row>(rows: readonly Row[], value: (row: Row) => number): number {
  return rows.reduce((all, row) => all + value(row), 0)
}

interface Span {
  readonly from: string
  readonly to: string
}
const proved = ['SCAN', 'MANUAL'] as const

/** Between `startedAt` and `endedAt` somebody had it in hand. */
const finishedIn: Readonly<Record<ReturnSection, (db: Reader, span: Span) => Finished[]>> = {
  PICKING: (db, { from, to }) =>
    told(
      'PICKING',
      db.all(
        sql
          .selectFrom('pickingSession')
          .innerJoin('invoice', 'invoice.id', 'pickingSession.invoiceId')
          .innerJoin('user', 'user.id', 'pickingSession.pickerId')
          .where('pickingSession.endedAt', '>=', from)
          .where('pickingSession.endedAt', '<', to)
          .where('pickingSession.isCompleted', '=', true)
          .where('pickingSession.proof', 'in', [...proved])
          .select([
            'user.id as personId',
            'user.fullName as person',
            'pickingSession.startedAt',
            'pickingSession.endedAt',
            'invoice.lineCount',
            'invoice.pieceCount as pieces',
          ]),
      ),
    ),
  PACKING: (db, { from, to }) =>
    told(
      'PACKING',
      db.all(
        sql
          .selectFrom('packingSession')
          .innerJoin('invoice', 'invoice.id', 'packingSession.invoiceId')
          .innerJoin('user', 'user.id', 'packingSession.packerId')
          .where('packingSession.endedAt', '>=', from)
          .where('packingSession.endedAt', '<', to)
          .where('packingSession.isCompleted', '=', true)
          .where('packingSession.proof', 'in', [...proved])
          .select(['user.id as personId', 'user.fullName as person', 'packingSession.endedAt', 'invoice.lineCount', 'invoice.pieceCount as pieces'])
          .select(raw<string | null>`coalesce(packingSession.checkingStartedAt, packingSession.startedAt)`.as('startedAt')),
      ),
    ),
  DELIVERY: (db, { from, to }) =>
    told(
      'DELIVERY',
      db.all(
        sql
          .selectFrom('deliverySession')
          .innerJoin('invoice', 'invoice.id', 'deliverySession.invoiceId')
          .innerJoin('user', 'user.id', 'deliverySession.deliveredBy')
          .where('deliverySession.endedAt', '>=', from)
          .where('deliverySession.endedAt', '<', to)
          .where('deliverySession.status', '=', 'DELIVERED')
          .where('deliverySession.proof', 'in', [...proved])
          .select([
            'user.id as personId',
            'user.fullName as person',
            'deliverySession.startedAt',
            'deliverySession.endedAt',
            'invoice.lineCount',
            'invoice.pieceCount as pieces',
          ]),
      ),
    ),
}

function told(
  stage: ReturnSection,
  rows: readonly (Omit<Finished, 'stage' | 'startedAt' | 'endedAt'> & { readonly startedAt: string | null; readonly endedAt: string | null })[],
): Finished[] {
  return rows.flatMap(({ startedAt, endedAt, ...row }) => (startedAt === null || endedAt === null ? [] : [{ ...row, stage, startedAt, endedAt }]))
}
