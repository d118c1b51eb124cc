import { z } from 'zod'
import { IdSchema } from '../core/ids.ts'
import { choice, code, name, optionalReference } from './fields.ts'
import { defineMaster, type RecordOf } from './definition.ts'

/** `INTERNAL` places hold stock; `VIEW` only groups others; the rest stand for where stock comes from and goes to. */
export const locationKinds = ['VIEW', 'INTERNAL', 'CUSTOMER', 'SUPPLIER', 'PRODUCTION', 'INVENTORY_LOSS'] as const
export const LocationKind = z.enum(locationKinds)
export type LocationKind = z.infer<typeof LocationKind>

/**
 * Where stock is. `sectionId`: whose store it is; null is the factory's. Kind and section stay (`in-use`) once stock has moved
 * there; code, kind and section of a base location always (`base-location`).
 */
export const locationMaster = defineMaster({
  entity: 'location', name: 'location', plural: 'locations', found: ['kind', 'sectionId'],
  finds: { kinds: z.array(LocationKind).max(locationKinds.length).optional(), sectionId: IdSchema.optional() },
  fields: {
    code: code({ headings: ['Kode lokasi', 'Location code', 'Kode gudang', 'Rak', 'Bin'] }),
    name: name({ headings: ['Nama lokasi', 'Location name', 'Lokasi', 'Location', 'Gudang', 'Warehouse'] }),
    kind: choice(locationKinds, 'locationKinds', {
      headings: ['Tipe', 'Type'], synonyms: { INTERNAL: ['gudang', 'rak', 'store', 'warehouse', 'stok'], VIEW: ['grup', 'group'] },
    }),
    parentId: optionalReference('location', { headings: ['Kode induk', 'Parent code', 'Lokasi induk', 'Parent location'] }),
    sectionId: optionalReference('section', { headings: ['Kode bagian', 'Section code', 'Milik bagian', 'Departemen'] }),
  },
})
export type Location = RecordOf<typeof locationMaster>
