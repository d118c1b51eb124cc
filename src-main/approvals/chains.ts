import type { ChainState } from '../../shared/approvals/contract.ts'
import type { ApprovalChain } from '../../shared/approvals/chain.ts'
import { approvalKinds, type ApprovalKindName } from '../../shared/approvals/kinds.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { stepsOf } from '../engines/approval-holders.ts'
import { decidesAlone } from '../engines/approvals.ts'
import { superadminLevel } from '../identity/rank.ts'

export function chainState(db: Reader, kind: ApprovalKindName): ChainState {
  const [steps, fallback] = [stepsOf(db, kind), [...approvalKinds[kind].chain]]
  return { kind, steps, fallback, differs: JSON.stringify(steps) !== JSON.stringify(fallback), version: db.find('approvalChain', kind)?.version }
}

/** Whoever must ask does not abolish the asking. A Superadmin may always, for a chain that nobody holds any more would else stay so. */
export function requireChangesChain(context: CommandContext, kind: ApprovalKindName): void {
  if (context.session.level > superadminLevel && !decidesAlone(context, kind, null)) throw new AppError('not-chain-holder')
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
