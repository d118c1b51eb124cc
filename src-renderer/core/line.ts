import type { DeskFrame, Hello, HostFrame, Welcome } from '../../shared/core/frames.ts'

const lookEvery = 5_000
const pingEvery = 10_000
const silenceAllowed = 25_000
const openingAllowed = 10_000
const firstPause = 400
const longestPause = 10_000

/** What carries frames between a desk and its host, until it breaks or is hung up. */
export interface Carrier {
  send(frame: string): void
  hangUp(): void
}
export interface CarrierEvents {
  /** Later than the dialling. */
  opened(): void
  heard(frame: string): void
  /** Broken, or ended by the host; not after `hangUp`. */
  lost(): void
}
/** Begins to open a carrier. */
export type Dial = (events: CarrierEvents) => Carrier

export interface LineParts {
  readonly dial: Dial
  readonly hello: () => Hello
  onOpen(welcome: Welcome, write: (text: string) => void): void
  onFrame(frame: Exclude<HostFrame, Welcome>): void
  /** Also after an attempt that failed. */
  onLost(): void
}
export interface Line { close(): void }

/** One carrier after another to the host, until closed: opens, greets, pings, notices silence, and comes back with growing pauses. */
export function openLine({ dial, hello, onOpen, onFrame, onLost }: LineParts): Line {
  let carrier: Carrier | undefined
  let pulse: ReturnType<typeof setInterval> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isClosed = false

  function open(): void {
    clearTimeout(retry)
    let isWelcome = false
    let lastHeard = Date.now()
    let lastLooked = Date.now()
    let lastPinged = Date.now()

    const write = (frame: DeskFrame | Hello) => opened.send(JSON.stringify(frame))
    const look = () => {
      const now = Date.now()
      // A hidden page's timers sleep for up to a minute, and a clock may be set: then ask first, and judge the next time.
      const isSetBack = now < lastLooked
      const overslept = isSetBack || now - lastLooked > lookEvery * 3
      lastLooked = now
      if (isSetBack) [lastHeard, lastPinged] = [now, now - pingEvery]
      if (!overslept && now - lastHeard > (isWelcome ? silenceAllowed : openingAllowed)) return lose()
      if (!isWelcome || now - lastPinged < pingEvery) return
      lastPinged = now
      write({ ping: now })
    }
    const lose = () => {
      hangUp()
      onLost()
      retry = setTimeout(open, pauseAfter((failures += 1)))
    }
    pulse = setInterval(look, lookEvery)
    const opened = (carrier = dial({
      opened: () => write(hello()),
      lost: lose,
      heard(text) {
        lastHeard = Date.now()
        const frame = JSON.parse(text) as HostFrame
        if (!('welcome' in frame)) return onFrame(frame)
        isWelcome = true
        failures = 0
        onOpen(frame, text => opened.send(text))
      },
    }))
  }
  function hangUp(): void {
    clearInterval(pulse)
    carrier?.hangUp()
    carrier = undefined
  }
  const hurry = () => {
    if (!isClosed && !carrier && document.visibilityState === 'visible') open()
  }
  addEventListener('online', hurry)
  document.addEventListener('visibilitychange', hurry)
  open()
  return {
    close() {
      isClosed = true
      removeEventListener('online', hurry)
      document.removeEventListener('visibilitychange', hurry)
      clearTimeout(retry)
      hangUp()
    },
  }
}

/** Half of the pause is chance, so that two hundred desks do not come back in one moment. */
function pauseAfter(failures: number): number {
  const pause = Math.min(longestPause, firstPause * 2 ** (failures - 1))
  return pause / 2 + Math.random() * (pause / 2)
}
