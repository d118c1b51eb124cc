import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { contract } from '../../shared/contract.ts'
import { createCondition } from '../../src-main/core/condition.ts'
import { startLan, type Lan } from '../../src-main/lan/http.ts'
import type { LanLimits } from '../../src-main/lan/parts.ts'
import { startTestHost, type TestHost } from '../support/host.ts'

/** A host of this process on the network, with limits short enough to be waited for. */
export interface NetworkHost {
  readonly host: TestHost
  readonly lan: Lan
  readonly url: string
  /** Signs a new user of the role in. */
  tokenFor(role: string, deskId: string): Promise<string>
  stop(): Promise<void>
}

export async function startNetworkHost(limits: Partial<LanLimits>): Promise<NetworkHost> {
  const host = await startTestHost()
  const { dispatch, sessions, online, warn, keyCallsPerMinute, events, files, site } = host.host
  const lan = await startLan({
    bind: '127.0.0.1', port: 0, dataFolder: host.folder, rendererFolder: undefined, version: '0', contract, dispatch, sessions, online, warn, keyCallsPerMinute, events, files, limits,
    log: { error: (where, error) => console.log(where, error), info: () => {} }, epoch: () => site()?.epoch ?? '', siteName: () => site()?.name, condition: createCondition(),
  })
  return {
    host, lan, url: lan.url,
    async tokenFor(role, deskId) {
      const { userId } = await host.sessionFor(role)
      const { token } = await host.system.identity.startSession({ userId, deskId, ip: '127.0.0.1', userAgent: 'test' })
      return token
    },
    async stop() {
      await lan.close()
      expectNoFaults(host)
      await host.stop()
    },
  }
}

function expectNoFaults({ faults }: TestHost): void {
  if (faults.length > 0) throw new Error(`The host logged faults of its own: ${faults.join('\n')}`)
}

/** A connection by hand: what it is sent is collected, and when it ended is known. */
export interface RawConnection { readonly socket: Socket; readonly closed: Promise<void>; received(): string; isOpen(): boolean }

export function openRaw(url: string, { from = '127.0.0.1' } = {}): RawConnection {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), localAddress: from })
  const chunks: Buffer[] = []
  const closed = new Promise<void>(resolve => socket.once('close', () => resolve()))
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  return { socket, closed, received: () => Buffer.concat(chunks).toString('latin1'), isOpen: () => !socket.closed }
}

/** What a process holds in memory, in MB. */
export function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
