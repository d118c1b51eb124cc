import type { ReactNode } from 'react'
import { FailureState } from '../components/failure-state.tsx'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'
import { useQuietRefresh } from '../core/quiet-refresh.ts'
import { ReceiptGrid } from './receipt-grid.tsx'
import { WasteGrid } from './waste-grid.tsx'

/** A section's day as it is entered into: nothing while it is locked, or by whoever may only read. */
export interface EnteredDay { readonly sectionId: string; readonly day: string; readonly isLocked: boolean; readonly mayEnter: boolean }

/** What another section puts out is announced to that section alone. */
const askedAgainAfter = 30_000

/** What was thrown away on a section's day, or received by hand. */
export function LedgerPart({ part, shown }: { readonly part: 'waste' | 'receipts'; readonly shown: EnteredDay }): ReactNode {
  const { sectionId, day } = shown
  const { data, error, refetch } = useLive(useApi().ledger.getLedgerEntries, { sectionId, day }, { clears: true })
  useQuietRefresh(refetch, askedAgainAfter)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return part === 'waste' ? <WasteGrid shown={shown} entries={data} /> : <ReceiptGrid shown={shown} entries={data} />
}
