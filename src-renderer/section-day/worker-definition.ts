import Check from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import { useMemo } from 'react'
import { z } from 'zod'
import { decimal, decimalText, isZero } from '../../shared/core/decimal.ts'
import { Note } from '../../shared/core/fields.ts'
import { IdSchema } from '../../shared/core/ids.ts'
import { mostWorkerRows, type WorkerDay, type WorkerEntry } from '../../shared/section-day/days.ts'
import { isTargetMet, overtimeHours, targetOf, type WorkerTarget } from '../../shared/section-day/rules.ts'
import { StockLevel } from '../../shared/warehouse/quantity.ts'
import type { CellMark, EntryGridDefinition, GridRecord, RowView } from '../components/entry-grid-definition.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText, type Translate } from '../core/i18n.ts'

/** As it travels: what a worker made of an item; a kept row that is emptied is taken out. */
export type WorkerLine = { readonly workerId: string | null; readonly itemId: string | null; readonly actualQuantity: string | null; readonly notes: string | null }
type Row = RowView<WorkerLine, WorkerEntry>

export interface ShownDay { readonly sectionId: string; readonly day: string; readonly rules: WorkerDay['rules']; readonly isLocked: boolean; readonly mayEnter: boolean }

const schema = z.object({ workerId: IdSchema, itemId: IdSchema, actualQuantity: StockLevel.nullable(), notes: Note.nullable() })

/** A worker a row: the item, what is to be made of it, what was, and what that means, as one types. */
export function useWorkerDefinition({ sectionId, day, rules, isLocked, mayEnter }: ShownDay): EntryGridDefinition<WorkerLine, WorkerEntry> {
  const t = useText()
  const { masters } = useApi()
  const { plain } = useFormats()
  return useMemo(() => {
    const target = ({ line, data }: Row): WorkerTarget | undefined => (data && data.itemId === line.itemId ? data : line.itemId === null ? undefined : targetOf(rules, day, line.itemId))
    const shown = (row: Row, tell: (target: WorkerTarget) => string) => {
      const its = target(row)
      return its ? tell(its) : ''
    }
    const isReadOnly = () => isLocked || !mayEnter
    return {
      name: 'sectionDay.workers', subject: `${sectionId}/${day}`, title: t('sectionDay.workers'), maximumRows: mostWorkerRows, schema, unique: [['workerId', 'itemId']], pinsFirst: true,
      ...(!isReadOnly() && { newRow: { workerId: null, itemId: null, actualQuantity: null, notes: null } }),
      // A crew that was taken over from the day before is filled in bit by bit.
      isIdle: ({ line, data }) => data === undefined && line.actualQuantity === null,
      columns: [
        {
          kind: 'reference', name: 'workerId', label: t('sectionDay.fields.workerId'), width: 230, grows: true, hint: t('sectionDay.workerHint'), isReadOnly: ({ data }) => isReadOnly() || data !== undefined,
          reference: gridReference({ call: masters.findWorkers, option: ({ id, code, name, sectionName }) => ({ id, code, name, detail: sectionName ?? undefined }) }, texts => masters.matchWorkers({ texts: [...texts] })),
        },
        {
          kind: 'reference', name: 'itemId', label: t('sectionDay.fields.itemId'), width: 250, grows: true, isReadOnly,
          reference: gridReference({ call: masters.findItems, option: ({ id, code, name, unitCode }) => ({ id, code, name, detail: unitCode }) }, texts => masters.matchItems({ texts: [...texts] })),
        },
        { kind: 'computed', name: 'targetQuantity', label: t('sectionDay.fields.targetQuantity'), width: 90, isNumber: true, text: row => shown(row, ({ targetQuantity }) => (isZero(targetQuantity) ? '–' : plain(decimalText(targetQuantity)))) },
        { kind: 'decimal', name: 'actualQuantity', label: t('sectionDay.fields.actualQuantity'), width: 130, isReadOnly, hint: t('sectionDay.actualHint'), mark: row => markOf(t, row, target(row)) },
        {
          kind: 'computed', name: 'overtimeHours', label: t('sectionDay.fields.overtimeHours'), width: 120, isNumber: true,
          text: row => {
            const its = target(row)
            return its && row.line.actualQuantity !== null ? plain(decimalText(overtimeHours(decimal(row.line.actualQuantity), its))) : ''
          },
        },
        { kind: 'text', name: 'notes', label: t('sectionDay.fields.notes'), width: 180, isReadOnly },
      ],
    }
  }, [t, masters, plain, sectionId, day, rules, isLocked, mayEnter])
}

/** PX-6: green from the target on, else red; said by sign and word too. */
function markOf(t: Translate, { line: { actualQuantity } }: Row, target: WorkerTarget | undefined): CellMark | undefined {
  if (actualQuantity === null || !target || isZero(target.targetQuantity)) return undefined
  return isTargetMet(decimal(actualQuantity), target) ? { tone: 'good', icon: Check, words: t('sectionDay.met') } : { tone: 'bad', icon: ErrorOutline, words: t('sectionDay.missed') }
}

/** An entry as a row of the grid. */
export function recordOf(entry: WorkerEntry): GridRecord<WorkerLine, WorkerEntry> {
  const { id, workerId, workerCode, workerName, itemId, itemCode, itemName, actualQuantity, notes } = entry
  return {
    id, data: entry, line: { workerId, itemId, actualQuantity: decimalText(actualQuantity), notes: notes || null },
    known: [{ id: workerId, code: workerCode, name: workerName }, { id: itemId, code: itemCode, name: itemName }],
  }
}
