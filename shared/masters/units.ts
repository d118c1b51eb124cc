import { code, count, name, neededAmount, optionalReference, reference } from './fields.ts'
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

/**
 * What an amount in one unit is in another: 1 Ctn = 60 Pcs. Two amounts, because a factor need not end: 3 rolls are 50 metres. Of an item,
 * or of all of them; what an item has of its own goes before.
 */
export const unitConversionMaster = defineMaster({
  entity: 'unitConversion', name: 'unitConversion', plural: 'unitConversions', unique: ['itemId', 'fromUnitId', 'toUnitId'],
  fields: {
    itemId: optionalReference('item', { headings: ['Barang', 'Item', 'Artikel', 'Product'] }),
    fromQuantity: neededAmount({ headings: ['Dari jumlah', 'From quantity'] }),
    fromUnitId: reference('unit', { headings: ['Dari', 'From', 'From unit', 'Satuan besar'] }),
    toQuantity: neededAmount({ headings: ['Faktor', 'Factor', 'To quantity', 'Isi'] }),
    toUnitId: reference('unit', { headings: ['Ke', 'To', 'To unit', 'Satuan kecil'] }),
  },
})
export type UnitConversion = RecordOf<typeof unitConversionMaster>
