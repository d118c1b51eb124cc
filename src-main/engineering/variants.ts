import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { boms, BomVariant } from '../../shared/engineering/boms.ts'
import type { CommandContext } from '../core/handlers.ts'
import { requireActive, variantsOfLine } from './boms.ts'
import { variantOf } from './bom-rows.ts'
import { openUnits } from './conversions.ts'
import { renewPurchaseBoms } from './purchase-boms.ts'

type Given<Name extends keyof typeof boms> = ParsedInputOf<(typeof boms)[Name]>

/** Waits for approval, of a draft and of a BOM in force alike. */
export function addVariant({ db, session }: CommandContext, { bomLineId, costVariance = null, sequence, ...fields }: Given<'addVariant'>): BomVariant {
  const { bomHeaderId, componentItemId } = db.get('bomLine', bomLineId)
  const { itemId: madeId, status } = db.get('bomHeader', bomHeaderId)
  if (status === 'RETIRED') throw new AppError('wrong-state', { entity: 'bomHeader', id: bomHeaderId, status })
  const item = requireActive('item', db.get('item', fields.itemId), 'itemId')
  if (fields.itemId === madeId) throw new AppError('invalid-input', { issues: [{ path: ['itemId'], reason: 'engineering.issues.own-component', params: {} }] })
  openUnits(db).factor(item.id, db.get('item', componentItemId).unitId, item.unitId)
  const last = variantsOfLine(db, bomLineId).at(-1)?.sequence ?? 0
  const { id } = db.insert('bomVariant', { bomLineId, costVariance, sequence: sequence ?? last + 1, ...fields, addedBy: session.userId, decidedBy: null })
  return variantOf(db, id)
}

/** BM-3: what a BOM in force takes does not change by it, for what is not approved was never taken. */
export function removeVariant({ db }: CommandContext, at: Given<'removeVariant'>): void {
  const { bomLineId, approval } = db.get('bomVariant', at.id)
  const { status } = db.get('bomHeader', db.get('bomLine', bomLineId).bomHeaderId)
  const isFree = status === 'DRAFT' || (status === 'ACTIVE' && approval !== 'APPROVED')
  if (!isFree) throw new AppError('wrong-state', { entity: 'bomVariant', id: at.id, status: approval })
  db.remove('bomVariant', at)
}

/** BM-4: what is approved counts from now on, also in what is bought. Throws `own-request` for whoever put it forward. */
export function decideVariant(context: CommandContext, { id, version, approval }: Given<'decideVariant'>): BomVariant {
  const { db, session } = context
  if (db.get('bomVariant', id).addedBy === session.userId) throw new AppError('own-request')
  const { bomLineId } = db.update('bomVariant', { id, version }, { approval, decidedBy: session.userId })
  const { itemId, status } = db.get('bomHeader', db.get('bomLine', bomLineId).bomHeaderId)
  if (status === 'ACTIVE') renewPurchaseBoms(context, [itemId])
  return variantOf(db, id)
}
