import { useState } from 'react'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { longestQueue, type FloorQueue } from '../../shared/fulfilment/queues.ts'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'

/** So many are shown at first, and so many more each time. */
const step = 50

export interface Queue {
  /** Nothing as long as they are not known. */
  readonly invoices: readonly Invoice[] | undefined
  /** How many there are, those further down too. */
  readonly count: number
  /** Shows more of what is further down; nothing where that is all that can be shown. */
  readonly more: (() => void) | undefined
  readonly error: unknown
  refetch(): void
}

/** What waits at a stage: express and urgent first, then the oldest; what is held comes last. */
export function useQueue(queue: FloorQueue): Queue {
  const [length, setLength] = useState(step)
  const { data, error, refetch } = useLive(useApi().fulfilment.listQueue, { queue, length })
  const count = data?.count ?? 0
  return {
    invoices: data?.invoices,
    count,
    more: count > length && length < longestQueue ? () => setLength(Math.min(length + step, longestQueue)) : undefined,
    error,
    refetch: () => void refetch(),
  }
}
