import { useEffect, useEffectEvent } from 'react'
import type { LateCall } from '../../shared/section-day/late.ts'
import { onHandedIn, type SentCall } from '../core/late.ts'
import { useKeptName } from '../core/training.ts'
import { changeDraft, draftNameOf } from './entry-grid-drafts.ts'
import { draftWithoutSent, sentRows, withoutSent, type SentRow } from './entry-grid-sent.ts'
import type { GridStore } from './entry-grid-store.ts'

/** Rows that a grid had sent when it was left: whoever left it offline may be elsewhere when the host refuses them. */
interface LeftBehind { readonly call: LateCall; isOf(input: SentCall['input']): boolean; readonly rows: readonly SentRow[] }

const leftBehind = new Map<string, LeftBehind>()

onHandedIn(({ call, input }) => {
  for (const [draftName, left] of leftBehind) {
    if (left.call !== call || !left.isOf(input)) continue
    leftBehind.delete(draftName)
    void changeDraft(draftName, draft => draftWithoutSent(draft, left.rows)).catch(() => undefined)
  }
})

/**
 * Takes what a grid sent back once it waits in the queue of late entries: saving it again would be a second time. `isOf`: whether a command was about what
 * this grid shows; what was typed for another day, or since it was sent, stays.
 */
export function useHandedIn({ store }: { readonly store: GridStore }, call: LateCall, isOf: (input: SentCall['input']) => boolean): void {
  const draftName = draftNameOf(useKeptName(), store.get().rules.grid)
  const take = useEffectEvent((sent: SentCall) => {
    if (sent.call === call && isOf(sent.input)) store.act(withoutSent)
  })
  const leave = useEffectEvent(() => {
    const rows = sentRows(store.get())
    if (rows.length > 0) leftBehind.set(draftName, { call, isOf, rows })
  })
  useEffect(() => {
    const stop = onHandedIn(take)
    return () => {
      stop()
      leave()
    }
  }, [store])
}
