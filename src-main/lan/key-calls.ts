import { AppError } from '../../shared/core/errors.ts'

/** Counts the calls of each API key, minute by minute. */
export interface KeyCalls {
  /** `rate-limited`, with the seconds to wait, where this minute's calls are used up. */
  count(keyId: string, mostPerMinute: number): void
}

const minute = 60_000

export function createKeyCalls(now: () => number = Date.now): KeyCalls {
  const windows = new Map<string, { readonly began: number; count: number }>()
  return {
    count(keyId, mostPerMinute) {
      const at = now()
      let window = windows.get(keyId)
      // A clock that was set back begins a new minute too.
      if (!window || at < window.began || at - window.began >= minute) windows.set(keyId, (window = { began: at, count: 0 }))
      if (window.count >= mostPerMinute) throw new AppError('rate-limited', { seconds: Math.ceil((window.began + minute - at) / 1000), maximum: mostPerMinute })
      window.count += 1
    },
  }
}
