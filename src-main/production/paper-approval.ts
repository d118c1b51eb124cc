import { z } from 'zod'
import { BusinessDaySchema, type BusinessDay } from '../../shared/core/dates.ts'
import { dayText } from '../../shared/core/day-text.ts'
import { addDecimals, decimalText, isPositive, sumDecimals, zero } from '../../shared/core/decimal.ts'
import { AppError, type InputIssue } from '../../shared/core/errors.ts'
import type { CommandContext, Entered } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { requestApproval, type ApprovalKind } from '../engines/approvals.ts'
import { eachRow, eachRowRanked } from '../engines/each-row.ts'
import { requireOpenDay } from '../section-day/open-day.ts'
import { requireNotHeld } from '../stages/sums.ts'
import { invalid } from '../warehouse/refusals.ts'
import { judgeOutput, requireEnterable, writeDay, type Ahead } from './daily.ts'
import { batchLines, figuresOf, openBatch, requireFree, type BatchLineRow, type SeenAt } from './paper-batches.ts'
import { paperBatchOf } from './paper-rows.ts'

/**
 * To whoever answers for it, whether or not its days are open: it counts nowhere before it is approved. Nobody is asked to agree to what could not be entered by now: throws `invalid-input` without a
 * line or a photo, and for lines that are taken, ahead of what came, or of work that may not begin.
 */
export function sendBatch(context: CommandContext, at: SeenAt): { readonly id: string; readonly number: string } {
  const { db, session, today } = context
  const batch = openBatch(context, at)
  const lines = batchLines(db, batch.id)
  if (lines.length === 0) throw invalid('lines', 'production.paper.issues.no-lines')
  if (paperBatchOf(db, batch.id).photoCount === 0) throw invalid('photos', 'production.paper.issues.no-photo')
  judgeLines(context, batch.id, lines)
  const { id, number } = requestApproval(context, paperBatch, {
    entityId: batch.id, sectionId: batch.sectionId, change: { enteredBy: session.userId, enteredOn: today() as BusinessDay }, reason: batch.reason,
  })
  return { id, number }
}

/** Each as if those before it were counted. What goes on from work of the same batch is judged when that counts. */
function judgeLines(context: CommandContext, batchId: string, lines: readonly BatchLineRow[]): void {
  const { db } = context
  const inBatch = new Set(lines.map(({ workOrderId }) => workOrderId))
  const fed = new Set([...inBatch].filter(id => sourcesOf(db, id).some(source => inBatch.has(source))))
  const ahead = new Map<string, Ahead>()
  eachRow('lines', lines, line => {
    const workOrder = db.get('workOrder', line.workOrderId)
    requireFree(db, batchId, figuresOf(line))
    if (fed.has(workOrder.id)) return requireEnterable(context, workOrder, figuresOf(line))
    const before = ahead.get(workOrder.id)
    judgeOutput(context, workOrder, figuresOf(line), before)
    ahead.set(workOrder.id, { goodQuantity: addDecimals(before?.goodQuantity ?? zero, line.goodQuantity), rejectQuantity: addDecimals(before?.rejectQuantity ?? zero, line.rejectQuantity) })
  })
}

function sourcesOf(db: Reader, workOrderId: string): string[] {
  return db.all(sql.selectFrom('workOrderSource').select('sourceId').where('workOrderId', '=', workOrderId)).map(({ sourceId }) => sourceId)
}

/** Who copied it, and on which day. */
const Change = z.object({ enteredBy: z.string(), enteredOn: BusinessDaySchema })
/** As many of its lines as a request tells. */
const mostTold = 10

/** PX-4: one consent for all its days, however late they are; the manager's lets through what is more than wanted (PX-3). */
export const paperBatch: ApprovalKind<z.infer<typeof Change>> = {
  name: 'PAPER_BATCH',
  change: Change,
  current: (db, id) => db.find('paperBatch', id)?.version ?? null,
  describe(db, id) {
    const { number, sectionName, firstDay, lastDay, writer, photoCount } = paperBatchOf(db, id)
    const lines = batchLines(db, id)
    const asked = { before: null, isNew: true } as const
    const pieces = { ...asked, kind: 'decimal', unit: 'pcs' } as const
    const [good, rejected] = [sumDecimals(lines.map(({ goodQuantity }) => goodQuantity)), sumDecimals(lines.map(({ rejectQuantity }) => rejectQuantity))]
    return {
      subject: { batch: number, section: sectionName },
      lines: [
        { ...asked, labelKey: 'production.paper.fields.days', kind: 'text', after: paperDaysText(firstDay, lastDay) },
        { ...asked, labelKey: 'production.fields.writer', kind: 'text', after: writer },
        { ...asked, labelKey: 'production.paper.fields.photos', kind: 'number', after: photoCount },
        { ...pieces, labelKey: 'production.fields.goodQuantity', after: decimalText(good) },
        ...(isPositive(rejected) ? [{ ...pieces, labelKey: 'production.fields.rejectQuantity', after: decimalText(rejected) } as const] : []),
        ...lines.slice(0, mostTold).map(line => ({ ...pieces, labelKey: 'production.fields.workOrderId', label: lineName(db, line), after: decimalText(line.goodQuantity) })),
      ],
    }
  },
  apply: (context, id, { enteredBy, enteredOn }) => carryOut(context, id, { by: enteredBy, on: enteredOn }),
}

export function paperDaysText(firstDay: string, lastDay: string): string {
  return firstDay === lastDay ? dayText(firstDay) : `${dayText(firstDay)} – ${dayText(lastDay)}`
}

/** Every line a day, or none. What others of them go on from comes first. Throws `day-locked` or `period-closed` while one of its days is so, `invalid-input` with the lines that can be none any more. */
function carryOut(context: CommandContext, id: string, entered: Entered): void {
  const { db, session, clock } = context
  const lines = batchLines(db, id)
  for (const { sectionId, day } of lines.toSorted((a, b) => a.day.localeCompare(b.day))) requireOpenDay(context, sectionId, day)
  const position = new Map(lines.map(({ workOrderId }) => [workOrderId, db.get('workOrder', workOrderId).position]))
  naming(db, lines, () => eachRowRanked('lines', lines, ({ workOrderId }) => position.get(workOrderId) ?? 0, line => {
    requireFree(db, id, figuresOf(line))
    const workOrder = db.get('workOrder', line.workOrderId)
    requireNotHeld(db, workOrder)
    judgeOutput(context, workOrder, figuresOf(line))
    writeDay(context, figuresOf(line), entered, id)
  }))
  db.update('paperBatch', db.get('paperBatch', id), { approvedBy: session.userId, approvedAt: clock.now() })
}

/** Whoever decides may not have the batch before them: a refused line is told with its name. */
function naming(db: Reader, lines: readonly BatchLineRow[], work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid-input' || !Array.isArray(error.params.issues)) throw error
    const issues = (error.params.issues as readonly InputIssue[]).map(issue => {
      const line = lines[Number(issue.path[1])]
      return line ? { ...issue, params: { ...issue.params, rowName: lineName(db, line) } } : issue
    })
    throw new AppError('invalid-input', { issues })
  }
}

function lineName(db: Reader, { workOrderId, day }: BatchLineRow): string {
  return `${db.get('workOrder', workOrderId).number}, ${dayText(day)}`
}
