import { code, count, name } from './fields.ts'
import { defineMaster, type RecordOf } from './definition.ts'

/** What quantities are counted in. `places`: the decimals a quantity of it may have, 0 to 4; fewer are refused (`in-use`) once stock in it has moved. */
export const unitMaster = defineMaster({
  entity: 'unit', name: 'unit', plural: 'units', found: ['places'],
  fields: {
    code: code({ headings: ['Satuan', 'UoM', 'Unit', 'Kode satuan', 'Unit code'] }),
    name: name({ headings: ['Nama satuan', 'Unit name', 'Keterangan'] }),
    places: count({ most: 4, headings: ['Desimal', 'Decimal places'] }),
  },
})
export type Unit = RecordOf<typeof unitMaster>
