import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../shared/core/errors.ts'
import { failure } from '../core/answers.ts'
import { sendFailure } from './failures.ts'

const notBuilt = 'The screens are not built yet: run “npm run build” where Lantai is installed, then start the host again.\n'
/** A build names these files by their content, so they never change. */
const hashed = /[\\/]assets[\\/]/

/** The screens: their files, and `index.html` for every address that only the screens know. Whatever else nobody answers is not found. */
export async function addRendererRoutes(app: FastifyInstance, folder: URL | undefined): Promise<void> {
  const root = folder && existsSync(new URL('index.html', folder)) ? fileURLToPath(folder) : undefined
  if (root !== undefined) {
    await app.register(fastifyStatic, {
      root, cacheControl: false, dotfiles: 'deny',
      setHeaders: (reply, path) => void reply.header('cache-control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (!wantsScreen(request)) return notFound(request, reply)
    return root === undefined ? reply.code(503).type('text/plain; charset=utf-8').send(notBuilt) : reply.sendFile('index.html')
  })
}

const ours = /^\/(api|files|ws|healthz|ca\.crt)([/?]|$)/

function wantsScreen({ method, url, headers }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && !ours.test(url) && (headers.accept ?? '').includes('text/html')
}

function notFound({ url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [path = ''] = url.split('?')
  return sendFailure(reply, failure(new AppError('not-found', { entity: 'procedure', id: path.slice(0, 100) })))
}
