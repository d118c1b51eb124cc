import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { z } from 'zod'
import type { Log } from '../core/log.ts'
import { isOwnAddress } from './own-address.ts'

/** What the windows may ask of the program. Who asks and what is given is checked here, before anything is done with it. */
export interface Ipc {
  on<Given extends unknown[]>(channel: string, given: z.ZodType<Given>, hear: (sender: WebContents, ...given: Given) => void): void
  handle<Given extends unknown[]>(channel: string, given: z.ZodType<Given>, answer: (sender: WebContents, ...given: Given) => Promise<unknown>): void
}

type Asking = IpcMainEvent | IpcMainInvokeEvent

export function createIpc({ isDesk, log }: { isDesk(contents: WebContents): boolean; log: Log }): Ipc {
  /** The main frame of one of our desk windows, showing one of our screens. */
  function isTrusted({ sender, senderFrame }: Asking): boolean {
    return senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url) && isDesk(sender)
  }
  function accept<Given extends unknown[]>(channel: string, schema: z.ZodType<Given>, event: Asking, given: unknown[]): Given | undefined {
    const parsed = isTrusted(event) ? schema.safeParse(given) : undefined
    if (!parsed?.success) log.error('ipc', new Error(`Refused ${channel} from ${event.senderFrame?.url ?? 'a frame that is gone'}`))
    return parsed?.data
  }
  return {
    on: (channel, schema, hear) => void ipcMain.on(channel, (event, ...raw: unknown[]) => {
      const given = accept(channel, schema, event, raw)
      if (given) hear(event.sender, ...given)
    }),
    handle: (channel, schema, answer) => ipcMain.handle(channel, (event, ...raw: unknown[]) => {
      const given = accept(channel, schema, event, raw)
      if (!given) throw new Error('Refused')
      return answer(event.sender, ...given)
    }),
  }
}
