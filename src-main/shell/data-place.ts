import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '../database/data-folder.ts'

/** The folder that Windows' installer makes for a host, whoever signs in to that computer: `%ProgramData%\Lantai`. */
export function sharedFolder(platform: NodeJS.Platform, { ProgramData }: { readonly ProgramData?: string | undefined }): string | undefined {
  return platform === 'win32' && ProgramData !== undefined ? join(ProgramData, 'Lantai') : undefined
}

/**
 * Where the factory's data lies when nobody named a folder: in the shared one, if the installer made it, else in the user's own. Data
 * that a user has already stays where it is.
 */
export function usualDataFolder(userFolder: string, shared: string | undefined): string {
  const own = join(userFolder, 'data')
  if (shared === undefined || !existsSync(shared) || existsSync(join(own, databaseFile))) return own
  return join(shared, 'data')
}
