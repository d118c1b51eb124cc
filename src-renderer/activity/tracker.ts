import { mostReported, type ReportedActivity } from '../../shared/activity/contract.ts'

export interface TrackerParts {
  /** Names the entries of this page's life, so that those of another window are others. */
  readonly pageId: string
  /** Milliseconds. */
  now(): number
  send(entries: ReportedActivity[]): Promise<unknown>
}

type Noted =
  | { readonly kind: 'PAGE'; readonly entry: string; readonly subject: string; readonly began: number; seconds: number }
  | { readonly kind: 'ACTION'; readonly entry: string; readonly subject: string; readonly began: number }

/** What this page has to report: screens with the time somebody worked at them, and what was sent to be done. */
export interface Tracker {
  /** Another screen is open. */
  opened(screen: string): void
  acted(name: string): void
  /** Somebody worked at the open screen for so long. */
  worked(seconds: number): void
  /** Sends what is new; what could not be sent is sent with the next. */
  flush(): Promise<void>
}

/** What waits while the host is away; beyond it the oldest is let go. */
const mostWaiting = 500

export function createTracker({ pageId, now, send }: TrackerParts): Tracker {
  const waiting = new Map<string, Noted>()
  let open: Extract<Noted, { kind: 'PAGE' }> | undefined
  let count = 0

  function note(noted: Noted): void {
    waiting.set(noted.entry, noted)
    for (const oldest of waiting.keys()) {
      if (waiting.size <= mostWaiting) break
      waiting.delete(oldest)
    }
  }
  const nextEntry = () => `${pageId}.${(count += 1)}`
  return {
    opened(screen) {
      if (open?.subject === screen) return
      open = { kind: 'PAGE', entry: nextEntry(), subject: screen, began: now(), seconds: 0 }
      note(open)
    },
    acted: name => note({ kind: 'ACTION', entry: nextEntry(), subject: name, began: now() }),
    worked(seconds) {
      if (!open) return
      open.seconds += seconds
      note(open)
    },
    async flush() {
      const batch = [...waiting.values()].slice(0, mostReported)
      if (batch.length === 0) return
      const at = now()
      for (const { entry } of batch) waiting.delete(entry)
      try {
        await send(batch.map(({ began, ...noted }) => ({ ...noted, secondsAgo: Math.max(0, Math.round((at - began) / 1000)) })))
      } catch {
        for (const noted of batch) if (!waiting.has(noted.entry)) waiting.set(noted.entry, noted)
      }
    },
  }
}
