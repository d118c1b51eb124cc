import { join } from 'node:path'

export const databaseFile = 'lantai.db'
/** Attached files, by their content. */
export const attachmentsFolder = 'attachments'
/** Old years of the audit. */
export const archivesFolder = 'archives'
/** Where a data folder's logs lie. `host.log` is written by the server's thread, `desktop.log` by the window program's. */
export const logFolder = (dataFolder: string) => join(dataFolder, 'logs')
/** What crashed processes left behind. */
export const crashFolder = (dataFolder: string) => join(logFolder(dataFolder), 'crashes')
