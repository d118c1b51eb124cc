import { z } from 'zod'
import { text } from '../core/fields.ts'
import { setting } from '../settings/setting.ts'

const permission = 'settings.update'

/** How a scanner is told from a person: by its speed, by keys it is set to send first, or not at all. */
export const scanModes = ['speed', 'prefix', 'off'] as const
export type ScanMode = (typeof scanModes)[number]

export const scanSettings = {
  /** A desk may choose otherwise for itself. */
  mode: setting<ScanMode>({ key: 'scan.mode', schema: z.enum(scanModes), fallback: 'speed', permission }),
  /** `Ctrl+B` (STX), `F8`, or characters: only with the mode `prefix`. */
  prefix: setting({ key: 'scan.prefix', schema: text(8), fallback: 'Ctrl+B', permission }),
  /** `any`: Enter, Tab, or that nothing more comes. */
  suffix: setting<'any' | 'Enter' | 'Tab'>({ key: 'scan.suffix', schema: z.enum(['any', 'Enter', 'Tab']), fallback: 'any', permission }),
  /** The longest time between two keys of a scan, in milliseconds; so long a typed key may be held. */
  gap: setting({ key: 'scan.gap', schema: z.int().min(10).max(100), fallback: 35, permission }),
}
