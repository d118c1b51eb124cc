import { z } from 'zod'
import { anySession, query } from '../core/procedure.ts'
import { scanModes } from './settings.ts'

export const ScannerSetup = z.object({ mode: z.enum(scanModes), prefix: z.string(), suffix: z.enum(['any', 'Enter', 'Tab']), gap: z.int() })
export type ScannerSetup = z.infer<typeof ScannerSetup>

export const scan = {
  /** How the factory's scanners are set, for every desk. */
  getScannerSetup: query({ permission: anySession, input: z.object({}), output: ScannerSetup, reads: ['setting'] }),
}
