import { z } from 'zod'
import { optionalText } from '../core/fields.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { scanModes } from './settings.ts'

export const ScannerSetup = z.object({ mode: z.enum(scanModes), prefix: z.string(), suffix: z.enum(['any', 'Enter', 'Tab']), gap: z.int() })
export type ScannerSetup = z.infer<typeof ScannerSetup>

export const longestBadCode = 200

export const scan = {
  /** How the factory's scanners are set, for every desk. */
  getScannerSetup: query({ permission: anySession, input: z.object({}), output: ScannerSetup, reads: ['setting'] }),
  /** E101 (PX-17): a code that nobody knew, kept with who scanned it and at which desk, for the section of whoever did. `isKept`: they have one. */
  noteBadScan: command({ permission: anySession, action: 'CREATE', input: z.object({ code: optionalText(longestBadCode).min(1) }), output: z.object({ isKept: z.boolean() }), writes: ['badScan'] }),
}
