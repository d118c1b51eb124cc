import { rational, toDecimal } from '../../shared/core/rational.ts'
import type { engineering } from '../../shared/engineering/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { bomDetail, listBoms, revisionsOf } from './bom-rows.ts'
import { activateBom, createBom, discardBom, removeBomLine, retireBom, reviseBom, saveBomLines, updateBom } from './boms.ts'
import { compareBoms } from './comparison.ts'
import { listConversions } from './conversion-log.ts'
import { convert } from './conversions.ts'
import { explodeBom, listUses } from './dry-run.ts'
import { listUnitEntries } from './unit-entries.ts'
import { addVariant, decideVariant, removeVariant } from './variants.ts'

/** What things are made of belongs to the whole factory. */
export const engineeringHandlers: Handlers<typeof engineering> = {
  convertQuantity({ db, scope }, { itemId, quantity, fromUnitId, toUnitId }) {
    scope.everyone()
    const exact = convert(db, itemId, rational(quantity), fromUnitId, toUnitId)
    return { quantity: toDecimal(exact, 'half-up'), isExact: 10_000n % exact.denominator === 0n }
  },

  listBoms({ db, scope }, input) {
    scope.everyone()
    return listBoms(db, input)
  },
  getBom({ db, scope }, { id }) {
    scope.everyone()
    return bomDetail(db, id)
  },
  listRevisions({ db, scope }, { id }) {
    scope.everyone()
    return revisionsOf(db, id)
  },
  createBom(context, input) {
    context.scope.everyone()
    return createBom(context, input)
  },
  updateBom(context, input) {
    context.scope.everyone()
    return updateBom(context, input)
  },
  saveBomLines(context, input) {
    context.scope.everyone()
    return saveBomLines(context, input)
  },
  removeBomLine(context, input) {
    context.scope.everyone()
    removeBomLine(context, input)
    return {}
  },
  reviseBom(context, input) {
    context.scope.everyone()
    return reviseBom(context, input)
  },
  activateBom(context, input) {
    context.scope.everyone()
    return activateBom(context, input)
  },
  retireBom(context, input) {
    context.scope.everyone()
    return retireBom(context, input)
  },
  discardBom(context, input) {
    context.scope.everyone()
    discardBom(context, input)
    return {}
  },
  addVariant(context, input) {
    context.scope.everyone()
    return addVariant(context, input)
  },
  removeVariant(context, input) {
    context.scope.everyone()
    removeVariant(context, input)
    return {}
  },
  decideVariant(context, input) {
    context.scope.everyone()
    return decideVariant(context, input)
  },

  explodeBom(context, input) {
    context.scope.everyone()
    return explodeBom(context, input)
  },
  listUses(context, { itemId }) {
    context.scope.everyone()
    return listUses(context, itemId)
  },
  compareBoms({ db, scope }, input) {
    scope.everyone()
    return compareBoms(db, input)
  },

  listConversions({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listConversions(db, scope.mine(), input)
  },
  listUnitEntries({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listUnitEntries(db, scope.mine(), input)
  },
}
