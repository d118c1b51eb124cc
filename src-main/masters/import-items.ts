import { decimal, decimalText } from '../../shared/core/decimal.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue, FieldValues } from '../../shared/imports/target.ts'
import type { ItemFields, ItemKind, NewItem } from '../../shared/masters/items.ts'
import { fitsUnit, isWholePacking } from '../../shared/masters/rules.ts'
import { mastersTexts } from '../../shared/masters/texts.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { fault, foldCase, type ApplyTools, type ImportTarget, type MatchedRow, type TargetRecord } from '../imports/target.ts'
import { usesOf } from './import-issues.ts'
import { createItem, updateItem } from './items.ts'
import { refuseIfUsed } from './uses.ts'

/** Abbreviations that lists of materials use; they are proposed, never taken for granted. */
const unitSynonyms = {
  Pcs: ['pc', 'pce', 'pieces', 'piece', 'buah', 'bh', 'bj', 'biji', 'unit', 'ea', 'each'], Meter: ['m', 'mtr', 'mt'], Yard: ['yd', 'yds', 'yrd', 'yrds'],
  Kg: ['kgs', 'kilo', 'kilogram'], Gram: ['g', 'gr', 'grm'], Lusin: ['dz', 'dzn', 'doz', 'dozen', 'lsn'], Ctn: ['carton', 'karton', 'dus', 'ctns'], Roll: ['rol', 'rolls'],
  Sheet: ['lembar', 'lbr', 'sht'], Liter: ['l', 'ltr', 'litre'], Pack: ['pak', 'pck', 'pkt'],
}

export const itemTarget: ImportTarget = {
  name: 'items',
  entity: 'item',
  permissions: { view: 'masters.view', insert: 'masters.create', update: 'masters.update' },
  modes: ['insert', 'update'],
  fields: [
    {
      name: 'code', kind: 'text', isRequired: true, isKey: true, maximum: 50, isOddAskedAbout: true,
      headings: ['Kode barang', 'Item code', 'Kode material', 'Material code', 'Kode produk', 'Product code', 'Article code', 'Kode artikel', 'Stock code', 'SKU', 'Part number', 'No barang'],
    },
    {
      name: 'name', kind: 'text', isRequired: true, maximum: 200,
      headings: ['Nama barang', 'Item name', 'Nama material', 'Material name', 'Nama produk', 'Product name', 'Article name', 'Uraian', 'Description', 'Deskripsi', 'Keterangan barang'],
    },
    {
      name: 'kind', kind: 'choice', isRequired: true, choices: { id: mastersTexts.id.itemKinds, en: mastersTexts.en.itemKinds }, headings: ['Tipe', 'Type', 'Jenis barang', 'Item type'],
      synonyms: {
        RAW_MATERIAL: ['bahan', 'material', 'raw', 'bb'], AUXILIARY: ['penolong', 'aksesoris', 'accessories', 'auxiliary', 'bp'], WIP: ['setengah jadi', 'bdp'],
        FINISHED_GOOD: ['jadi', 'finished', 'fg', 'produk', 'product', 'finished goods'], SERVICE: ['jasa', 'layanan'],
      },
    },
    { name: 'unit', kind: 'reference', isRequired: true, reference: 'unit', headings: ['UoM', 'Unit of measure', 'Sat', 'Unit'], synonyms: unitSynonyms },
    { name: 'category', kind: 'text', maximum: 100, headings: ['Golongan', 'Kelompok', 'Group'] },
    { name: 'buyer', kind: 'text', maximum: 200, headings: ['Customer', 'Pelanggan'] },
    { name: 'minimumStock', kind: 'decimal', least: 0, empty: '0', headings: ['Min stock', 'Stok min', 'Minimum', 'Reorder point'] },
    { name: 'unitCost', kind: 'decimal', least: 0, isCost: true, headings: ['Harga pokok', 'Harga beli', 'HPP', 'Cost', 'Standard cost'] },
    { name: 'piecesPerCarton', kind: 'integer', least: 1, most: 1_000_000, headings: ['Pcs per carton', 'Pcs/ctn', 'Isi karton', 'Standard packing'] },
    { name: 'cartonsPerPallet', kind: 'integer', least: 1, most: 1_000_000, headings: ['Ctn/pallet', 'Karton/palet', 'Cartons/pallet'] },
    { name: 'notes', kind: 'text', maximum: 1000, headings: ['Keterangan', 'Remarks', 'Note'] },
    { name: 'isActive', kind: 'boolean', empty: true, headings: ['Is active', 'Masih dipakai'] },
  ],
  prepare(db) {
    const units = new Map(db.all(sql.selectFrom('unit').select(['code', 'places'])).map(({ code, places }) => [foldCase(code), places]))
    const moved = new Set(db.all(sql.selectFrom('stockMove').select('itemId').distinct()).map(({ itemId }) => itemId))
    return { records: itemRecords(db), check: row => itemIssues(db, row, units, moved) }
  },
  apply({ db }, rows, { lookup, at }) {
    for (const { row, id, version, values } of rows) {
      at(row, () => {
        const { isActive, ...fields } = itemFields(values, lookup)
        if (id === null || version === null) {
          const made = createItem(db, fields as NewItem)
          if (isActive === false) db.update('item', made, { isActive })
          return
        }
        const changed = updateItem(db, { id, version }, fields)
        if (isActive === false) refuseIfUsed(db, 'item', id)
        if (isActive !== undefined) db.update('item', changed, { isActive })
      })
    }
  },
}

/** Every item, as a file says it. */
function itemRecords(db: Reader): TargetRecord[] {
  return db.all(sql.selectFrom('item').innerJoin('unit', 'unit.id', 'item.unitId').selectAll('item').select('unit.code as unitCode').orderBy('item.code'))
    .map(item => ({
      id: item.id, version: item.version, isActive: item.isActive,
      values: {
        code: item.code, name: item.name, kind: item.kind, unit: item.unitCode, category: item.category, buyer: item.buyer,
        minimumStock: decimalText(item.minimumStock), unitCost: item.unitCost === null ? null : decimalText(item.unitCost),
        piecesPerCarton: item.piecesPerCarton, cartonsPerPallet: item.cartonsPerPallet, notes: item.notes, isActive: item.isActive,
      },
    }))
}

function itemIssues(db: Reader, { values, record, changed }: MatchedRow, units: ReadonlyMap<string, number>, moved: ReadonlySet<string>): RowIssue[] {
  const whole: FieldValues = { ...record?.values, ...values }
  const count = (value: FieldValue | undefined) => (typeof value === 'number' ? value : null)
  const places = units.get(foldCase(String(whole.unit ?? ''))) ?? 4
  const minimum = String(whole.minimumStock ?? '0')
  return [
    ...(isWholePacking({ piecesPerCarton: count(whole.piecesPerCarton), cartonsPerPallet: count(whole.cartonsPerPallet) })
      ? [] : [fault(whole.piecesPerCarton == null ? 'piecesPerCarton' : 'cartonsPerPallet', 'packing-incomplete')]),
    ...(fitsUnit(decimal(minimum), places) ? [] : [fault('minimumStock', 'unit-places', { value: minimum, places })]),
    ...(record && changed.includes('unit') && moved.has(record.id) ? [fault('unit', 'unit-moved')] : []),
    ...(record && changed.includes('isActive') && values.isActive === false ? usesOf(() => refuseIfUsed(db, 'item', record.id)) : []),
  ]
}

function itemFields(values: FieldValues, lookup: ApplyTools['lookup']): Partial<ItemFields> & { isActive?: boolean } {
  const given: Partial<Record<string, (value: FieldValue) => object>> = {
    unit: value => ({ unitId: lookup.id('unit', value) }),
    kind: value => ({ kind: value as ItemKind }),
    minimumStock: value => ({ minimumStock: decimal(String(value ?? '0')) }),
    unitCost: value => ({ unitCost: value === null ? null : decimal(String(value)) }),
  }
  return Object.assign({}, ...Object.entries(values).map(([name, value]) => given[name]?.(value) ?? { [name]: value })) as Partial<ItemFields> & { isActive?: boolean }
}
