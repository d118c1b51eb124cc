import { AppError } from '../../shared/core/errors.ts'
import type { production } from '../../shared/production/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { eachRow } from '../engines/each-row.ts'
import { dailyProductionOf, daysOfOrder, productionCalendar } from './daily-rows.ts'
import { changeDay, editable, enterDay, takeBackDay } from './entering.ts'

export const productionHandlers: Handlers<typeof production> = {
  getWorkOrderDays({ db, scope }, { workOrderId }) {
    scope.section(db.get('workOrder', workOrderId).sectionId)
    return daysOfOrder(db, workOrderId)
  },
  getProductionCalendar(context, asked) {
    context.scope.section(asked.sectionId)
    return productionCalendar(context, asked)
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
  confirmProduction(context, at) {
    const { db, session, clock } = context
    const { id, version, enteredBy, changedBy } = editable(context, at)
    if (enteredBy === session.userId || changedBy === session.userId) throw new AppError('own-request')
    db.update('dailyProduction', { id, version }, { status: 'CONFIRMED', confirmedBy: session.userId, confirmedAt: clock.now() })
    return dailyProductionOf(db, id)
  },
}
