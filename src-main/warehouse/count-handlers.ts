import type { counts } from '../../shared/warehouse/counts.ts'
import type { Handlers } from '../core/handlers.ts'
import { createCountPlan, createUsualCountPlans, listCountPlans, storeRhythms, updateCountPlan } from './count-plans.ts'
import { postCount } from './count-posting.ts'
import { reverseCount } from './count-reversal.ts'
import { countDetail, countOf, listCounts } from './count-rows.ts'
import { addCountLine, cancelCount, createCount, enterCounts, finishCounting, recountLine, setCauses, startCount } from './counting.ts'
import { classifyItems } from './item-classes.ts'

export const countHandlers: Handlers<typeof counts> = {
  listCountPlans(context, input) {
    context.scope.everyone()
    return listCountPlans(context, input)
  },
  createCountPlan(context, plan) {
    context.scope.everyone()
    return createCountPlan(context, plan)
  },
  updateCountPlan(context, { id, version, ...plan }) {
    context.scope.everyone()
    return updateCountPlan(context, { id, version }, plan)
  },
  createUsualCountPlans(context) {
    context.scope.everyone()
    return createUsualCountPlans(context)
  },
  listStoreRhythms: ({ db, scope }) => storeRhythms(db, scope.mine()),

  listCounts: ({ db, scope }, input) => listCounts(db, scope.mine(), input),
  getCount(context, { id }) {
    context.scope.section(context.db.get('stockCount', id).sectionId)
    return countDetail(context, id)
  },

  createCount: (context, count) => countOf(context.db, createCount(context, count).id),
  startCount: (context, at) => countOf(context.db, startCount(context, at).id),
  enterCounts: (context, { id, pass, lines }) => enterCounts(context, id, pass, lines),
  addCountLine: (context, { id, ...found }) => addCountLine(context, id, found),
  finishCounting: (context, { id, pass, countedBy }) => countOf(context.db, finishCounting(context, id, pass, countedBy).id),
  recountLine: (context, line) => recountLine(context, line),
  setCauses: (context, { id, lines }) => setCauses(context, id, lines),
  postCount(context, at) {
    const { count, request } = postCount(context, at)
    return { count: countOf(context.db, count.id), request }
  },
  reverseCount: (context, { reason, ...at }) => countOf(context.db, reverseCount(context, at, reason).id),
  cancelCount: (context, { reason, ...at }) => countOf(context.db, cancelCount(context, at, reason).id),

  classifyItems(context) {
    context.scope.everyone()
    return classifyItems(context)
  },
}
