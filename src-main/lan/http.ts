import helmet from '@fastify/helmet'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { createServer } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import { join } from 'node:path'
import { systemClock } from '../core/clock.ts'
import { addApiRoutes } from './api-routes.ts'
import { ensureCertificates, type Certificates } from './certificates.ts'
import { requestFailure, sendFailure } from './failures.ts'
import { addFileRoutes } from './file-routes.ts'
import { hostNames, isLoopback, networkAddresses, requireOwnHost, requireOwnOrigin } from './guards.ts'
import { defaultLimits, type LanParts } from './parts.ts'
import { createPublicCalls } from './public-calls.ts'
import { addRendererRoutes } from './renderer-routes.ts'
import { startSockets } from './socket.ts'

export interface Lan { readonly url: string; readonly port: number; close(): Promise<void> }

/** Opens the host to the factory's network: API, sockets, files and screens on one port. Throws when it cannot listen there. */
export async function startLan(parts: LanParts): Promise<Lan> {
  const limits = { ...defaultLimits, ...parts.limits }
  const addresses = parts.networkAddresses ?? networkAddresses
  const closing = new AbortController()
  const keys = join(parts.dataFolder, 'keys')
  const certify = isLoopback(parts.bind) ? undefined : () => ensureCertificates(keys, ownAddresses(parts.bind, addresses()), systemClock.now())
  const certificates = await certify?.()

  const app = createApp(parts, certificates)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    requireOwnHost(request.raw, addresses)
    if (request.method !== 'GET' && request.method !== 'HEAD') requireOwnOrigin(request.raw)
  })
  await app.register(helmet, securityHeaders)
  const publicCalls = await createPublicCalls(app, parts.contract, limits.publicCallsPerMinute)
  app.get('/healthz', async () => ({ status: 'ok', version: parts.version, site: parts.siteName() }))
  if (certificates) app.get('/ca.crt', (_request, reply) => reply.type('application/x-x509-ca-cert').send(certificates.ca))
  await app.register(async scope => addApiRoutes(scope, { ...parts, publicCalls, closing: closing.signal }))
  await app.register(async scope => addFileRoutes(scope, parts))
  await addRendererRoutes(app, parts.rendererFolder)

  const sockets = startSockets(app.server, {
    ...parts, limits, publicCalls,
    guard(request) {
      requireOwnHost(request, addresses)
      requireOwnOrigin(request)
    },
  })
  const renewal = certify && renewWhenNeeded(app.server as SecureServer, certify, certificates?.cert, limits.addressCheck, parts)
  const close = async () => {
    clearInterval(renewal)
    closing.abort()
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
  return { url: urlOf(certificates ? 'https' : 'http', reachable(parts.bind, addresses()), port), port, close }
}

function createApp({ log }: LanParts, certificates: Certificates | undefined): FastifyInstance {
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    sendFailure(reply, requestFailure(`${request.method} ${request.routeOptions.url ?? ''}`, error, log))
  const secret = certificates && { key: certificates.key, cert: certificates.cert }
  const timeouts = { requestTimeout: 300_000, headersTimeout: 30_000 }
  const app = fastify({
    // A HEAD request must not spend a file's ticket.
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void fail(error, request, reply),
    serverFactory: handler => (secret ? createSecureServer({ ...timeouts, ...secret }, handler) : createServer(timeouts, handler)),
  })
  app.removeAllContentTypeParsers()
  app.setErrorHandler(fail)
  return app
}

const ownSocket = ({ headers: { host } }: { headers: { host?: string | undefined } }) => `ws://${host} wss://${host}`

/** The screens load nothing from elsewhere. MUI's emotion writes its styles into the page, hence their `unsafe-inline`. */
const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"], 'script-src': ["'self'"], 'script-src-attr': ["'none'"], 'style-src': ["'self'", "'unsafe-inline'"], 'font-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'], 'connect-src': ["'self'", ownSocket], 'object-src': ["'none'"], 'base-uri': ["'self'"], 'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  },
  xFrameOptions: { action: 'deny' },
  // A browser that has seen it refuses a host whose authority it does not know yet, and every plain service on that computer.
  strictTransportSecurity: false,
} as const

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

const listenFaults: Readonly<Record<string, (bind: string, port: number) => string>> = {
  EADDRINUSE: (bind, port) => `Port ${port} of ${bind} is in use by another program. Stop it, or choose another port`,
  EACCES: (bind, port) => `This account may not use port ${port} of ${bind}. Choose one from 1024 on`,
  EADDRNOTAVAIL: bind => `${bind} is not an address of this computer`,
}

function listenError(error: unknown, { bind, port }: LanParts): Error {
  const message = listenFaults[(error as NodeJS.ErrnoException).code ?? '']?.(bind, port)
  return message === undefined ? (error as Error) : new Error(message, { cause: error })
}
