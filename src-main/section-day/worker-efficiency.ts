import { sql as raw, type SqlBool } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { compareDecimals, fromUnits, minDecimal, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { multiplyRationals, ratio, rational, toPlaces } from '../../shared/core/rational.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import type { Period } from '../../shared/reports/report.ts'
import { workerMinutes, type MeasuredEntry } from '../../shared/section-day/standard-minutes.ts'
import { sql } from '../database/sql.ts'
import { openLostTime } from '../downtime/section-days.ts'
import type { RowContext } from '../engines/reports.ts'
import { isMine } from '../warehouse/places.ts'

/** What a worker attended, earned and lost of a period, in minutes, of the days of which that is known; of the others only how many there were. */
export interface WorkerSum {
  readonly section: string; readonly worker: string; readonly days: number; readonly unmeasured: number
  readonly worked: Decimal; readonly earned: Decimal; readonly lost: Decimal; readonly efficiency: Decimal | null; readonly onStandard: Decimal | null
}
interface Entry extends MeasuredEntry { readonly day: string; readonly sectionId: string }

/** By the sections that workers belong to, and their codes. Without what stood still: attended − the least that any section lost in which the worker worked that day. */
export function workerSums({ db, sections, now }: RowContext, { period, section }: { readonly period: Period; readonly section: string | undefined }): WorkerSum[] {
  let query = sql.selectFrom('workerEntry').innerJoin('worker', 'worker.id', 'workerEntry.workerId').innerJoin('section', 'section.id', 'worker.sectionId')
    .select(['workerEntry.workerId', 'worker.code', 'worker.name', 'section.name as section', 'workerEntry.day', 'workerEntry.sectionId', 'actualQuantity', 'shiftHours', 'standardMinutes'])
    .where('workerEntry.day', '>=', period.from).where('workerEntry.day', '<=', period.to).where(sections === 'all' ? raw<SqlBool>`1` : isMine('workerEntry', sections))
  if (section !== undefined) query = query.where('workerEntry.sectionId', '=', section)
  const lostTime = openLostTime(db, sections, period, now, section)
  const lostOf = (attended: Decimal, its: readonly Entry[]) => its.map(({ sectionId, day }) => {
    const { shiftMinutes, lost } = lostTime(sectionId, day as BusinessDay)
    return shiftMinutes === 0 ? zero : toPlaces(multiplyRationals(rational(attended), ratio(BigInt(lost), BigInt(shiftMinutes))), 2, 'half-up')
  }).reduce(minDecimal)
  const rows = db.all(query.orderBy('section.name').orderBy('worker.code').orderBy('workerEntry.day'))
  return [...Map.groupBy(rows, ({ workerId }) => workerId).values()].map((its): WorkerSum => {
    const { code, name, section: home } = its[0]!
    const days = [...Map.groupBy(its, ({ day }) => day).values()].map(entries => ({ entries, minutes: workerMinutes(entries) }))
    const measured = days.flatMap(({ entries, minutes }) => (minutes ? [{ ...minutes, lost: lostOf(minutes.attended, entries) }] : []))
    const total = (column: 'attended' | 'earned' | 'lost') => fromUnits(measured.reduce((sum, day) => sum + day[column], 0))
    const [worked, earned, lost] = [total('attended'), total('earned'), total('lost')]
    return {
      section: home, worker: `${code} · ${name}`, days: measured.length, unmeasured: days.length - measured.length, worked, earned, lost, efficiency: percentOf(earned, worked),
      onStandard: compareDecimals(lost, worked) >= 0 ? null : percentOf(earned, subtractDecimals(worked, lost)),
    }
  })
}
