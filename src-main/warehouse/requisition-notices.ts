import type { Selectable } from 'kysely'
import type { Audience } from '../../shared/notifications/notice.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { RequisitionTable } from '../database/tables.ts'

type Requisition = Selectable<RequisitionTable>
type Kind = 'REQUISITION_NEW' | 'REQUISITION_APPROVED' | 'REQUISITION_REJECTED' | 'REQUISITION_ISSUED' | 'REQUISITION_COMPLETED'

const stores: readonly Audience[] = ['Warehouse Admin', 'Warehouse Operator'].map(role => ({ role }))

/** A new one is told to those who decide and deliver, all that follows to whoever asked and their section; the end to both. */
export function tellRequisition({ db, notify }: Pick<CommandContext, 'db' | 'notify'>, requisition: Requisition, kind: Kind, count: number, reason = ''): void {
  const askers: readonly Audience[] = [{ section: requisition.sectionId }, { user: requisition.requestedBy }]
  const audience = kind === 'REQUISITION_NEW' ? stores : kind === 'REQUISITION_COMPLETED' ? [...askers, ...stores] : askers
  const params = { number: requisition.number, section: db.get('section', requisition.sectionId).name, count, reason }
  notify({ kind, audience, params, entity: 'requisition', entityId: requisition.id })
}
