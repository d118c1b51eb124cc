import { WebSocket } from 'ws'
import { contract } from '../../shared/contract.ts'
import { startLan, type Lan } from '../../src-main/lan/http.ts'
import type { LanLimits } from '../../src-main/lan/parts.ts'
import type { TestHost } from './host.ts'

/** Opens a test host to this computer's own network. */
export function startTestLan({ host, folder, faults }: TestHost, limits: Partial<LanLimits> = {}): Promise<Lan> {
  const { dispatch, sessions, online, warn, keyCallsPerMinute, events, files, site } = host
  return startLan({
    bind: '127.0.0.1', port: 0, dataFolder: folder, rendererFolder: undefined, version: '0', contract, dispatch, sessions, online, warn, keyCallsPerMinute, events, files, limits,
    log: { error: (where, error) => (faults as string[]).push(`${where}: ${String(error)}`), info: () => {} },
    epoch: () => site()?.epoch ?? '', siteName: () => site()?.name, condition: host.condition,
  })
}

export interface TestSocket { readonly frames: readonly Record<string, unknown>[]; readonly closeCode: () => number | undefined; send(frame: object): void; close(): void }

/** A desk's line, greeted. */
export async function openDesk(lan: Pick<Lan, 'url'>, token: string, deskId = 'desk-1'): Promise<TestSocket> {
  const socket = new WebSocket(`${lan.url.replace('http', 'ws')}/ws`)
  const frames: Record<string, unknown>[] = []
  let closeCode: number | undefined
  const first = new Promise<void>((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      frames.push(JSON.parse(data.toString()) as Record<string, unknown>)
      resolve()
    })
    socket.on('error', reject)
  })
  socket.on('close', code => (closeCode = code))
  socket.on('open', () => socket.send(JSON.stringify({ token, deskId })))
  await first
  return { frames, closeCode: () => closeCode, send: frame => socket.send(JSON.stringify(frame)), close: () => socket.close() }
}
