import { changesChains, type ChainState } from '../../shared/approvals/contract.ts'
import type { ApprovalChain } from '../../shared/approvals/chain.ts'
import { approvalKinds, type ApprovalKindName } from '../../shared/approvals/kinds.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import { stepsOf } from '../engines/approval-holders.ts'
import { decidesAlone } from '../engines/approvals.ts'
import { superadminLevel } from '../identity/rank.ts'

type Asker = Pick<QueryContext, 'db' | 'session' | 'clock'>

export function chainState(context: Asker, kind: ApprovalKindName): ChainState {
  const [steps, fallback] = [stepsOf(context.db, kind), [...approvalKinds[kind].chain]]
  const differs = JSON.stringify(steps) !== JSON.stringify(fallback)
  return { kind, steps, fallback, differs, mayChange: mayChangeChain(context, kind), version: context.db.find('approvalChain', kind)?.version }
}

/** Whoever must ask does not abolish the asking. A Superadmin may always, for a chain that nobody holds any more would else stay so. */
export function requireChangesChain(context: Asker, kind: ApprovalKindName): void {
  if (!isChainHolder(context, kind)) throw new AppError('not-chain-holder')
}

function mayChangeChain(context: Asker, kind: ApprovalKindName): boolean {
  return context.session.permissions.has(changesChains) && isChainHolder(context, kind)
}

function isChainHolder(context: Asker, kind: ApprovalKindName): boolean {
  return context.session.level <= superadminLevel || decidesAlone(context, kind, null)
}

/** Keeps a chain; one that equals what the program begins with needs no row. `version`: of the row that was seen, if any. */
export function storeChain(db: Writer, kind: ApprovalKindName, steps: ApprovalChain, version: number | undefined): void {
  const row = db.find('approvalChain', kind)
  if (row?.version !== version) throw new AppError('conflict', { entity: 'approvalChain', id: kind })
  const text = JSON.stringify(steps)
  if (text === JSON.stringify(approvalKinds[kind].chain)) return row && db.remove('approvalChain', row)
  if (row) db.update('approvalChain', row, { steps: text })
  else db.insert('approvalChain', { id: kind, steps: text })
}
