import { productionSettings } from '../../shared/production/settings.ts'
import type { stages } from '../../shared/stages/contract.ts'
import type { Handlers, QueryContext } from '../core/handlers.ts'
import { printPaper } from '../documents/paper.ts'
import { listReworkCards, reworkCardOf } from './card-rows.ts'
import { inspectRework, reverseInspection } from './cards.ts'
import { stageWorkOf } from './detail.ts'
import { saveStageFigures } from './figures.ts'
import { holdPlace, releaseHold } from './holds.ts'
import { reworkPaper } from './paper.ts'
import { enterStep, removeStep, updateStep } from './records.ts'

export const stagesHandlers: Handlers<typeof stages> = {
  getStageWork(context, { workOrderId, day }) {
    context.scope.section(context.db.get('workOrder', workOrderId).sectionId)
    return stageWorkOf(context, workOrderId, day)
  },
  listReworkCards: ({ db, scope, settings }, input) => listReworkCards(db, scope.mine(), input, mostCycles({ settings })),
  getReworkCard({ db, scope, settings }, { id }) {
    scope.section(db.get('reworkCard', id).sectionId)
    return reworkCardOf(db, id, mostCycles({ settings }))
  },
  getHold: (context, input) => holdPlace(context, input),
  enterStep: (context, input) => enterStep(context, input),
  updateStep: (context, input) => updateStep(context, input),
  removeStep: (context, input) => removeStep(context, input),
  inspectRework: (context, input) => inspectRework(context, input),
  reverseInspection: (context, input) => reverseInspection(context, input),
  saveStageFigures: (context, input) => saveStageFigures(context, input),
  releaseHold: (context, input) => releaseHold(context, input),
  async printReworkCard(context, { id, language }) {
    const { sectionId, number } = context.db.get('reworkCard', id)
    context.scope.section(sectionId)
    return printPaper(context, await reworkPaper(context, reworkCardOf(context.db, id, mostCycles(context)), language ?? context.session.language), number)
  },
}

function mostCycles({ settings }: Pick<QueryContext, 'settings'>): number {
  return settings.get(productionSettings.reworkCycles)
}
