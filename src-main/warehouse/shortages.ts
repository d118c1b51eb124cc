import { sql as raw, type SqlBool } from 'kysely'
import { decimalText, isPositive, maxDecimal, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { missingOf, riskOf } from '../../shared/warehouse/debt-rules.ts'
import type { Shortage, shortages } from '../../shared/warehouse/shortages.ts'
import type { CommandContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { balanceAt } from './balances.ts'
import { isMine, storeOf, type Sections } from './places.ts'
import { invalid } from './refusals.ts'
import { requireOwnWorkOrder } from './work-order-stock.ts'

function shortageRows(mine: Sections) {
  return sql.selectFrom('shortage').innerJoin('item', 'item.id', 'shortage.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
    .innerJoin('location', 'location.id', 'shortage.locationId')
    .innerJoin('section', 'section.id', 'shortage.sectionId').innerJoin('user as reporter', 'reporter.id', 'shortage.reportedBy')
    .leftJoin('user as handler', 'handler.id', 'shortage.handledBy')
    .select([
      'shortage.id', 'shortage.version', 'shortage.createdAt', 'shortage.number', 'shortage.sectionId', 'section.name as sectionName', 'shortage.itemId',
      'item.code as itemCode', 'item.name as itemName',
      'unit.code as unitCode', 'unit.places as unitPlaces', 'shortage.locationId', 'location.name as locationName', 'shortage.required', 'shortage.available',
      'shortage.severity', 'shortage.note',
      'shortage.workOrderNumber', 'reporter.fullName as reportedByName', 'handler.fullName as handledByName', 'shortage.handledAt', 'shortage.handling',
      raw<Decimal>`shortage.required - shortage.available`.as('missing'),
    ])
    .where(mine === 'all' ? raw<SqlBool>`1` : isMine('shortage', mine))
}

export function listShortages(db: Reader, mine: Sections, input: ParsedInputOf<typeof shortages.listShortages>): Page<Shortage> {
  const { severity, isHandled, ...filter } = input.filter
  let query = narrowed(shortageRows(mine), filter, { sectionId: 'shortage.sectionId', itemId: 'shortage.itemId' })
  if (severity !== undefined) query = query.where('shortage.severity', 'in', severity)
  if (isHandled !== undefined) query = query.where('shortage.handledAt', isHandled ? 'is not' : 'is', null)
  return listPage(db, input, {
    query,
    columns: { number: 'shortage.number', createdAt: 'shortage.createdAt', itemName: textColumn('item.name'), sectionName: textColumn('section.name') },
    search: ['shortage.number', 'item.code', 'item.name', 'section.name', 'shortage.note', 'shortage.workOrderNumber'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'shortage.id',
  })
}

export function shortageOf(db: Reader, id: string): Shortage {
  return db.one(shortageRows('all').where('shortage.id', '=', id))
}

/** WH-8, PL-14. Throws `inactive`, and `invalid-input` where the place has enough, and for another section's store or work order. */
export function reportShortage(context: CommandContext, { required, ...fields }: ParsedInputOf<typeof shortages.reportShortage>): Shortage {
  const { db, session, settings, notify } = context
  const item = db.get('item', fields.itemId)
  if (!item.isActive) throw new AppError('inactive', { entity: 'item', id: item.id, code: item.code })
  const { sectionId } = storeOf(db, fields.locationId, 'locationId')
  if (sectionId !== null && sectionId !== fields.sectionId) throw invalid('locationId', 'warehouse.issues.other-section-store')
  requireOwnWorkOrder(db, fields.sectionId, fields.workOrderNumber)
  const available = maxDecimal(zero, balanceAt(db, item.id, fields.locationId).available)
  const missing = missingOf(required, available)
  if (!isPositive(missing)) throw invalid(
    'required', 'warehouse.issues.no-shortage', { available: decimalText(available), unit: db.get('unit', item.unitId).code },
  )
  const { shortageMedium: medium, shortageHigh: high, shortageCritical: critical } = planningSettings
  const severity = riskOf(missing, required, { medium: settings.get(medium), high: settings.get(high), critical: settings.get(critical) })
  const shortage = shortageOf(db, db.insert('shortage', {
    ...fields, day: context.today(), number: context.number('shortage'), required, available, severity, reportedBy: session.userId, handledBy: null,
    handledAt: null, handling: null,
  }).id)
  notify({
    kind: 'SHORTAGE_ALERT', audience: [{ section: shortage.sectionId }, { role: 'Warehouse Admin' }, { role: 'Warehouse Operator' }], entity: 'shortage',
    entityId: shortage.id,
    params: {
      number: shortage.number, item: item.name, quantity: decimalText(missing), unit: shortage.unitCode, section: shortage.sectionName,
      severityKey: `warehouse.debts.risks.${severity}`,
    },
  })
  return shortage
}

/** Throws `wrong-state` for one that is handled already. */
export function handleShortage(
  { db, clock, session, notify }: CommandContext, { id, version, handling }: ParsedInputOf<typeof shortages.handleShortage>,
): Shortage {
  const { number, sectionId, handledAt, reportedBy, itemId } = db.get('shortage', id)
  if (handledAt !== null) throw new AppError('already-handled', { number })
  db.update('shortage', { id, version }, { handledBy: session.userId, handledAt: clock.now(), handling })
  notify({ kind: 'SHORTAGE_HANDLED', audience: [{ section: sectionId }, { user: reportedBy }], entity: 'shortage', entityId: id, params: { number, item: db.get('item', itemId).name, reason: handling } })
  return shortageOf(db, id)
}
