import { items } from './items.ts'
import { locations } from './locations.ts'
import { sections } from './sections.ts'
import { units } from './units.ts'

/**
 * What everything else refers to. It belongs to the whole factory, so every section sees all of it. Codes are unique whatever
 * their case (`duplicate`); nothing is ever deleted (MD-5).
 */
export const masters = { ...units, ...sections, ...locations, ...items }
