import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { App, CrashReporter } from 'electron'

export interface CrashDumpParts {
  readonly app: Pick<App, 'setPath'>
  readonly crashReporter: Pick<CrashReporter, 'start'>
  readonly version: string
}

const kept = { files: 10, bytes: 100 * 1024 * 1024 }

/** Keeps what is left of a crashed process in this folder, and sends it nowhere. To be called before the program is ready. */
export function startCrashDumps(folder: string, { app, crashReporter, version }: CrashDumpParts): void {
  mkdirSync(folder, { recursive: true })
  app.setPath('crashDumps', folder)
  crashReporter.start({ uploadToServer: false, compress: false, productName: 'Lantai', globalExtra: { version } })
  pruneCrashDumps(folder)
}

/** Keeps the newest dumps, at most so many and so large in all. What lies beside a dump under its name goes with it. */
export function pruneCrashDumps(folder: string, limit: { readonly files: number; readonly bytes: number } = kept): void {
  const dumps = dumpsIn(folder).sort((a, b) => b.modified - a.modified)
  let bytes = 0
  for (const [at, { stem, size }] of dumps.entries()) {
    bytes += size
    if (at < limit.files && bytes <= limit.bytes) continue
    for (const ending of ['.dmp', '.meta', '.lock']) rmSync(`${stem}${ending}`, { force: true })
  }
}

/** The crash reporter sorts its dumps into folders of its own. */
function dumpsIn(folder: string): { stem: string; size: number; modified: number }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.dmp')).map(name => {
    const { size, mtimeMs } = statSync(join(folder, name))
    return { stem: join(folder, name.slice(0, -'.dmp'.length)), size, modified: mtimeMs }
  })
}
