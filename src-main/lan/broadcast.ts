import { entityDefinition } from '../../shared/core/entities.ts'
import type { ErrorCode } from '../../shared/core/errors.ts'
import type { Changed, Hello } from '../../shared/core/frames.ts'
import { anySession } from '../../shared/core/procedure.ts'
import type { Condition } from '../core/condition.ts'
import type { EventLog, NumberedChange } from '../core/event-log.ts'
import type { Log } from '../core/log.ts'
import { seesSection, type Session } from '../core/session.ts'
import type { Sessions } from '../core/sessions.ts'
import { conditionText, eventsText, refetchText } from './desk-frames.ts'

/** A desk that listens. */
export interface Listening {
  /** Who it was when last asked for: what it may hear is decided by this. */
  readonly session: Session
  /** The last event looked at for it, shown or not. */
  seq: number
  send(text: string): void
  /** Asks for its session again, and ends if there is none. */
  recheck(): void
  end(code: ErrorCode): void
}

export interface Broadcast {
  /** From here on the desk hears every change; gives the frame of what it missed since it last listened, if anything. */
  join(desk: Listening, hello: Pick<Hello, 'seq' | 'epoch'>): string | undefined
  leave(desk: Listening): void
  /** Looks whether the sessions of all desks still live; whose idled out ends, although nothing changed. */
  recheck(): void
  /** Ends every desk, which is told why. */
  end(code: ErrorCode): void
  close(): void
}

export interface BroadcastParts {
  readonly events: EventLog
  readonly sessions: Sessions
  readonly condition: Pick<Condition, 'now' | 'onChange'>
  readonly log: Log
  epoch(): string
  /** How many desks listen, whenever that changes. */
  desksChanged?: (count: number) => void
}

/** More than this is not listed: a desk then reads everything again. Keeps a frame within what a desk accepts. */
export const mostListed = 5000

/**
 * Tells desks what has changed, each only what it may see. The changes of one tick go out as one frame, serialised once for all
 * who see the same of them.
 */
export function createBroadcast({ events, sessions, condition, log, epoch, desksChanged }: BroadcastParts): Broadcast {
  const desks = new Set<Listening>()
  let waiting: NumberedChange[] = []
  let mustRecheck = false
  let highestHeard = 0
  let isScheduled = false

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    setImmediate(tell)
  }
  function recheck(): void {
    mustRecheck = true
    schedule()
  }
  /** Sessions first: who was just shut out hears nothing more. */
  function tell(): void {
    isScheduled = false
    const changes = waiting
    waiting = []
    const isRecheck = mustRecheck
    mustRecheck = false
    try {
      if (isRecheck) for (const desk of desks) desk.recheck()
      spread(changes)
    } catch (error) {
      log.error('broadcast', error)
    }
  }
  function spread(changes: readonly NumberedChange[]): void {
    const last = changes.at(-1)?.seq
    if (last === undefined) return
    const texts = new Map<string, string>()
    for (const desk of desks) {
      const visible = changes.filter(change => change.seq > desk.seq && mayHear(desk.session, change))
      desk.seq = Math.max(desk.seq, last)
      if (visible.length > 0) desk.send(textFor(visible, last, texts))
    }
  }
  /** A desk remembers what the host has forgotten: the only trace where the end of the data was cut off. */
  function witness(seq: number): void {
    highestHeard = seq
    log.error('desk', `A desk has heard of change ${seq}, the newest here is ${events.head}: what came after that was lost, or the data was put back from a copy`)
  }
  const stops = [
    events.subscribe(changes => {
      waiting = waiting.concat(changes)
      schedule()
    }),
    sessions.onChange(recheck),
    condition.onChange(() => {
      const text = conditionText(condition.now())
      for (const desk of desks) desk.send(text)
    }),
  ]
  return {
    join(desk, { seq, epoch: epochThen }) {
      desks.add(desk)
      desksChanged?.(desks.size)
      desk.seq = events.head
      if (seq === undefined) return undefined
      const isOfThisFactory = epochThen === epoch()
      if (isOfThisFactory && seq > Math.max(highestHeard, events.head)) witness(seq)
      const missed = isOfThisFactory && seq <= events.head ? events.since(seq, mostListed) : undefined
      if (!missed) return refetchText(desk.seq)
      const visible = missed.filter(change => mayHear(desk.session, change))
      return visible.length === 0 ? undefined : eventsText(visible, desk.seq)
    },
    leave(desk) {
      if (desks.delete(desk)) desksChanged?.(desks.size)
    },
    recheck,
    end: code => desks.forEach(desk => desk.end(code)),
    close: () => stops.forEach(stop => stop()),
  }
}

function textFor(visible: readonly NumberedChange[], last: number, texts: Map<string, string>): string {
  if (visible.length > mostListed) return refetchText(last)
  const audience = visible.map(({ seq }) => seq).join()
  let text = texts.get(audience)
  if (text === undefined) texts.set(audience, (text = eventsText(visible, last)))
  return text
}

/** An entity that nobody may view as such concerns the user in its scope alone. */
function mayHear(session: Session, { entity, scope }: Changed): boolean {
  const { view } = entityDefinition(entity)
  const isForUser = scope.userId === undefined ? view !== null : scope.userId === session.userId
  return isForUser && (view === null || view === anySession || session.permissions.has(view)) && seesSection(session, scope.sectionId)
}
