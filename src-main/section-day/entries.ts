import type { Selectable } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { days, WorkerEntry, WorkerRow } from '../../shared/section-day/days.ts'
import { isTargetMet, overtimeHours, standardMinutesOf, targetOf, type SectionRule, type WorkerTarget } from '../../shared/section-day/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { WorkerEntryTable } from '../database/tables.ts'
import { enteredNow } from '../engines/entered.ts'
import { eachRowRanked } from '../engines/each-row.ts'
import { invalid } from '../warehouse/refusals.ts'
import { keepingRoom } from '../ledger/room.ts'
import { requireEnterable } from './enterable.ts'
import { linesOn, rulesOf, sheetOf, workerEntryOf, type SectionAndDay } from './rows.ts'

type Row = Selectable<WorkerEntryTable>
type Figures = Pick<Row, 'workerId' | 'itemId' | 'actualQuantity' | 'notes'>
/** A section's day while its rows are saved. */
interface Day extends SectionAndDay { readonly rules: readonly SectionRule[]; readonly absent: ReadonlySet<string> }

const ranks: Readonly<Record<WorkerRow['kind'], number>> = { remove: 0, change: 1, enter: 2 }

/** PX-6: all or none. What is taken out goes first, and makes room for what comes. */
export function saveWorkerEntries(context: CommandContext, { sectionId, day, rows }: ParsedInputOf<typeof days.saveWorkerEntries>): (WorkerEntry | null)[] {
  const { db } = context
  requireEnterable(context, { sectionId, day })
  const on = { sectionId, day, rules: rulesOf(db, sectionId), absent: absentOn(db, { sectionId, day }) }
  const itemsOf = (row: WorkerRow) => [row.kind === 'enter' ? undefined : db.find('workerEntry', row.id)?.itemId, row.kind === 'remove' ? undefined : row.itemId]
  return keepingRoom(context, { sectionId, day }, { rows, itemsOf, field: 'actualQuantity' }, () => eachRowRanked('rows', rows, ({ kind }) => ranks[kind], row => saveRow(context, on, row)))
}

function absentOn(db: Reader, on: SectionAndDay): ReadonlySet<string> {
  const sheet = sheetOf(db, on)
  return new Set(sheet ? linesOn(db, sheet.id).filter(({ status }) => status === 'ABSENT').map(({ workerId }) => workerId) : [])
}

function saveRow(context: CommandContext, on: Day, row: WorkerRow): WorkerEntry | null {
  const { db } = context
  const { by } = enteredNow(context)
  if (row.kind === 'enter') {
    const { kind: _kind, ...figures } = row
    requireSound(db, on, figures)
    const { sectionId, day } = on
    return workerEntryOf(db, db.insert('workerEntry', { ...figures, sectionId, day, ...reckoned(figures, measureOf(db, on, figures.itemId)), enteredBy: by, figuresBy: by }).id)
  }
  const known = currentOf(db, on, row)
  if (row.kind === 'remove') {
    db.remove('workerEntry', known)
    return null
  }
  const { itemId = known.itemId, actualQuantity = known.actualQuantity, notes = known.notes } = row
  const figures = { workerId: known.workerId, itemId, actualQuantity, notes }
  requireSound(db, on, figures, known)
  const target = itemId === known.itemId ? known : measureOf(db, on, itemId)
  db.update('workerEntry', known, { itemId, actualQuantity, notes, ...reckoned(figures, target), changedBy: by, ...(actualQuantity !== known.actualQuantity && { figuresBy: by }) })
  return workerEntryOf(db, known.id)
}

type Measure = WorkerTarget & Pick<Row, 'standardMinutes'>

function measureOf(db: Reader, { rules, day }: Day, itemId: string): Measure {
  return { ...targetOf(rules, day, itemId), standardMinutes: standardMinutesOf(rules, day, db.get('item', itemId)) }
}

/** PX-6: the target, hours and standard minutes it is measured by stay with it. */
function reckoned({ actualQuantity }: Figures, { targetQuantity, shiftHours, standardMinutes }: Measure) {
  const target = { targetQuantity, shiftHours }
  return { ...target, standardMinutes, overtimeHours: overtimeHours(actualQuantity, target), isTargetMet: isTargetMet(actualQuantity, target) }
}

/** As it was seen, of this very day. */
function currentOf(db: Reader, { sectionId, day }: SectionAndDay, { id, version }: { readonly id: string; readonly version: number }): Row {
  const known = db.get('workerEntry', id)
  if (known.sectionId !== sectionId || known.day !== day) throw new AppError('not-found', { entity: 'workerEntry', id })
  if (known.version !== version) throw new AppError('conflict', { entity: 'workerEntry', id })
  return known
}

const entryOf = planned((of: { sectionId: string; day: string; workerId: string; itemId: string }) =>
  sql.selectFrom('workerEntry').select('id').where('day', '=', of.day).where('sectionId', '=', of.sectionId).where('workerId', '=', of.workerId).where('itemId', '=', of.itemId))

/** What is newly chosen is in use; whoever was absent made nothing; an item is entered once of a worker. */
function requireSound(db: Reader, { sectionId, day, absent }: Day, { workerId, itemId, actualQuantity }: Figures, known?: Row): void {
  const [worker, item] = [db.get('worker', workerId), db.get('item', itemId)]
  if (!known && !worker.isActive) throw new AppError('inactive', { entity: 'worker', id: workerId, code: worker.code })
  if (itemId !== known?.itemId && !item.isActive) throw new AppError('inactive', { entity: 'item', id: itemId, code: item.code })
  if (absent.has(workerId)) throw new AppError('worker-absent', { worker: worker.name, day })
  const { places } = db.get('unit', item.unitId)
  if (!fitsUnit(actualQuantity, places)) throw invalid('actualQuantity', 'masters.issues.unit-places', { places })
  const other = db.first(entryOf({ sectionId, day, workerId, itemId }))
  if (other && other.id !== known?.id) throw new AppError('duplicate', { entity: 'workerEntry', id: other.id, code: `${worker.code} · ${item.code}` })
}
