import type { Server, Socket } from 'node:net'
import type { Log } from '../core/log.ts'
import { plainAddress } from './guards.ts'
import type { LanLimits } from './parts.ts'

/**
 * Turns away what one address, or all together, open beyond their limit, before a byte of it is read: a broken or hostile computer
 * must not take the memory and the file handles that the other desks need. Said once for as long as the address keeps on.
 */
export function limitConnections(server: Server, { connections, connectionsOfAddress }: LanLimits, log: Log): void {
  const open = new Map<string, number>()
  const told = new Set<string>()
  server.maxConnections = connections
  server.prependListener('connection', (socket: Socket) => {
    const address = plainAddress(socket.remoteAddress)
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => leave(address))
    if (count <= connectionsOfAddress) return
    socket.destroy()
    if (!told.has(address)) log.info(`${address} has ${connectionsOfAddress} connections open; further ones are turned away`)
    told.add(address)
  })
  function leave(address: string): void {
    const left = (open.get(address) ?? 0) - 1
    if (left > 0) return void open.set(address, left)
    open.delete(address)
    told.delete(address)
  }
}
