import type { FastifyReply } from 'fastify'
import { AppError, errorCodes, type ErrorCode } from '../../shared/core/errors.ts'
import type { Failure } from '../../shared/core/frames.ts'
import { failure, failureOf } from '../core/answers.ts'
import type { Log } from '../core/log.ts'

/** What a refusal is called in HTTP. A code that is not listed is a rule of the factory's that stands against the request: 409. */
const statuses: Partial<Record<ErrorCode, number>> = {
  'invalid-input': 400, 'out-of-range': 400, 'reason-needed': 400, 'weak-password': 400, 'password-reused': 400, 'file-unreadable': 400,
  'signed-out': 401, 'key-invalid': 401, 'pin-wrong': 401, 'badge-unknown': 401, 'login-failed': 401, 'training-reset': 401,
  forbidden: 403, 'key-exceeds': 403, 'desk-not-shared': 403, 'password-needed': 403, 'role-not-limited': 403, 'person-only': 403, 'foreign-section': 403, 'no-section': 403, 'password-change-needed': 403, 'account-locked': 403, 'address-blocked': 403, 'wrong-password': 403, 'higher-level': 403, 'own-account': 403, 'live-only': 403,
  'not-found': 404, 'ticket-invalid': 404,
  'too-large': 413, 'file-too-large': 413, 'own-uploads-full': 413, 'uploads-full': 413, 'daily-uploads-full': 413,
  'rate-limited': 429,
  cancelled: 499,
  unexpected: 500,
  'storage-failed': 503, 'storage-full': 503, 'storage-read-only': 503, 'storage-stopped': 503, 'storage-damaged': 503, unavailable: 503, 'training-unavailable': 503,
}
const refused = 409

export function statusOf(code: ErrorCode): number {
  return statuses[code] ?? refused
}

/** Every status a refusal can have, with its codes. */
export function codesByStatus(): Map<number, ErrorCode[]> {
  return new Map([...Map.groupBy(errorCodes, statusOf)].sort(([a], [b]) => a - b))
}

export function sendFailure(reply: FastifyReply, { code, params }: Failure): FastifyReply {
  // What is left of a refused body would stand before the next request of this connection.
  if (statusOf(code) === 413) reply.header('connection', 'close')
  if (code === 'rate-limited' && typeof params.seconds === 'number') reply.header('retry-after', params.seconds)
  return reply.code(statusOf(code)).send({ ok: false, code, params } satisfies Failure)
}

/** Something that is not what it should be as a whole: `format` names what was awaited. */
export function malformed(format: 'json' | 'content-type' | 'request' | 'frame'): AppError {
  return new AppError('invalid-input', { issues: [{ path: [], reason: 'invalid_format', params: { format } }] })
}

/** Whatever was thrown while a request was answered. The HTTP server's own refusals carry a status; the rest is as in any answer. */
export function requestFailure(where: string, error: unknown, log: Log): Failure {
  if (error instanceof AppError) return failure(error)
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown }
  if (code === 'ECONNRESET') return failure(new AppError('cancelled'))
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return failure(malformed('content-type'))
  if (statusCode === 404) return failure(new AppError('not-found'))
  if (typeof statusCode === 'number' && statusCode < 500) return failure(malformed('request'))
  return failureOf(where, error, log)
}
