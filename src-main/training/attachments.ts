import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { shareFile } from '../database/backup-companions.ts'
import { attachmentsFolder } from '../database/data-folder.ts'

/** Gives the training copy the attached files. Each is named by its content and never changed. */
export function shareAttachments(from: string, into: string): void {
  const source = join(from, attachmentsFolder)
  if (!existsSync(source)) return
  for (const part of readdirSync(source)) {
    for (const name of readdirSync(join(source, part))) shareFile(join(source, part, name), join(into, attachmentsFolder, part, name))
  }
}
