import type { debts } from '../../shared/warehouse/debts.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import type { Debt } from './debt-book.ts'
import { debtDetail, debtOf, debtView, listDebts, summarizeDebts } from './debt-lists.ts'
import { closeDebt, remindOfDebts, requestDebt, updateDebt } from './debts.ts'
import { storeOf } from './places.ts'

export const debtHandlers: Handlers<typeof debts> = {
  listDebts(context, input) {
    if (input.filter.sectionId !== undefined) context.scope.section(input.filter.sectionId)
    return listDebts(context.db, context.scope.mine(), debtView(context), input)
  },
  getDebt(context, { id }) {
    context.scope.section(context.db.get('materialDebt', id).sectionId)
    return debtDetail(context.db, debtView(context), id)
  },
  summarizeDebts(context, { sectionId }) {
    if (sectionId !== undefined) context.scope.section(sectionId)
    return summarizeDebts(context.db, context.scope.mine(), debtView(context), sectionId)
  },
  requestDebt(context, input) {
    context.scope.section(input.sectionId)
    context.scope.section(storeOf(context.db, input.locationId, 'locationId').sectionId)
    return told(context, requestDebt(context, input))
  },
  updateDebt(context, input) {
    context.scope.section(context.db.get('materialDebt', input.id).sectionId)
    return told(context, updateDebt(context, input))
  },
  closeDebt(context, input) {
    context.scope.section(context.db.get('materialDebt', input.id).sectionId)
    return told(context, closeDebt(context, input))
  },
  remindOfDebts(context) {
    context.scope.everyone()
    return { reminded: remindOfDebts(context) }
  },
}

function told(context: CommandContext, { id }: Debt) {
  return debtOf(context.db, debtView(context), id)
}
