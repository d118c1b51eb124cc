import { useRef } from 'react'
import type { BatchDetail, imports } from '../../shared/imports/contract.ts'
import type { Decision } from '../../shared/imports/decision.ts'
import { useApi } from '../core/api.ts'
import { useJob, type JobState } from '../core/job.ts'

/** Sends decisions in the order they were made: one made while the host still checks the last waits for its answer, and is told of the version that made. A refusal leaves out what waits. */
export function useDecisions({ id, version }: Pick<BatchDetail, 'id' | 'version'>): { readonly deciding: JobState<typeof imports.decideRows>; decide(decisions: readonly Decision[]): Promise<void> } {
  const deciding = useJob(useApi().imports.decideRows)
  const waiting = useRef<(readonly Decision[])[]>([])
  const isSending = useRef(false)

  async function decide(decisions: readonly Decision[]): Promise<void> {
    waiting.current.push(decisions)
    if (isSending.current) return
    isSending.current = true
    let known = version
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
      const decided = await deciding.run({ id, version: known, decisions: [...next] })
      if (decided) known = decided.version
      else waiting.current = []
    }
    isSending.current = false
  }
  return { deciding, decide }
}
