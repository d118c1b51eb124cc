import { wallClock } from '../../shared/core/dates.ts'
import { dayText } from '../../shared/core/day-text.ts'
import { addDecimals, subtractDecimals } from '../../shared/core/decimal.ts'
import type { Language } from '../../shared/texts.ts'
import type { GatePaper, GatePass } from '../../shared/transfers/gate.ts'
import type { JobContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { documentOnPaper, type PaperFact } from '../documents/paper.ts'
import type { Paper } from '../engines/reports-paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport, type Report } from '../engines/reports.ts'
import { gatePassOf } from './gate-rows.ts'

const goods = { key: 'goods', labelKey: 'transfers.fields.goods', kind: 'text', width: 64, value: ({ itemName, articleName }: GatePass) => itemName ?? articleName } as const
const stage = { key: 'stage', labelKey: 'transfers.gate.stage', kind: 'text', width: 34, value: ({ stageName }: GatePass) => stageName } as const
const notes = { key: 'notes', labelKey: 'transfers.fields.notes', kind: 'text', width: 40, value: (pass: GatePass) => pass.notes } as const
const pieces = { kind: 'decimal', width: 24, places: () => 0 } as const

/** Goes along with the goods, past the gate and to the subcontractor, who signs for them. */
function deliveryNote(pass: GatePass): Report {
  return defineReport<GatePass>()({
    name: 'gatePass', permission: 'process.readDailyProduction', titleKey: 'transfers.gate.paper.OUT', descriptionKey: 'transfers.gate.paper.OUT', filters: {},
    columns: [goods, stage, { key: 'quantity', labelKey: 'transfers.fields.quantity', ...pieces, value: ({ quantity }) => quantity }, notes],
    rows: () => [pass],
    signatures: ['transfers.paper.sent', 'transfers.gate.paper.guard', 'transfers.gate.paper.carrier', 'transfers.gate.paper.subcontractor'],
    orientation: 'portrait',
  })
}

/** What came back of it by now, good and rejected, and what is missing. */
function returnNote(pass: GatePass): Report {
  const missing = subtractDecimals(pass.quantity, addDecimals(pass.returnedQuantity, pass.rejectQuantity))
  return defineReport<GatePass>()({
    name: 'gateReturn', permission: 'process.readDailyProduction', titleKey: 'transfers.gate.paper.BACK', descriptionKey: 'transfers.gate.paper.BACK', filters: {},
    columns: [
      goods, stage, { key: 'quantity', labelKey: 'transfers.fields.quantity', ...pieces, value: ({ quantity }) => quantity },
      { key: 'returned', labelKey: 'transfers.fields.returnedQuantity', ...pieces, value: ({ returnedQuantity }) => returnedQuantity },
      { key: 'rejected', labelKey: 'transfers.fields.rejectQuantity', ...pieces, value: ({ rejectQuantity }) => rejectQuantity },
      { key: 'missing', labelKey: 'transfers.gate.missing', ...pieces, value: () => missing },
    ],
    rows: () => [pass],
    signatures: ['transfers.gate.paper.subcontractor', 'transfers.paper.received', 'reports.signatures.checkedBy'],
    orientation: 'portrait',
  })
}

/** TR-9: the pass on the factory's paper, with its number to scan when the goods are back at the gate. */
export function gatePaper(context: JobContext, id: string, paper: GatePaper, language: Language): Promise<Paper> {
  const pass = gatePassOf(context.db, id, context.today())
  return documentOnPaper(context, { report: paper === 'OUT' ? deliveryNote(pass) : returnNote(pass), language, subject: pass.number, facts: factsOf(context, pass, language), code: pass.number })
}

function factsOf({ db }: JobContext, pass: GatePass, language: Language): PaperFact[] {
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const { address, phone } = db.get('partner', pass.partnerId)
  const at = (instant: string) => {
    const { day, time } = wallClock(instant, timeZone)
    return `${dayText(day)} ${time}`
  }
  return [
    ['transfers.fields.partnerId', pass.partnerName], ['transfers.gate.address', [address, phone].filter(Boolean).join(' · ')], ['transfers.fields.workOrderId', pass.workOrderNumber],
    ['transfers.fields.sectionId', pass.sectionName], ['transfers.fields.createdAt', at(pass.createdAt)], ['transfers.fields.sentBy', pass.sentByName], ['transfers.fields.dueDay', dayText(pass.dueDay)],
    ['transfers.fields.returnedAt', pass.returnedAt === null ? null : at(pass.returnedAt)], ['transfers.fields.shortReason', pass.shortReason],
    ['transfers.fields.status', pass.status === 'CANCELLED' ? textOf(language, 'transfers.gatePassStatuses.CANCELLED') : null],
  ]
}
