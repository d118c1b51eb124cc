import type { FastifyInstance } from 'fastify'
import { createReadStream } from 'node:fs'
import { AppError } from '../../shared/core/errors.ts'
import { callerOf } from './callers.ts'
import type { LanParts } from './parts.ts'

/** Files up and down, streamed; what they are for is said by the procedures that give and take their tickets. */
export function addFileRoutes(app: FastifyInstance, { sessions, files }: LanParts): void {
  app.addContentTypeParser('*', (_request, _body, done) => done(null))
  app.post<{ Querystring: { name?: unknown } }>('/files', async request => {
    const session = callerOf(sessions, request.raw)
    if (session.id === '') throw new AppError('signed-out')
    if (session.mustChangePassword) throw new AppError('password-change-needed')
    const { name } = request.query
    return files.receive(session, typeof name === 'string' ? name : '', request.headers['content-type'] ?? '', request.raw)
  })
  app.get<{ Params: { ticket: string } }>('/files/:ticket', (request, reply) => {
    const { name, path, mediaType, size } = files.redeem(request.params.ticket)
    return reply
      .headers({ 'content-type': mediaType, 'content-length': size, 'content-disposition': attachment(name) })
      .send(createReadStream(path))
  })
}

/** RFC 6266: the name in plain letters for old readers, and in full by RFC 5987. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*!]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
