import { code, name, optionalReference, reference } from './fields.ts'
import { defineMaster, type RecordOf } from './definition.ts'

/** Where people work and stock stands; what most users are limited to. */
export const sectionMaster = defineMaster({
  entity: 'section', name: 'section', plural: 'sections',
  fields: {
    code: code({ headings: ['Kode bagian', 'Section code', 'Kode departemen', 'Department code'] }),
    name: name({ headings: ['Nama bagian', 'Section name', 'Bagian', 'Section', 'Departemen', 'Department'] }),
    parentId: optionalReference('section', { headings: ['Kode induk', 'Parent code', 'Bagian induk', 'Parent section'] }),
  },
})
export type Section = RecordOf<typeof sectionMaster>

/** A team or line of machines within a section. */
export const productionLineMaster = defineMaster({
  entity: 'productionLine', name: 'productionLine', plural: 'productionLines', found: ['sectionId', 'sectionName'],
  fields: {
    code: code({ headings: ['Kode lini', 'Line code', 'Kode line', 'Team'] }),
    name: name({ headings: ['Nama lini', 'Line name', 'Lini', 'Line'] }),
    sectionId: reference('section', { headings: ['Kode bagian', 'Section code', 'Departemen', 'Department'] }),
  },
})
export type ProductionLine = RecordOf<typeof productionLineMaster>
