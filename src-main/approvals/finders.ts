import { anySession } from '../../shared/core/procedure.ts'
import { sql } from '../database/sql.ts'
import { numberFinder, type Asker, type Finder } from '../engines/finders.ts'

/** By those who asked or decided, and those who may see the audit. What waits for somebody is in their inbox. */
export const requestFinder: Finder = numberFinder({
  kind: 'approvalRequest', series: 'approvalRequest', needs: [anySession], id: 'approvalRequest.id',
  rows: seenRequests,
  face: ({ status, kind, subject, ...row }) => ({
    ...row, name: '', state: `approvals.statuses.${status}`, said: { key: `approvals.kinds.${kind}.title`, params: JSON.parse(subject) as Record<string, string | number> },
  }),
})

function seenRequests({ session }: Asker) {
  const requests = sql.selectFrom('approvalRequest').innerJoin('user', 'user.id', 'approvalRequest.requestedBy')
    .select(['approvalRequest.id', 'approvalRequest.number as code', 'user.fullName as detail', 'approvalRequest.status', 'approvalRequest.kind', 'approvalRequest.subject'])
  if (session.permissions.has('audit.view')) return requests
  const decided = sql.selectFrom('approvalDecision').select('requestId').where('decidedBy', '=', session.userId)
  return requests.where(({ eb, or }) => or([eb('approvalRequest.requestedBy', '=', session.userId), eb('approvalRequest.id', 'in', decided)]))
}
