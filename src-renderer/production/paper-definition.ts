import Check from '@mui/icons-material/CheckCircleOutlined'
import Hourglass from '@mui/icons-material/HourglassTopOutlined'
import type { Theme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useMemo } from 'react'
import { z } from 'zod'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { decimalText, isZero } from '../../shared/core/decimal.ts'
import type { PaperBatch, PaperLineEntry, PaperBatchDetail, PaperLine, PaperWork, TakenDay } from '../../shared/production/paper-batches.ts'
import { mostPaperLines } from '../../shared/production/paper-rules.ts'
import type { CellMark, EntryGridDefinition, GridColumn, GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useFormats, type Formats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useDefectOptions, useShiftOptions } from '../components/choices.ts'

/** A line of the paper as it is typed; pieces are whole. */
export type PaperRow = { readonly goodQuantity: number | null; readonly rejectQuantity: number | null; readonly defectReasonId: string | null; readonly workShiftId: string | null; readonly notes: string | null }
/** A work order; how far it is where it may still stand on the paper. */
type Work = Pick<PaperWork, 'workOrderId' | 'number' | 'articleName' | 'itemName'> & Partial<PaperWork>
/** What stands behind it: a day of a work order, as it is kept, or taken elsewhere. */
export interface PaperDay { readonly work: Work; readonly day: string; readonly line: PaperLine | undefined; readonly taken: TakenDay | undefined }
type Column = GridColumn<PaperRow, PaperDay, keyof PaperRow>
export type PaperRecord = GridRecord<PaperRow, PaperDay>

const pieces = z.int().min(0).max(1_000_000).nullable()
const schema = z.object({ goodQuantity: pieces, rejectQuantity: pieces, defectReasonId: z.string().nullable(), workShiftId: z.string().nullable(), notes: z.string().max(1000).nullable() })

/** The lines of a form, in its order, to be typed as into a sheet. */
export function usePaperDefinition({ id, firstDay, lastDay }: Pick<PaperBatch, 'id' | 'firstDay' | 'lastDay'>): EntryGridDefinition<PaperRow, PaperDay> {
  const t = useText()
  const formats = useFormats()
  const [defects, shifts] = [useDefectOptions(), useShiftOptions()]
  const hasDays = firstDay !== lastDay
  const isNarrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('md'), { noSsr: true })
  return useMemo(() => {
    const isTaken = ({ data }: { readonly data: PaperDay | undefined }) => data?.taken !== undefined && data.line === undefined
    const mark = ({ data }: { readonly data: PaperDay | undefined }): CellMark | undefined => {
      if (data?.taken === undefined) return undefined
      const { waitsIn, goodQuantity } = data.taken
      const good = formats.decimal(goodQuantity)
      return waitsIn === null
        ? { tone: 'good', icon: Check, words: t('production.paper.taken', { good }), text: good } : { tone: 'waiting', icon: Hourglass, words: t('production.paper.waits', { number: waitsIn, good }), text: good }
    }
    const workOrder: Column = { kind: 'computed', name: 'workOrder', label: t('production.fields.workOrderId'), width: 206, text: ({ data }) => data?.work.number ?? '' }
    const product: Column = { kind: 'computed', name: 'product', label: t('planning.work.part'), width: 180, grows: true, text: ({ data }) => data?.work.itemName ?? data?.work.articleName ?? '' }
    const day: Column = { kind: 'computed', name: 'day', label: t('production.fields.day'), width: 104, text: ({ data }) => (data ? formats.day(data.day) : '') }
    const made: Column = { kind: 'computed', name: 'made', label: t('production.fields.soFar'), width: 124, isNumber: true, text: ({ data }) => progressOf(formats, data?.work) }
    const counted: readonly Column[] = [
      { kind: 'integer', name: 'goodQuantity', label: t('production.fields.goodQuantity'), width: 100, isReadOnly: isTaken, mark },
      { kind: 'integer', name: 'rejectQuantity', label: t('production.fields.rejectQuantity'), width: 80, isReadOnly: isTaken },
      { kind: 'choice', name: 'defectReasonId', label: t('production.fields.defectReasonId'), width: 130, options: defects, isReadOnly: isTaken },
    ]
    const more: readonly Column[] = [
      { kind: 'choice', name: 'workShiftId', label: t('production.fields.workShiftId'), width: 90, options: shifts, isReadOnly: isTaken },
      { kind: 'text', name: 'notes', label: t('production.fields.notes'), width: 120, isReadOnly: isTaken },
    ]
    const days = hasDays ? [day] : []
    // A tablet held upright has room for what is typed beside what it is typed for.
    const columns = isNarrow ? [workOrder, ...days, ...counted, product, ...more] : [workOrder, product, ...days, ...(hasDays ? [] : [made]), ...counted, ...more]
    return {
      name: 'production.paperLines', subject: id, title: t('production.paper.sheet'), maximumRows: mostPaperLines, pinsFirst: true, schema, columns,
      check: ({ line }) => ((line.rejectQuantity ?? 0) > 0 && line.defectReasonId === null ? [{ column: 'defectReasonId', reason: 'production.issues.reject-reason' }] : []),
    }
  }, [t, formats, defects, shifts, id, hasDays, isNarrow])
}

function progressOf({ decimal }: Formats, work: Work | undefined): string {
  return work?.madeQuantity === undefined || work.targetQuantity === undefined ? '' : `${decimal(work.madeQuantity)} / ${decimal(work.targetQuantity)}`
}

/** Every day of every work order that may stand on the paper, and what was typed of others. */
export function paperRecords({ batch: { firstDay, lastDay }, work, lines, taken }: PaperBatchDetail, today: string): PaperRecord[] {
  const listed = new Set(work.map(({ workOrderId }) => workOrderId))
  const others = lines.filter(({ workOrderId }) => !listed.has(workOrderId)).map(({ workOrderId, number, articleName, itemName }): Work => ({ workOrderId, number, articleName, itemName }))
  const at = <Row extends { readonly workOrderId: string; readonly day: string }>(rows: readonly Row[]) => new Map(rows.map(row => [`${row.workOrderId}/${row.day}`, row]))
  const [kept, elsewhere] = [at(lines), at(taken)]
  return [...new Map<string, Work>([...work, ...others].map(one => [one.workOrderId, one])).values()].flatMap(one => daysFrom(firstDay, lastDay < today ? lastDay : today).map(day => {
    const key = `${one.workOrderId}/${day}`
    return recordOf({ work: one, day, line: kept.get(key), taken: elsewhere.get(key) })
  }))
}

export function recordOf(data: PaperDay): PaperRecord {
  const { line } = data
  return {
    id: `${data.work.workOrderId}/${data.day}`, data,
    line: {
      goodQuantity: line ? Number(decimalText(line.goodQuantity)) : null, rejectQuantity: line && !isZero(line.rejectQuantity) ? Number(decimalText(line.rejectQuantity)) : null,
      defectReasonId: line?.defectReasonId ?? null, workShiftId: line?.workShiftId ?? null, notes: line?.notes || null,
    },
  }
}

/** As the host takes it. */
export function entryOf({ line, data }: GridEntry<PaperRow, PaperDay>): z.input<typeof PaperLineEntry> {
  const { goodQuantity, rejectQuantity, notes, ...rest } = line
  const typed = (count: number | null) => (count === null ? null : String(count))
  return { ...rest, workOrderId: data?.work.workOrderId ?? '', day: data?.day ?? '', version: data?.line?.version ?? null, goodQuantity: typed(goodQuantity), rejectQuantity: typed(rejectQuantity), notes: notes ?? '' }
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day as BusinessDay, 1)) days.push(day)
  return days
}
