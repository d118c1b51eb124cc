import { conversions } from './conversions.ts'

/** From what things are made, in which units, and whether what was used agrees with it. */
export const engineering = { ...conversions }
