import type { production } from '../../shared/production/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { printPaper } from '../documents/paper.ts'
import { eachRow } from '../engines/each-row.ts'
import { productionForm } from './day-form.ts'
import { daysOfOrder, productionCalendar } from './daily-rows.ts'
import { tellFindings } from './finding-notices.ts'
import { productionSections, sectionDay, workOfDay } from './section-day.ts'
import { changeDay, confirmDay, enterDay, takeBackDay } from './entering.ts'

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
  enterProduction: (context, entry) => enterDay(context, entry),
  updateProduction: (context, { id, version, ...patch }) => changeDay(context, { id, version }, patch),
  saveProduction: (context, { rows, reason }) => eachRow('rows', rows, row => {
    if (row.kind === 'enter') return enterDay(context, { ...row.entry, reason })
    if (row.kind === 'remove') return takeBackDay(context, row, reason)
    const { kind: _kind, id, version, ...patch } = row
    return changeDay(context, { id, version }, { ...patch, reason })
  }),
  removeProduction: (context, { reason, ...at }) => takeBackDay(context, at, reason),
  confirmProduction: (context, at) => confirmDay(context, at),
  confirmDays: (context, { rows }) => eachRow('rows', rows, at => confirmDay(context, at)),
}
