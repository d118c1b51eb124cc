import { decimal, decimalText, type Decimal } from '../../shared/core/decimal.ts'
import { dayText } from '../../shared/core/day-text.ts'
import { AppError } from '../../shared/core/errors.ts'
import { numberText } from '../../shared/core/number-text.ts'
import type { LabelWish } from '../../shared/labels/contract.ts'
import type { Label } from '../../shared/labels/layout.ts'
import type { LabelKind } from '../../shared/labels/rules.ts'
import { ownCode } from '../../shared/scan/own-code.ts'
import type { Language } from '../../shared/texts.ts'
import type { Reader } from '../database/reader.ts'
import { textOf } from '../engines/reports-text.ts'
import { lotOf } from '../warehouse/lot-lists.ts'
import { packedCartonLabel } from './packed-carton.ts'

/** What stands on a label, in the language of whoever prints it. Throws `not-found`, and `invalid-input` for a carton of what comes in none. */
export function contentsOf(db: Reader, wish: LabelWish, language: Language): Label {
  return makers[wish.kind](db, wish, writerOf(language))
}

export interface Writer {
  fact(key: string, value: string | null): string[]
  quantity(quantity: Decimal | undefined, unit: string): string | null
  text(key: string): string
  readonly language: Language
}

function writerOf(language: Language): Writer {
  const text = (key: string) => textOf(language, `labels.${key}`)
  return {
    text, language,
    fact: (key, value) => (value === null || value === '' ? [] : [`${text(key)}: ${value}`]),
    quantity: (quantity, unit) => (quantity === undefined ? null : `${numberText(decimalText(quantity), language)} ${unit}`),
  }
}

const makers: Readonly<Record<LabelKind, (db: Reader, wish: LabelWish, write: Writer) => Label>> = {
  item(db, { id, quantity }, write) {
    const { code, name, category, unitId } = db.get('item', id)
    const unit = db.get('unit', unitId).code
    return { scan: ownCode({ kind: 'item', code }), code, name, quantity: write.quantity(quantity, unit), facts: [...write.fact('unit', unit), ...write.fact('category', category)] }
  },
  lot(db, { id, quantity }, write) {
    const { code, itemName, unitCode, receivedDay, expiresOn, supplierLot } = lotOf(db, id)
    return {
      scan: ownCode({ kind: 'lot', code }), code, name: itemName, quantity: write.quantity(quantity, unitCode),
      facts: [
        ...write.fact('received', dayText(receivedDay)), ...write.fact('expires', expiresOn === null ? null : dayText(expiresOn)), ...write.fact('supplierLot', supplierLot),
      ],
    }
  },
  location(db, { id }, write) {
    const { code, name, sectionId } = db.get('location', id)
    return { scan: ownCode({ kind: 'location', code }), code, name, quantity: null, facts: write.fact('section', sectionId === null ? null : db.get('section', sectionId).name) }
  },
  carton(db, wish, write) {
    const { code, name, unitId, piecesPerCarton } = db.get('item', wish.id)
    const quantity = wish.quantity ?? (piecesPerCarton === null ? undefined : decimal(piecesPerCarton))
    if (quantity === undefined) throw new AppError('invalid-input', { issues: [{ path: ['labels'], reason: 'labels.issues.no-carton', params: { item: code } }] })
    return { scan: ownCode({ kind: 'carton', code, quantity }), code, name, quantity: write.quantity(quantity, db.get('unit', unitId).code), facts: [write.text('carton')] }
  },
  packedCarton: (db, { id }, write) => packedCartonLabel(db, id, write),
}
