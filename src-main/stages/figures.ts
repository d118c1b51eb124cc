import { decimalText } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { choicesOf } from '../../shared/stages/rules.ts'
import type { FiguresSaved, stageWork } from '../../shared/stages/work.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { enteredNow } from '../engines/entered.ts'
import { eachRow } from '../engines/each-row.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { askForWritten } from '../production/entering.ts'
import { invalid } from '../warehouse/refusals.ts'
import { openFor } from './records.ts'
import { requireNotHeld } from './sums.ts'

type Values = ParsedInputOf<typeof stageWork.saveStageFigures>
type Value = Values['values'][number]

/** All or none; of a day that is over with the consent that its output would need (PX-4). Answers how many changed. Throws `step-held` (PX-13). */
export function saveStageFigures(context: CommandContext, { workOrderId, day, values, reason }: Values): FiguresSaved {
  const workOrder = openFor(context, workOrderId, day)
  requireNotHeld(context.db, workOrder)
  const saved = eachRow('values', values, value => saveValue(context, workOrder, day, value)).filter(Boolean).length
  if (saved === 0) return { saved, request: null }
  const words = values.map(({ stageFigureId, numberValue, textValue }) => `${context.db.get('stageFigure', stageFigureId).name}: ${(numberValue === null ? textValue : decimalText(numberValue)) || '–'}`).join('; ')
  return { saved, request: askForWritten(context, { workOrderId, day }, { id: 'figures', words }, reason) }
}

function saveValue(context: CommandContext, { id: workOrderId, sectionId, productionStageId }: WorkOrderRow, day: string, { stageFigureId, version, numberValue, textValue }: Value): boolean {
  const { db } = context
  const figure = db.get('stageFigure', stageFigureId)
  if (figure.productionStageId !== productionStageId) throw invalid('stageFigureId', 'stages.issues.other-figure')
  if (figure.kind === 'NUMBER' && textValue !== '') throw invalid('textValue', 'stages.issues.not-number')
  if (figure.kind === 'CHOICE' && textValue !== '' && !choicesOf(figure.choices).includes(textValue)) throw invalid('textValue', 'stages.issues.not-choice')
  const kept = figure.kind === 'NUMBER' ? { numberValue, textValue: '' } : { numberValue: null, textValue }
  const known = db.first(sql.selectFrom('stageFigureValue').selectAll().where('workOrderId', '=', workOrderId).where('day', '=', day).where('stageFigureId', '=', stageFigureId))
  if (known && known.version !== version) throw new AppError('conflict', { entity: 'stageFigureValue', id: known.id })
  const isBlank = kept.numberValue === null && kept.textValue === ''
  if (!known) {
    if (!isBlank) db.insert('stageFigureValue', { ...kept, workOrderId, sectionId, day, stageFigureId, enteredBy: enteredNow(context).by })
    return !isBlank
  }
  if (known.numberValue === kept.numberValue && known.textValue === kept.textValue) return false
  if (isBlank) db.remove('stageFigureValue', known)
  else db.update('stageFigureValue', known, { ...kept, changedBy: enteredNow(context).by })
  return true
}
