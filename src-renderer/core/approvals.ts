import type { ApprovalRequest } from '../../shared/approvals/contract.ts'
import { useApi } from './api.ts'
import { useText } from './i18n.ts'
import { useCommand, useLive } from './live.ts'
import { showDone } from './toasts.ts'

/** A step of a request, as it was seen when it was decided. */
export interface SeenStep { readonly id: string; readonly step: number }

/** Which requests wait for this user, and at which step. */
export function useWaiting(): { readonly count: number; stepOf(id: string | null): number | undefined } {
  const { data } = useLive(useApi().approvals.countWaiting, {})
  return { count: data?.count ?? 0, stepOf: id => data?.waiting.find(one => one.id === id)?.step }
}

/** Deciding, with its word afterwards: what was carried out, passed on, or void because its record has changed. */
export function useDecide() {
  const t = useText()
  const api = useApi()
  const outcome = ({ status, number }: ApprovalRequest) =>
    status === 'REVERTED' ? t('approvals.done.reverted', { number }) : t(status === 'APPROVED' ? 'approvals.done.approved' : 'approvals.done.passed', { number })
  const approve = useCommand(api.approvals.approveStep, { done: outcome })
  return {
    isPending: approve.isPending,
    approve: (seen: SeenStep) => approve.mutate(seen),
    async reject(seen: SeenStep, reason: string) {
      const { number } = await api.approvals.rejectRequest({ ...seen, reason })
      showDone(t('approvals.done.rejected', { number }))
    },
  }
}
