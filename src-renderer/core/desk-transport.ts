import type { ErrorCode } from '../../shared/core/errors.ts'
import { calm, type HostFrame, type Reply, type Welcome } from '../../shared/core/frames.ts'
import { createCallBook } from './call-book.ts'
import type { CallOptions } from './client.ts'
import type { Desk } from './desk.ts'
import { openLine, type Dial, type Line } from './line.ts'
import { createListeners } from './listeners.ts'
import type { ConnectionState, News, Transport } from './transport.ts'

/** Ends of the session; after any other, the line is opened again. */
const endings: readonly ErrorCode[] = ['signed-out', 'training-reset']

/** What a way to the host must bring along. */
export interface TransportWay extends Pick<Transport, 'download' | 'print'> {
  /** The host as people know it; nothing for this very computer. */
  readonly address: string | undefined
  readonly dial: Dial
  /** A procedure that needs no login. */
  callPublic(name: string, input: unknown, options: CallOptions): Promise<Reply>
  upload(file: File, token: string | undefined, options: Parameters<Transport['upload']>[1]): ReturnType<Transport['upload']>
}

/**
 * A desk's calls and news over one line to its host. News is resumed where it stopped; where the host cannot say what was missed,
 * everything is read again.
 */
export function createDeskTransport(desk: Desk, { address, dial, callPublic, upload, download, print }: TransportWay): Transport {
  const stateListeners = createListeners<[]>()
  const newsListeners = createListeners<[News]>()
  const endedListeners = createListeners<[ErrorCode]>()
  let line: Line | undefined
  let token: string | undefined
  let heard: { seq: number; epoch: string } | undefined
  let state: ConnectionState = { status: 'idle', since: new Date(), unsent: 0, address, hostVersion: undefined, condition: calm }
  let commands = 0

  const book = createCallBook(
    () => `${desk.id}.${desk.pageId}:${(commands += 1)}`,
    () => change(state.status),
  )
  function change(status: ConnectionState['status'], { hostVersion = state.hostVersion, condition = state.condition }: Partial<ConnectionState> = {}): void {
    const since = status === state.status ? state.since : new Date()
    const unsent = status === 'online' ? 0 : book.unansweredCommands
    if (status === state.status && unsent === state.unsent && hostVersion === state.hostVersion && condition === state.condition) return
    state = { ...state, status, since, unsent, hostVersion, condition }
    stateListeners.tell()
  }
  function welcomed({ seq, epoch, version }: Welcome, write: (text: string) => void): void {
    const isResumed = heard?.epoch === epoch
    const isNewEpoch = heard !== undefined && !isResumed
    if (!isResumed) heard = { seq, epoch }
    book.resume(write)
    change('online', { hostVersion: version, condition: calm })
    if (isNewEpoch) newsListeners.tell('everything')
  }
  function told(frame: Exclude<HostFrame, Welcome>): void {
    if ('progress' in frame) return book.progressed(frame)
    if ('condition' in frame) return change(state.status, { condition: frame.condition })
    if ('events' in frame) {
      if (heard) heard = { ...heard, seq: frame.seq }
      return newsListeners.tell(frame.refetchAll ? 'everything' : frame.events)
    }
    if ('ended' in frame) return endings.includes(frame.ended) ? end(frame.ended) : undefined
    if (!('id' in frame)) return
    book.answered(frame)
    if (!frame.ok && frame.code === 'signed-out') end(frame.code)
  }
  function end(code: ErrorCode): void {
    close(code)
    endedListeners.tell(code)
  }
  function close(code: ErrorCode): void {
    line?.close()
    line = undefined
    token = undefined
    heard = undefined
    book.pause()
    book.refuseAll(code)
    change('idle')
  }
  const hello = (signedIn: string) => () => ({ token: signedIn, deskId: desk.id, ...heard })
  function connect(signedIn: string): void {
    if (signedIn === token) return
    if (line) close('signed-out')
    token = signedIn
    change('connecting')
    line = openLine({
      dial,
      hello: hello(signedIn),
      onOpen: welcomed,
      onFrame: told,
      onLost() {
        book.pause()
        change('offline')
      },
    })
  }
  return {
    send: (name, input, options) => (options.procedure.visibility === 'public' ? callPublic(name, input, options) : book.call(name, input, options)),
    connect,
    disconnect: () => close('signed-out'),
    state: () => state,
    onState: listener => stateListeners.add(listener),
    onNews: listener => newsListeners.add(listener),
    onEnded: listener => endedListeners.add(listener),
    upload: (file, options = {}) => upload(file, token, options),
    download,
    print,
  }
}
