import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { InvoiceStatus } from '../../shared/fulfilment/rules.ts'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'

/** Nobody looks further down a queue than this; the rest moves up. */
const longest = 50

interface Queue {
  /** Nothing as long as they are not known. */
  readonly invoices: readonly Invoice[] | undefined
  /** How many there are, those further down too. */
  readonly count: number
  readonly error: unknown
  refetch(): void
}

/** What waits at a stage: express and urgent first, then the oldest; what is held comes last. */
export function useQueue(status: InvoiceStatus): Queue {
  const { data, error, refetch } = useLive(useApi().fulfilment.getBoard, { queueLength: longest })
  const count = data?.counts.find(one => one.status === status)?.count ?? 0
  return { count, invoices: data?.queues.find(queue => queue.status === status)?.invoices, error, refetch: () => void refetch() }
}
