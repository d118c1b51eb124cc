import type { Selectable } from 'kysely'
import type { Audience, NoticeKind } from '../../shared/notifications/notice.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { RequisitionTable } from '../database/tables.ts'

type Requisition = Selectable<RequisitionTable>
type Kind = Extract<NoticeKind, `REQUISITION_${string}`>

const stores: readonly Audience[] = ['Warehouse Admin', 'Warehouse Operator'].map(role => ({ role }))
/** What the stores hear too, for it changes what they have to do. */
const ofBoth: readonly Kind[] = ['REQUISITION_COMPLETED', 'REQUISITION_CANCELLED', 'REQUISITION_TAKEN_BACK']

interface Told { readonly count?: number; readonly item?: string; readonly reason?: string }

/** A new one is told to those who decide and deliver, all that follows to whoever asked and their section; its end, and what is taken back, to both. */
export function tellRequisition(
  { db, notify }: Pick<CommandContext, 'db' | 'notify'>, requisition: Requisition, kind: Kind, { count = 0, item = '', reason = '' }: Told,
): void {
  const askers: readonly Audience[] = [{ section: requisition.sectionId }, { user: requisition.requestedBy }]
  const audience = kind === 'REQUISITION_NEW' ? stores : ofBoth.includes(kind) ? [...askers, ...stores] : askers
  const params = { number: requisition.number, section: db.get('section', requisition.sectionId).name, count, item, reason }
  notify({ kind, audience, params, entity: 'requisition', entityId: requisition.id })
}
