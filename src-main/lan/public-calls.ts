import type { FastifyInstance, FastifyRequest } from 'fastify'
import rateLimit from '@fastify/rate-limit'
import type { Contract } from '../../shared/core/procedure.ts'
import { AppError } from '../../shared/core/errors.ts'

/** Calls of public procedures are counted by address, over HTTP and sockets together: a login must not be tried without end. */
export interface PublicCalls {
  /** `rate-limited` when there were too many within a minute; other procedures are not counted. */
  count(name: string, address: string): Promise<void>
}

export async function createPublicCalls(app: FastifyInstance, contract: Contract, perMinute: number): Promise<PublicCalls> {
  // In a factory all IPv6 desks share one subnet: each address counts by itself.
  await app.register(rateLimit, { global: false, ipv6Subnet: 128 })
  const check = app.createRateLimit({ max: perMinute, timeWindow: 60_000 })
  const names = new Set(Object.entries(contract).flatMap(([module, members]) =>
    Object.entries(members).filter(([, { visibility }]) => visibility === 'public').map(([member]) => `${module}.${member}`)))
  return {
    async count(name, address) {
      if (!names.has(name)) return
      // All it asks of a request is the address; a call over a socket has no request.
      const verdict = await check({ ip: address, routeOptions: {} } as FastifyRequest)
      if (!verdict.isAllowed && verdict.isExceeded) throw new AppError('rate-limited', { seconds: verdict.ttlInSeconds })
    },
  }
}
