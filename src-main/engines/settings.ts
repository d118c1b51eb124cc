import { z } from 'zod'
import type { Setting } from '../../shared/settings/setting.ts'
import type { SettingReader } from '../core/handlers.ts'

/** A row of the table `setting`: the key, and the value as JSON of its wire form. */
export interface StoredSetting { readonly id: string; readonly value: string }

export interface Settings extends SettingReader {
  /** Forgets what was read, so that the next `get` loads anew. To be called after a commit that changed a setting. */
  changed(): void
}

/**
 * Typed settings: the stored value where there is one, else the setting's fallback. `load` should give committed rows only, since
 * what it gives is kept until `changed`. A stored value that does not fit its schema (any more) counts as absent, and is
 * reported once.
 */
export function createSettings(load: () => readonly StoredSetting[], report: (problem: string) => void = () => {}): Settings {
  const reported = new Set<string>()
  const values = new Map<string, unknown>()
  let stored: ReadonlyMap<string, string> | undefined

  function read<T>({ key, schema, fallback }: Setting<T>): T {
    stored ??= new Map(load().map(({ id, value }) => [id, value]))
    const text = stored.get(key)
    if (text === undefined) return fallback
    const decoded = decodeSetting(schema, text)
    if (decoded.fits) return decoded.value
    const problem = `Setting ${key} is left at its default: ${text.slice(0, 100)} does not fit (${decoded.problem})`
    if (!reported.has(problem)) report(problem)
    reported.add(problem)
    return fallback
  }
  return {
    get(setting) {
      if (!values.has(setting.key)) values.set(setting.key, read(setting))
      return values.get(setting.key) as typeof setting.fallback
    },
    changed() {
      stored = undefined
      values.clear()
    },
  }
}

/** The value that a stored text stands for, if it fits. */
export function decodeSetting<T>(schema: z.ZodType<T>, text: string): { fits: true; value: T } | { fits: false; problem: string } {
  const value = parseJson(text)
  if (value === undefined) return { fits: false, problem: 'not JSON' }
  const decoded = z.safeDecode(schema, value)
  return decoded.success ? { fits: true, value: decoded.data } : { fits: false, problem: z.prettifyError(decoded.error) }
}

/** The text a value is stored as. */
export function encodeSetting<T>(schema: z.ZodType<T>, value: T): string {
  return JSON.stringify(z.encode(schema, value))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
