import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Gives the training copy the attached files. Each is named by its content and never changed, so a second name for the same file
 * is enough; where the disk knows no such thing, it is copied.
 */
export function shareAttachments(from: string, into: string): void {
  const source = join(from, 'attachments')
  if (!existsSync(source)) return
  for (const part of readdirSync(source)) {
    mkdirSync(join(into, 'attachments', part), { recursive: true })
    for (const name of readdirSync(join(source, part))) share(join(source, part, name), join(into, 'attachments', part, name))
  }
}

function share(from: string, into: string): void {
  try {
    linkSync(from, into)
  } catch {
    copyFileSync(from, into)
  }
}
