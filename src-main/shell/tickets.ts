import { basename, extname, join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { app, BrowserWindow, dialog, type WebContents } from 'electron'
import { z } from 'zod'
import { bridgeChannels, largestChunk, type FileReply, type OfferedFile } from '../../shared/core/bridge.ts'
import type { ErrorCode, ErrorParams } from '../../shared/core/errors.ts'
import type { RedeemedFile, ServerThread } from '../core/server-thread.ts'
import type { Ipc } from './ipc.ts'
import { createPageBelongings } from './page-belongings.ts'
import { offeredName, saveCopy } from './saved-file.ts'
import { startUpload, type Upload } from './uploads.ts'

type Ticket = Pick<OfferedFile, 'ticket' | 'name'>
export interface TicketParts {
  readonly ipc: Ipc
  readonly server: Pick<ServerThread, 'ask'>
  showDocument(file: RedeemedFile): Promise<void>
}

const mostUploads = 8
const Name = z.string().max(1000)
const UploadNumber = z.int().min(0)
const StartGiven = z.tuple([z.object({ token: z.string().max(500), name: Name, mediaType: z.string().max(300) })])
const NumberGiven = z.tuple([UploadNumber])
const ChunkGiven = z.tuple([UploadNumber, z.instanceof(Uint8Array).refine(bytes => bytes.length <= largestChunk)])
const TicketGiven = z.tuple([z.object({ ticket: z.string().max(500), name: Name })])

/** Files up, to disk and to paper, each by the ticket the host gave for it. */
export function serveTickets({ ipc, server, showDocument }: TicketParts): void {
  const uploads = createPageBelongings<Upload>(mostUploads, upload => upload.abort())
  let lastUpload = 0

  ipc.handle(bridgeChannels.beginUpload, StartGiven, async (page, start) => {
    const number = (lastUpload += 1)
    const upload = startUpload(server, start)
    if (uploads.add(page, number, upload)) return number
    upload.abort()
    throw new Error('Too many uploads at once')
  })
  ipc.handle(bridgeChannels.sendChunk, ChunkGiven, async (page, number, chunk) => (await uploads.get(page, number)?.send(chunk)) ?? false)
  ipc.handle(bridgeChannels.finishUpload, NumberGiven, async (page, number) => {
    const reply = await uploads.get(page, number)?.finish()
    uploads.remove(page, number)
    return reply ?? refusal('cancelled')
  })
  ipc.on(bridgeChannels.abortUpload, NumberGiven, (page, number) => {
    uploads.get(page, number)?.abort()
    uploads.remove(page, number)
  })
  ipc.handle(bridgeChannels.save, TicketGiven, (page, file) => save(page, file))
  ipc.handle(bridgeChannels.print, TicketGiven, (_, file) => print(file))

  /** The ticket is spent when a place is chosen: who thinks better of it can still have the file. */
  async function save(page: WebContents, { ticket, name }: Ticket): Promise<FileReply<string | undefined>> {
    const path = await askWhere(page, offeredName(name))
    if (path === undefined) return { ok: true, value: undefined }
    const redeemed = await redeem(server, ticket)
    if (!redeemed.ok) return redeemed
    try {
      await saveCopy(redeemed.value.path, path)
      return { ok: true, value: basename(path) }
    } catch (error) {
      return refusal('file-not-saved', { reason: (error as NodeJS.ErrnoException).code })
    }
  }
  async function print({ ticket }: Ticket): Promise<FileReply<undefined>> {
    const redeemed = await redeem(server, ticket)
    if (!redeemed.ok) return redeemed
    if (redeemed.value.mediaType !== 'application/pdf') return refusal('file-unreadable')
    await showDocument(redeemed.value)
    return { ok: true, value: undefined }
  }
}

async function askWhere(page: WebContents, name: string): Promise<string | undefined> {
  const options = { defaultPath: join(app.getPath('downloads'), name), filters: filtersFor(name) }
  const window = BrowserWindow.fromWebContents(page)
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? undefined : filePath
}

function filtersFor(name: string): { name: string; extensions: string[] }[] {
  const extension = extname(name).slice(1)
  return extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }]
}

/** Spends a ticket at the host. */
function redeem(server: TicketParts['server'], ticket: string): Promise<FileReply<RedeemedFile>> {
  return new Promise(resolve => {
    const { port1: port, port2: theirs } = new MessageChannel()
    port.once('message', resolve)
    port.once('close', () => resolve(refusal('unavailable')))
    server.ask({ kind: 'redeem', port: theirs, ticket })
  })
}

function refusal(code: ErrorCode, params: ErrorParams = {}): Extract<FileReply, { ok: false }> {
  return { ok: false, code, params }
}
