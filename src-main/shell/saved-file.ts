import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'

/** Copies a file to a place somebody chose: there is the whole file or, if anything goes wrong, what was there before. */
export async function saveCopy(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${randomUUID()}.part`
  try {
    await copyFile(from, unfinished, constants.COPYFILE_EXCL)
    await flush(unfinished)
    await rename(unfinished, to)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
}

/** A stick that is pulled out right after "saved" must hold the file. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What a dialog may offer as a name: the last part of it, without what no system allows. */
export function offeredName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '').slice(0, 200) || 'file'
}
