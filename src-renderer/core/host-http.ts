import { AppError, errorCodes, type ErrorCode, type ErrorParams } from '../../shared/core/errors.ts'
import type { Failure, Reply } from '../../shared/core/frames.ts'
import type { CallOptions } from './client.ts'
import type { OfferedFile, UploadOptions } from './transport.ts'

/** What goes by HTTP: procedures that need no login, and files both ways. */
export async function callPublic(name: string, input: unknown, deskId: string, { signal }: CallOptions): Promise<Reply> {
  try {
    const response = await fetch(`/api/v1/${name.replace('.', '/')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'desk-id': deskId },
      body: JSON.stringify(input),
      signal: signal ?? null,
    })
    return asReply(await response.text())
  } catch {
    return { ok: false, code: signal?.aborted ? 'cancelled' : 'unavailable', params: {} }
  }
}

/** XMLHttpRequest, because `fetch` does not tell how much of a body has been sent. */
export function upload(file: File, token: string | undefined, { signal, onProgress }: UploadOptions): Promise<OfferedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/files?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    if (token !== undefined) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded, total)
    request.onload = () => {
      if (request.status === 200) return resolve(JSON.parse(request.responseText) as OfferedFile)
      const { code, params } = asFailure(parse(request.responseText))
      reject(new AppError(code === 'too-large' ? 'file-too-large' : code, params))
    }
    request.onerror = () => reject(new AppError('unavailable'))
    request.onabort = () => reject(new AppError('cancelled'))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

export function download({ ticket, name }: Pick<OfferedFile, 'ticket' | 'name'>): void {
  const link = document.createElement('a')
  link.href = `/files/${encodeURIComponent(ticket)}`
  link.download = name
  link.click()
}

/** In a page of its own, from which the browser prints; saved instead where the browser keeps such a page from opening. */
export function print(file: Pick<OfferedFile, 'ticket' | 'name'>): void {
  if (!open(`/files/${encodeURIComponent(file.ticket)}?show`, '_blank')) download(file)
}

interface Heard { readonly ok?: unknown; readonly value?: unknown; readonly code?: unknown; readonly params?: unknown }

function asReply(text: string): Reply {
  const answer = parse(text)
  return answer.ok === true ? { ok: true, value: answer.value } : asFailure(answer)
}

function asFailure(answer: Heard): Failure {
  return { ok: false, code: isErrorCode(answer.code) ? answer.code : 'unexpected', params: Object(answer.params) as ErrorParams }
}

/** Something between desk and host may answer with a page of its own. */
function parse(text: string): Heard {
  try {
    return Object(JSON.parse(text)) as Heard
  } catch {
    return {}
  }
}

function isErrorCode(code: unknown): code is ErrorCode {
  return (errorCodes as readonly unknown[]).includes(code)
}
