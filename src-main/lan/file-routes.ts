import type { FastifyInstance } from 'fastify'
import { createReadStream } from 'node:fs'
import { callerOf } from './callers.ts'
import { receiveUpload } from './uploads.ts'
import type { Worlds } from './worlds.ts'

/** Files up and down, streamed; what they are for is said by the procedures that give and take their tickets. */
export function addFileRoutes(app: FastifyInstance, worlds: Worlds): void {
  app.addContentTypeParser('*', (_request, _body, done) => done(null))
  app.post<{ Querystring: { name?: unknown } }>('/files', request => {
    const { name } = request.query
    const { world, session } = callerOf(worlds, request.raw)
    return receiveUpload(world.files, session, {
      name: typeof name === 'string' ? name : '', mediaType: request.headers['content-type'] ?? '', body: request.raw,
    })
  })
  app.get<{ Params: { ticket: string }; Querystring: { show?: unknown } }>('/files/:ticket', (request, reply) => {
    const { name, path, mediaType, size } = worlds.redeem(request.params.ticket)
    // Only what cannot run anything is shown in a page.
    const isShown = request.query.show !== undefined && mediaType === 'application/pdf'
    return reply
      .headers({ 'content-type': mediaType, 'content-length': size, 'content-disposition': disposition(isShown ? 'inline' : 'attachment', name) })
      .send(createReadStream(path))
  })
}

/** RFC 6266: the name in plain letters for old readers, and in full by RFC 5987. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*!]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`
}
