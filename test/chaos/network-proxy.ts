import { connect, createServer, type Socket } from 'node:net'
import type { Chance } from './scale.ts'

/** A network between desks and their host that does what networks do. */
export interface Proxy {
  readonly url: string
  readonly port: number
  /** Connections open now. */
  readonly open: number
  /** Those of which one side has gone and the other has not heard of it. */
  readonly halfOpen: number
  /** Cuts every connection at once. */
  cut(): void
  /** From now on nothing comes through either way, while every connection stays open: a cable pulled out behind a switch. */
  swallow(isOn: boolean): void
  /** New connections are refused: the host's computer is gone. */
  refuse(isOn: boolean): void
  close(): Promise<void>
}

export interface Weather {
  readonly chance: Chance
  /** Chunks are held back for up to so many milliseconds. */
  readonly delay: number
  /** Bytes come in pieces of at most so many, wherever a frame or a character may be cut. */
  readonly pieces: number
}

/** Passes on to the port of this computer, as it is, or through bad weather. */
export async function startProxy(target: () => number, weather?: Weather): Promise<Proxy> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let halfOpen = 0
  let isSwallowing = false
  let isRefusing = false

  const server = createServer(desk => {
    if (isRefusing) return void desk.destroy()
    const host = connect(target(), '127.0.0.1')
    const pair = [desk, host] as const
    pairs.add(pair)
    for (const [from, to] of [[desk, host], [host, desk]] as const) {
      from.setNoDelay(true)
      from.on('error', () => {})
      from.on('close', () => {
        if (isSwallowing && pairs.has(pair)) halfOpen += 1
        else to.destroy()
        pairs.delete(pair)
      })
      void passOn(from, to)
    }
  })
  /** One chunk after the other: a line may be slow, but it keeps the order. */
  async function passOn(from: Socket, to: Socket): Promise<void> {
    try {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        for (const piece of weather ? piecesOf(chunk, weather) : [chunk]) {
          if (weather && weather.delay > 0) await pause(weather.chance.next() * weather.delay)
          if (isSwallowing) continue
          if (!to.write(piece)) await new Promise(resolve => to.once('drain', resolve).once('close', resolve))
        }
      }
      if (!isSwallowing) to.end()
    } catch {
      // A line that breaks is the other side's affair only where it comes through.
      if (!isSwallowing) to.destroy()
    }
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const cut = () => pairs.forEach(([desk, host]) => {
    desk.destroy()
    host.destroy()
  })
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    get open() {
      return pairs.size
    },
    get halfOpen() {
      return halfOpen
    },
    cut,
    swallow(isOn) {
      isSwallowing = isOn
    },
    refuse(isOn) {
      isRefusing = isOn
    },
    async close() {
      cut()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function piecesOf(chunk: Buffer, { chance, pieces }: Weather): Buffer[] {
  const cut: Buffer[] = []
  for (let at = 0; at < chunk.length;) {
    const size = 1 + chance.below(pieces)
    cut.push(chunk.subarray(at, at + size))
    at += size
  }
  return cut
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
