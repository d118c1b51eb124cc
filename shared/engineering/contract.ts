import { boms } from './boms.ts'
import { checks } from './checks.ts'
import { conversions } from './conversions.ts'
import { explosion } from './explosion.ts'

/** From what things are made, in which units, and whether what was used agrees with it. */
export const engineering = { ...conversions, ...boms, ...explosion, ...checks }
