import type { production } from '../../shared/production/contract.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { printPaper } from '../documents/paper.ts'
import { eachRow } from '../engines/each-row.ts'
import { productionForm } from './day-form.ts'
import { daysOfOrder, productionCalendar, waitingOfSection } from './daily-rows.ts'
import { listFindings, lookAtFinding, removeLook } from './finding-looks.ts'
import { tellFindings } from './finding-notices.ts'
import { paperHandlers } from './paper-handlers.ts'
import { productionSections, sectionDay, workOfDay } from './section-day.ts'
import { changeDay, confirmDay, enterDay, keepingCartons, reopenDay, saveDays, takeBackDay } from './entering.ts'

export const productionHandlers: Handlers<typeof production> = {
  getWorkOrderDays({ db, scope }, { workOrderId }) {
    scope.section(db.get('workOrder', workOrderId).sectionId)
    return daysOfOrder(db, workOrderId)
  },
  getProductionCalendar(context, asked) {
    context.scope.section(asked.sectionId)
    return productionCalendar(context, asked)
  },
  listProductionSections: ({ db, scope }) => productionSections(db, scope.mine()),
  getSectionDay(context, asked) {
    context.scope.section(asked.sectionId)
    return sectionDay(context, asked)
  },
  listWaitingDays({ db, scope }, asked) {
    db.get('section', asked.sectionId)
    scope.section(asked.sectionId)
    return waitingOfSection(db, asked)
  },
  getWorkOfDay(context, { workOrderId, day }) {
    const workOrder = context.db.get('workOrder', workOrderId)
    context.scope.section(workOrder.sectionId)
    return workOfDay(context, workOrder, day)
  },
  async printProductionForm(context, { language, ...wanted }) {
    const { code } = context.db.get('section', wanted.sectionId)
    context.scope.section(wanted.sectionId)
    return printPaper(context, await productionForm(context, { ...wanted, language: language ?? context.session.language }), `${wanted.kind}-${code}-${wanted.day}`)
  },
  tellFindings(context) {
    context.scope.everyone()
    return { told: tellFindings(context) }
  },
  listFindings(context, asked) {
    if (asked.filter.sectionId !== undefined) context.scope.section(asked.filter.sectionId)
    return listFindings(context, asked)
  },
  lookAtFinding: (context, input) => lookAtFinding(context, input),
  removeLook: (context, at) => removeLook(context, at),
  ...paperHandlers,
  enterProduction: (context, entry) => keepingCartons(context, entry.workOrderId, () => enterDay(context, entry)),
  updateProduction: (context, { id, version, ...patch }) => keepingCartons(context, workOrderOf(context, id), () => changeDay(context, { id, version }, patch)),
  saveProduction: (context, { rows, reason }) => saveDays(context, rows, reason),
  removeProduction: (context, { reason, ...at }) => keepingCartons(context, workOrderOf(context, at.id), () => takeBackDay(context, at, reason)),
  confirmProduction: (context, at) => confirmDay(context, at),
  confirmDays: (context, { rows }) => eachRow('rows', rows, at => confirmDay(context, at)),
  reopenProduction: (context, { reason: _reason, ...at }) => reopenDay(context, at),
}

function workOrderOf({ db }: CommandContext, dayId: string): string {
  return db.get('dailyProduction', dayId).workOrderId
}
