import { join } from 'node:path'
import { damaged, isDamage } from './damage.ts'
import { databaseFile } from './open.ts'

type Explain = (folder: string) => string

const noSpace: Explain = folder => `The disk of ${folder} is full. Free some space there and start again; nothing was lost`
const notWritable: Explain = folder => `Lantai may not write in ${folder}: the folder or its disk is read-only, or belongs to another user. Allow writing there, or name another folder`
const notAFolder: Explain = folder => `${folder} is a file, or lies in one. Name a folder for the data`
const failing: Explain = folder => `The disk of ${folder} fails to read or write. Check it before you start again; nothing was changed`
const unopened: Explain = folder => `${databaseFile} or host.lock in ${folder} cannot be opened: check that it is a file, who may write there, and that the disk is not full`
const notAFile: Explain = folder => `A folder lies in the place of ${databaseFile} in ${folder}. Move it aside, then start again`
const nowhere: Explain = folder => `${folder} cannot be made: a part of its path leads nowhere`
const occupied: Explain = folder => `Another program holds ${databaseFile} in ${folder}. Close it, then start again`

/** By the beginning of the error's code; the first that fits counts. */
const explanations: readonly (readonly [beginning: string, explain: Explain])[] = [
  ['ENOSPC', noSpace], ['EDQUOT', noSpace], ['SQLITE_FULL', noSpace], ['SQLITE_IOERR_SHMSIZE', noSpace],
  ['EROFS', notWritable], ['EACCES', notWritable], ['EPERM', notWritable], ['SQLITE_READONLY', notWritable],
  ['ENOTDIR', notAFolder], ['EEXIST', notAFolder], ['EISDIR', notAFile], ['ENOENT', nowhere],
  ['EIO', failing], ['SQLITE_IOERR', failing],
  ['SQLITE_CANTOPEN', unopened], ['SQLITE_BUSY', occupied],
]

/** Why a host does not start, as one sentence that says what to do; an error of another kind as it is. */
export function startFault(error: unknown, dataFolder: string): unknown {
  if (isDamage(error)) return damaged(join(dataFolder, databaseFile), `SQLite cannot read ${databaseFile} (${(error as Error).message})`)
  const { code } = (error ?? {}) as { code?: unknown }
  const explain = typeof code === 'string' ? explanations.find(([beginning]) => code.startsWith(beginning))?.[1] : undefined
  return explain ? new Error(explain(dataFolder), { cause: error }) : error
}
