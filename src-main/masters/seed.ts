import { baseLocations } from '../../shared/masters/rules.ts'
import type { Writer } from '../database/pen.ts'

/** Code, name and decimals of the units a new factory begins with. */
const units = [
  ['Pcs', 'Buah', 0], ['Set', 'Set', 0], ['Lusin', 'Lusin (12 buah)', 0], ['Gross', 'Gros (144 buah)', 0],
  ['Meter', 'Meter', 2], ['Cm', 'Sentimeter', 1], ['Yard', 'Yard', 2], ['Kg', 'Kilogram', 4], ['Gram', 'Gram', 1], ['Liter', 'Liter', 3],
  ['Roll', 'Rol', 2], ['Sheet', 'Lembar', 0], ['Cone', 'Kon benang', 1], ['Ball', 'Bal', 2],
  ['Pack', 'Pak', 0], ['Box', 'Kotak', 0], ['Ctn', 'Karton', 0],
] as const

/** What every factory begins with: units, and the places that stock comes from and goes to. */
export function seedMasters(db: Writer): void {
  for (const [code, name, places] of units) db.insert('unit', { code, name, places })
  for (const location of baseLocations) db.insert('location', { ...location, parentId: null, sectionId: null })
}
