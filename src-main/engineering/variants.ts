import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { boms, BomVariant } from '../../shared/engineering/boms.ts'
import type { CommandContext } from '../core/handlers.ts'
import { requireActive, requireDraft } from './boms.ts'
import { variantOf } from './bom-rows.ts'
import { openUnits } from './conversions.ts'
import { renewPurchaseBoms } from './purchase-boms.ts'

type Given<Name extends keyof typeof boms> = ParsedInputOf<(typeof boms)[Name]>

/** Waits for approval, of a draft and of a BOM in force alike. */
export function addVariant({ db }: CommandContext, { bomLineId, costVariance = null, ...fields }: Given<'addVariant'>): BomVariant {
  const { bomHeaderId, componentItemId } = db.get('bomLine', bomLineId)
  const { itemId: madeId, status } = db.get('bomHeader', bomHeaderId)
  if (status === 'RETIRED') throw new AppError('wrong-state', { entity: 'bomHeader', id: bomHeaderId, status })
  const item = requireActive('item', db.get('item', fields.itemId), 'itemId')
  if (fields.itemId === madeId) throw new AppError('invalid-input', { issues: [{ path: ['itemId'], reason: 'engineering.issues.own-component', params: {} }] })
  openUnits(db).factor(item.id, db.get('item', componentItemId).unitId, item.unitId)
  const { id } = db.insert('bomVariant', { bomLineId, costVariance, ...fields, decidedBy: null })
  return variantOf(db, id)
}

export function removeVariant({ db }: CommandContext, at: Given<'removeVariant'>): void {
  requireDraft(db, db.get('bomLine', db.get('bomVariant', at.id).bomLineId).bomHeaderId)
  db.remove('bomVariant', at)
}

/** BM-4: what is approved counts from now on, also in what is bought. */
export function decideVariant(context: CommandContext, { id, version, approval }: Given<'decideVariant'>): BomVariant {
  const { db, session } = context
  const { bomLineId } = db.update('bomVariant', { id, version }, { approval, decidedBy: session.userId })
  const { itemId, status } = db.get('bomHeader', db.get('bomLine', bomLineId).bomHeaderId)
  if (status === 'ACTIVE') renewPurchaseBoms(context, [itemId])
  return variantOf(db, id)
}
