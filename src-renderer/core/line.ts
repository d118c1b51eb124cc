import type { DeskFrame, Hello, HostFrame, Welcome } from '../../shared/core/frames.ts'

const lookEvery = 5_000
const pingEvery = 10_000
const silenceAllowed = 25_000
const openingAllowed = 10_000
const firstPause = 400
const longestPause = 10_000

export interface LineParts {
  readonly url: string
  readonly hello: () => Hello
  onOpen(welcome: Welcome, write: (text: string) => void): void
  onFrame(frame: Exclude<HostFrame, Welcome>): void
  /** Also after an attempt that failed. */
  onLost(): void
}
export interface Line { close(): void }

/** One WebSocket after another to the host, until closed: opens, greets, pings, notices silence, and comes back with growing pauses. */
export function openLine({ url, hello, onOpen, onFrame, onLost }: LineParts): Line {
  let socket: WebSocket | undefined
  let pulse: ReturnType<typeof setInterval> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isClosed = false

  function open(): void {
    clearTimeout(retry)
    const opened = (socket = new WebSocket(url))
    let isWelcome = false
    let lastHeard = Date.now()
    let lastLooked = Date.now()
    let lastPinged = Date.now()

    const write = (frame: DeskFrame | Hello) => opened.send(JSON.stringify(frame))
    const look = () => {
      const now = Date.now()
      // A hidden page's timers sleep for up to a minute: then ask first, and judge the next time.
      const overslept = now - lastLooked > lookEvery * 3
      lastLooked = now
      if (!overslept && now - lastHeard > (isWelcome ? silenceAllowed : openingAllowed)) return lose()
      if (!isWelcome || now - lastPinged < pingEvery) return
      lastPinged = now
      write({ ping: now })
    }
    const lose = () => {
      if (socket !== opened) return
      hangUp()
      onLost()
      retry = setTimeout(open, pauseAfter((failures += 1)))
    }
    pulse = setInterval(look, lookEvery)
    opened.onopen = () => write(hello())
    opened.onclose = lose
    opened.onmessage = ({ data }) => {
      lastHeard = Date.now()
      const frame = JSON.parse(String(data)) as HostFrame
      if (!('welcome' in frame)) return onFrame(frame)
      isWelcome = true
      failures = 0
      onOpen(frame, text => opened.send(text))
    }
  }
  function hangUp(): void {
    clearInterval(pulse)
    if (!socket) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
    socket = undefined
  }
  const hurry = () => {
    if (!isClosed && !socket && document.visibilityState === 'visible') open()
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
