import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** What this computer's desktop remembers between runs: places of windows, hints already given. Nothing of the factory's. */
export interface DesktopMemory {
  /** What was kept under this name, if it fits the schema. */
  read<T>(name: string, schema: z.ZodType<T>): T | undefined
  /** A memory that cannot be written is lost, and nothing else. */
  write(name: string, value: unknown): void
}

/** Keeps everything in one JSON file, replaced whole; a broken one is as good as none. */
export function openDesktopMemory(file: string): DesktopMemory {
  const kept = readKept(file)
  return {
    read(name, schema) {
      const found = schema.safeParse(kept[name])
      return found.success ? found.data : undefined
    },
    write(name, value) {
      kept[name] = value
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(`${file}.new`, JSON.stringify(kept, null, 2))
        renameSync(`${file}.new`, file)
      } catch {
        // A full or read-only disk must not stop a window from closing.
      }
    },
  }
}

function readKept(file: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
