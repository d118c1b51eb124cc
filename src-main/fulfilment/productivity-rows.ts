import { sql as raw, type RawBuilder } from 'kysely'
import { wallClock } from '../../shared/core/dates.ts'
import { addDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { minutesTaken, workKinds, type WorkKind } from '../../shared/fulfilment/rules.ts'
import type { Period } from '../../shared/reports/report.ts'
import { daySpan } from '../database/day-span.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { siteZone } from './zone.ts'

export interface HourRow {
  readonly personId: string
  readonly person: string
  readonly kind: WorkKind
  /** On the factory's clock, `08:00`. */
  readonly hour: string
  readonly invoices: number
  readonly lines: number
  readonly pieces: number
  /** Nothing of what takes no time of its own. */
  readonly minutes: Decimal | null
}
interface Finished {
  readonly personId: string
  readonly person: string
  readonly kind: WorkKind
  readonly startedAt: string | null
  /** When whoever did it was through with it. */
  readonly doneAt: string
  readonly waitedSeconds: number
  readonly lineCount: number
  readonly pieces: number
}

/** What each person finished in which hour of the day, over all days of a period. What was forced or billed past a stage was nobody's work. */
export function hourRows(db: Reader, period: Period, kind: WorkKind | undefined): HourRow[] {
  const zone = siteZone(db)
  const finished = workKinds.filter(one => kind === undefined || one === kind).flatMap(one => finishedIn(db, one, daySpan(db, period.from, period.to)!))
  const hourOf = ({ doneAt }: Finished) => `${wallClock(doneAt, zone).time.slice(0, 2)}:00`
  const groups = [...Map.groupBy(finished, row => [row.personId, row.kind, hourOf(row)].join()).values()]
  return groups
    .map(rows => ({
      personId: rows[0]!.personId,
      person: rows[0]!.person,
      kind: rows[0]!.kind,
      hour: hourOf(rows[0]!),
      invoices: rows.length,
      lines: sum(rows, ({ lineCount }) => lineCount),
      pieces: sum(rows, ({ pieces }) => pieces),
      minutes: minutesOf(rows),
    }))
    .sort(
      (a, b) =>
        a.person.localeCompare(b.person) ||
        a.personId.localeCompare(b.personId) ||
        workKinds.indexOf(a.kind) - workKinds.indexOf(b.kind) ||
        a.hour.localeCompare(b.hour),
    )
}

function minutesOf(rows: readonly Finished[]): Decimal | null {
  const timed = rows.flatMap(({ startedAt, doneAt, waitedSeconds }) => (startedAt === null ? [] : [minutesTaken(startedAt, doneAt, waitedSeconds)]))
  return timed.length === 0 ? null : timed.reduce(addDecimals, zero)
}

function sum<Row>(rows: readonly Row[], value: (row: Row) => number): number {
  return rows.reduce((all, row) => all + value(row), 0)
}

/** Whose work it is, from when (nothing where it is done at once) until when, and what else it has to be. */
interface Source {
  readonly session: 'pickingSession' | 'packingSession' | 'deliverySession'
  readonly person: string
  readonly startedAt: RawBuilder<unknown>
  readonly doneAt: RawBuilder<unknown>
  readonly waited: RawBuilder<unknown>
  readonly proof: string
  readonly where: RawBuilder<unknown>
}
const atOnce = raw`null`
const noWait = raw`0`
const handedOver = (kind: 'DIRECT' | 'COURIER'): Source => ({
  session: 'deliverySession',
  person: 'deliveredBy',
  startedAt: atOnce,
  doneAt: raw`session.endedAt`,
  waited: noWait,
  proof: 'proof',
  where: raw`session.status = 'DELIVERED' and session.kind = ${kind}`,
})
const sources: Readonly<Record<WorkKind, Source>> = {
  PICKING: {
    session: 'pickingSession',
    person: 'pickerId',
    startedAt: raw`session.startedAt`,
    doneAt: raw`session.endedAt`,
    waited: raw`session.waitedSeconds`,
    proof: 'proof',
    where: raw`session.isCompleted = 1`,
  },
  PACKING: {
    session: 'packingSession',
    person: 'packerId',
    startedAt: raw`coalesce(session.checkingStartedAt, session.startedAt)`,
    doneAt: raw`coalesce(session.packedAt, session.endedAt)`,
    waited: raw`session.waitedSeconds`,
    proof: 'proof',
    where: raw`session.isCompleted = 1`,
  },
  // Nobody says when they begin to box.
  BOXING: {
    session: 'packingSession',
    person: 'boxerId',
    startedAt: atOnce,
    doneAt: raw`session.endedAt`,
    waited: noWait,
    proof: 'boxingProof',
    where: raw`session.isCompleted = 1`,
  },
  COUNTER: handedOver('DIRECT'),
  COURIER: handedOver('COURIER'),
  ROAD: {
    session: 'deliverySession',
    person: 'deliveredBy',
    startedAt: raw`session.dispatchedAt`,
    doneAt: raw`session.endedAt`,
    waited: noWait,
    proof: 'proof',
    where: raw`session.status = 'DELIVERED' and session.kind = 'INTERNAL'`,
  },
}

function finishedIn(db: Reader, kind: WorkKind, { from, to }: { readonly from: string; readonly to: string }): Finished[] {
  const { session, person, startedAt, doneAt, waited, proof, where } = sources[kind]
  const finished = raw<Omit<Finished, 'kind'>>`(select user.id as personId, user.fullName as person, ${startedAt} as startedAt, ${doneAt} as doneAt, ${waited} as waitedSeconds,
      invoice.lineCount, invoice.pieceCount as pieces
    from ${raw.table(session)} as session join invoice on invoice.id = session.invoiceId join user on user.id = ${raw.ref(`session.${person}`)}
    where session.endedAt >= ${from} and session.endedAt < ${to} and ${where} and ${raw.ref(`session.${proof}`)} in ('SCAN', 'MANUAL'))`
  return db.all(sql.selectFrom(finished.as('finished')).selectAll()).map(row => ({ ...row, kind }))
}
