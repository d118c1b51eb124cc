import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { createServer } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import { join } from 'node:path'
import { AppError } from '../../shared/core/errors.ts'
import { failure } from '../core/answers.ts'
import { systemClock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'
import { securityHeaders } from '../core/security-headers.ts'
import type { WindowRequest } from '../core/server-thread.ts'
import { addApiRoutes } from './api-routes.ts'
import { ensureCertificates, type Certificates } from './certificates.ts'
import { limitConnections } from './connections.ts'
import { malformed, requestFailure, sendFailure } from './failures.ts'
import { addFileRoutes } from './file-routes.ts'
import { hostNames, isLoopback, networkAddresses, requireOwnHost, requireOwnOrigin } from './guards.ts'
import { defaultLimits, type LanLimits, type LanParts } from './parts.ts'
import { createPublicCalls } from './public-calls.ts'
import { addRendererRoutes } from './renderer-routes.ts'
import { refuse, startSockets } from './socket.ts'
import { windowServer } from './windows.ts'
import { createWorlds } from './worlds.ts'

export interface Lan {
  readonly url: string
  readonly port: number
  /** Serves a window of this computer, without the network. */
  serveWindow(request: WindowRequest): void
  close(): Promise<void>
}

/** Opens the host to the factory's network: API, sockets, files and screens on one port. Throws when it cannot listen there. */
export async function startLan(parts: LanParts): Promise<Lan> {
  const limits = { ...defaultLimits, ...parts.limits }
  const addresses = parts.networkAddresses ?? networkAddresses
  const closing = new AbortController()
  const keys = join(parts.dataFolder, 'keys')
  const certify = isLoopback(parts.bind) ? undefined : () => ensureCertificates(keys, ownAddresses(parts.bind, addresses()), systemClock.now())
  const certificates = await certify?.()

  const app = createApp(parts.log, limits, certificates)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...securityHeaders(ownSocket(request)), 'cache-control': 'no-store' })
    requireOwnHost(request.raw, addresses)
    if (request.method !== 'GET' && request.method !== 'HEAD') requireOwnOrigin(request.raw)
  })
  const publicCalls = await createPublicCalls(app, parts.contract, limits.publicCallsPerMinute)
  app.get('/healthz', async () => ({ status: parts.condition.now().storage ?? 'ok', version: parts.version, site: parts.siteName() }))
  if (certificates) app.get('/ca.crt', (_request, reply) => reply.type('application/x-x509-ca-cert').send(certificates.ca))
  const worlds = createWorlds(parts)
  await app.register(async scope => addApiRoutes(scope, { ...parts, worlds, publicCalls, callsInFlight: limits.callsInFlight, closing: closing.signal }))
  await app.register(async scope => addFileRoutes(scope, worlds))
  await addRendererRoutes(app, parts.rendererFolder)

  const deskParts = { ...parts, limits, publicCalls, worlds }
  const sockets = startSockets(app.server, {
    ...deskParts,
    onDesks: count => parts.onDesks?.(count),
    guard(request) {
      requireOwnHost(request, addresses)
      requireOwnOrigin(request)
    },
  })
  const windows = windowServer(deskParts)
  const renewal = certify && renewWhenNeeded(app.server as SecureServer, certify, certificates?.cert, limits.addressCheck, parts)
  const close = async () => {
    clearInterval(renewal)
    closing.abort()
    worlds.close()
    windows.close()
    await sockets.close()
    const cut = setTimeout(() => app.server.closeAllConnections(), limits.closing)
    await app.close()
    clearTimeout(cut)
  }
  try {
    await app.listen({ host: parts.bind, port: parts.port })
  } catch (error) {
    await close()
    throw listenError(error, parts)
  }
  const { port } = app.server.address() as { port: number }
  return { url: urlOf(certificates ? 'https' : 'http', reachable(parts.bind, addresses()), port), port, serveWindow: windows.serve, close }
}

function createApp(log: Log, limits: LanLimits, certificates: Certificates | undefined): FastifyInstance {
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    sendFailure(reply, requestFailure(`${request.method} ${request.routeOptions.url ?? ''}`, error, log))
  const secret = certificates && { key: certificates.key, cert: certificates.cert }
  const timeouts = { requestTimeout: limits.request, headersTimeout: limits.head, handshakeTimeout: limits.head, connectionsCheckingInterval: Math.min(limits.head, 10_000) }
  const app = fastify({
    // A HEAD request must not spend a file's ticket.
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void fail(error, request, reply),
    clientErrorHandler: ({ code }, stream) => {
      if (code === 'ECONNRESET' || !stream.writable) return void stream.destroy()
      const { error, status } = unreadable[code] ?? { error: malformed('request'), status: 400 }
      refuse(stream, failure(error), status)
    },
    serverFactory: handler => (secret ? createSecureServer({ ...timeouts, ...secret }, handler) : createServer(timeouts, handler)),
  })
  limitConnections(app.server, limits, log)
  app.removeAllContentTypeParsers()
  app.setErrorHandler(fail)
  return app
}

/** Named, because not every tablet counts a socket to the page's own host as the page's own origin. */
function ownSocket({ headers: { host = '' } }: FastifyRequest): string[] {
  return /^[\w.:[\]-]+$/.test(host) ? [`ws://${host}`, `wss://${host}`] : []
}

/** What came in was no whole request: too long a head, or not all of it in time. */
const unreadable: Readonly<Record<string, { readonly error: AppError; readonly status: number }>> = {
  HPE_HEADER_OVERFLOW: { error: new AppError('too-large'), status: 431 },
  ERR_HTTP_REQUEST_TIMEOUT: { error: new AppError('unavailable'), status: 408 },
}

/** Shows a new certificate, without a restart, when the network gives this computer another address. */
function renewWhenNeeded(server: SecureServer, certify: () => Promise<Certificates>, first: string | undefined, every: number, { log }: LanParts): NodeJS.Timeout {
  let shown = first
  return setInterval(() => {
    certify().then(({ key, cert }) => {
      if (cert === shown) return
      shown = cert
      server.setSecureContext({ key, cert })
    }).catch((error: unknown) => log.error('certificates', error))
  }, every)
}

function ownAddresses(bind: string, addresses: readonly string[]): string[] {
  return [...new Set([...hostNames(), '127.0.0.1', '::1', ...addresses, ...(isAny(bind) ? [] : [bind])])]
}

function isAny(bind: string): boolean {
  return bind === '0.0.0.0' || bind === '::'
}

function reachable(bind: string, addresses: readonly string[]): string {
  return isAny(bind) ? (addresses[0] ?? 'localhost') : bind
}

function urlOf(scheme: string, address: string, port: number): string {
  return `${scheme}://${address.includes(':') ? `[${address}]` : address}:${port}`
}

/** What the system calls it, what we do, and what to do. */
const listenFaults: Readonly<Record<string, { name: string; message(bind: string, port: number): string }>> = {
  EADDRINUSE: { name: 'PortInUseError', message: (bind, port) => `Port ${port} of ${bind} is in use by another program. Stop it, or choose another port` },
  EACCES: { name: 'PortForbiddenError', message: (bind, port) => `This account may not use port ${port} of ${bind}. Choose one from 1024 on` },
  EADDRNOTAVAIL: { name: 'AddressMissingError', message: bind => `${bind} is not an address of this computer` },
}

function listenError(error: unknown, { bind, port }: LanParts): Error {
  const fault = listenFaults[(error as NodeJS.ErrnoException).code ?? '']
  if (!fault) return error as Error
  return Object.assign(new Error(fault.message(bind, port), { cause: error }), { name: fault.name })
}
