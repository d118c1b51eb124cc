import type { ErrorCode } from '../../shared/core/errors.ts'
import type { HostFrame, Welcome } from '../../shared/core/frames.ts'
import { createCallBook } from './call-book.ts'
import type { Desk } from './desk.ts'
import { openLine, type Line } from './line.ts'
import { createListeners } from './listeners.ts'
import { callPublic, download, upload } from './host-http.ts'
import type { ConnectionState, News, Transport } from './transport.ts'

export interface SocketOptions {
  readonly desk: Desk
  /** Where the host serves this page from. */
  readonly address?: Pick<Location, 'protocol' | 'host'>
}

/**
 * A browser desk's way to its host: calls and news over `/ws`, what is public and files by HTTP. News is resumed where it
 * stopped; where the host cannot say what was missed, everything is read again.
 */
export function createSocketTransport({ desk, address = location }: SocketOptions): Transport {
  const stateListeners = createListeners<[]>()
  const newsListeners = createListeners<[News]>()
  const endedListeners = createListeners<[ErrorCode]>()
  let line: Line | undefined
  let token: string | undefined
  let heard: { seq: number; epoch: string } | undefined
  let state: ConnectionState = { status: 'idle', since: new Date(), unsent: 0, address: address.host, hostVersion: undefined }
  let commands = 0

  const book = createCallBook(
    () => `${desk.id}.${desk.pageId}:${(commands += 1)}`,
    () => change(state.status),
  )
  function change(status: ConnectionState['status'], hostVersion = state.hostVersion): void {
    const since = status === state.status ? state.since : new Date()
    const unsent = status === 'online' ? 0 : book.unansweredCommands
    if (status === state.status && unsent === state.unsent && hostVersion === state.hostVersion) return
    state = { ...state, status, since, unsent, hostVersion }
    stateListeners.tell()
  }
  function welcomed({ seq, epoch, version }: Welcome, write: (text: string) => void): void {
    const isResumed = heard?.epoch === epoch
    const isNewEpoch = heard !== undefined && !isResumed
    if (!isResumed) heard = { seq, epoch }
    book.resume(write)
    change('online', version)
    if (isNewEpoch) newsListeners.tell('everything')
  }
  function told(frame: Exclude<HostFrame, Welcome>): void {
    if ('progress' in frame) return book.progressed(frame)
    if ('events' in frame) {
      if (heard) heard = { ...heard, seq: frame.seq }
      return newsListeners.tell(frame.refetchAll ? 'everything' : frame.events)
    }
    if ('ended' in frame) return frame.ended === 'signed-out' ? end(frame.ended) : undefined
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
      url: `${address.protocol === 'https:' ? 'wss' : 'ws'}://${address.host}/ws`,
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
    send: (name, input, options) => (options.procedure.visibility === 'public' ? callPublic(name, input, desk.id, options) : book.call(name, input, options)),
    connect,
    disconnect: () => close('signed-out'),
    state: () => state,
    onState: listener => stateListeners.add(listener),
    onNews: listener => newsListeners.add(listener),
    onEnded: listener => endedListeners.add(listener),
    upload: (file, options = {}) => upload(file, token, options),
    download,
  }
}
