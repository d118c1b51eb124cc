import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { securityHeaders } from '../core/security-headers.ts'
import { isOwnAddress } from './own-address.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.ico': 'image/x-icon', '.png': 'image/png', '.svg': 'image/svg+xml', '.webp': 'image/webp', '.mp3': 'audio/mpeg', '.wav': 'audio/wav',
  '.wasm': 'application/wasm', '.woff2': 'font/woff2',
}
const notBuilt = 'Layar Lantai belum dibuat: jalankan “npm run build”.\nThe screens are not built yet: run “npm run build”.\n'

/**
 * Answers the windows' own addresses from the built screens. The files are listed once: what is not on the list does not exist,
 * however its address is written. An address without an ending is one that only the screens know.
 */
export function screenServer(folder: URL): (request: Request) => Promise<Response> {
  const root = fileURLToPath(folder)
  const files = listFiles(root)
  return async ({ url, method }) => {
    if (!isOwnAddress(url)) return answer(404)
    if (method !== 'GET' && method !== 'HEAD') return answer(405)
    const { pathname } = new URL(url)
    const path = files.get(pathname) ?? (extname(pathname) === '' ? files.get('/index.html') : undefined)
    if (path !== undefined) return answer(200, await readFile(path), mediaTypes[extname(path)])
    return files.size === 0 ? answer(503, notBuilt) : answer(404)
  }
}

function listFiles(root: string): Map<string, string> {
  const entries = existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }) : []
  return new Map(entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [`/${path.slice(join(root, '/').length).split(/[\\/]/).map(encodeURIComponent).join('/')}`, path]
  }))
}

function answer(status: number, body: string | Uint8Array<ArrayBuffer> = '', mediaType = 'text/plain; charset=utf-8'): Response {
  return new Response(body, { status, headers: { ...securityHeaders(), 'content-type': mediaType, 'cache-control': 'no-cache' } })
}
