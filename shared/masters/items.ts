import { z } from 'zod'
import { NonNegativeDecimal } from '../core/decimal.ts'
import { optionalText, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command, query } from '../core/procedure.ts'
import { amount, choice, code, costOf, group, name, note, optionalChoice, optionalCount, optionalPositive, optionalReference, reference } from './fields.ts'
import { defineMaster, type EntryOf, type RecordOf } from './definition.ts'

/** `AUXILIARY`: used up in production without being part of the product; `WIP`: between two sections. */
export const itemKinds = ['RAW_MATERIAL', 'AUXILIARY', 'WIP', 'FINISHED_GOOD', 'SERVICE'] as const
export const ItemKind = z.enum(itemKinds)
export type ItemKind = z.infer<typeof ItemKind>

/** For which market it is labelled; `NL` has no label. */
export const destinations = ['EU', 'AP', 'ME', 'NA', 'US', 'CA', 'RU', 'GB', 'NL'] as const
export type Destination = (typeof destinations)[number]

/** Abbreviations that lists of materials use; they are proposed, never taken for granted. */
export const unitSynonyms = {
  Pcs: ['pc', 'pce', 'pieces', 'piece', 'buah', 'bh', 'bj', 'biji', 'unit', 'ea', 'each'], Meter: ['m', 'mtr', 'mt'], Yard: ['yd', 'yds', 'yrd', 'yrds'],
  Kg: ['kgs', 'kilo', 'kilogram'], Gram: ['g', 'gr', 'grm'], Lusin: ['dz', 'dzn', 'doz', 'dozen', 'lsn'], Ctn: ['carton', 'karton', 'dus', 'ctns'], Roll: ['rol', 'rolls'],
  Sheet: ['lembar', 'lbr', 'sht'], Liter: ['l', 'ltr', 'litre'], Pack: ['pak', 'pck', 'pkt'],
}

/**
 * What is bought, made, kept and sold. `minimumStock` is in the item's unit, `unitCost` the company currency per unit,
 * `piecesPerPallet` derived (MD-1), `standardMinutes` what one takes by work measurement (SAM), `parentId` the article it is a variant of. Its unit stays (`in-use`) once stock of it has moved.
 */
export const itemMaster = defineMaster({
  entity: 'item', name: 'item', plural: 'items', found: ['kind', 'unitId', 'unitCode', 'unitPlaces'],
  finds: { kinds: z.array(ItemKind).max(itemKinds.length).optional() },
  extra: { unitPlaces: z.int(), piecesPerPallet: z.int().nullable() },
  fields: {
    code: code({
      isOddAskedAbout: true,
      headings: ['Kode barang', 'Item code', 'Kode material', 'Material code', 'Kode produk', 'Product code', 'Article code', 'Kode artikel', 'Stock code', 'SKU', 'Part number', 'No barang'],
    }),
    name: name({
      headings: ['Nama barang', 'Item name', 'Nama material', 'Material name', 'Nama produk', 'Product name', 'Article name', 'Uraian', 'Description', 'Deskripsi', 'Keterangan barang'],
    }),
    kind: choice(itemKinds, 'itemKinds', {
      headings: ['Tipe', 'Type', 'Jenis barang', 'Item type'],
      synonyms: {
        RAW_MATERIAL: ['bahan', 'material', 'raw', 'bb'], AUXILIARY: ['penolong', 'aksesoris', 'accessories', 'auxiliary', 'bp'], WIP: ['setengah jadi', 'bdp'],
        FINISHED_GOOD: ['jadi', 'finished', 'fg', 'produk', 'product', 'finished goods'], SERVICE: ['jasa', 'layanan'],
      },
    }),
    unitId: reference('unit', { headings: ['UoM', 'Unit of measure', 'Sat', 'Unit'], synonyms: unitSynonyms }),
    category: group(100, { headings: ['Golongan', 'Kelompok', 'Group'] }),
    buyer: group(200, { headings: ['Customer', 'Pelanggan'] }),
    minimumStock: amount({ headings: ['Min stock', 'Stok min', 'Minimum', 'Reorder point'] }),
    unitCost: costOf({ headings: ['Harga pokok', 'Harga beli', 'HPP', 'Cost', 'Standard cost'] }),
    piecesPerCarton: optionalCount({ least: 1, headings: ['Pcs per carton', 'Pcs/ctn', 'Isi karton', 'Standard packing'] }),
    cartonsPerPallet: optionalCount({ least: 1, headings: ['Ctn/pallet', 'Karton/palet', 'Cartons/pallet'] }),
    standardMinutes: optionalPositive({ headings: ['SAM', 'SMV', 'Standard minutes', 'Standard minute value', 'Menit standar'] }),
    parentId: optionalReference('item', { headings: ['Artikel induk', 'Parent article', 'Parent article code', 'Kode artikel induk'] }),
    destination: optionalChoice(destinations, 'destinations', { headings: ['Tujuan', 'Destination', 'Varian tujuan'] }),
    notes: note({ headings: ['Keterangan', 'Remarks', 'Note'] }),
  },
})
export type Item = RecordOf<typeof itemMaster>
export type NewItem = EntryOf<typeof itemMaster>

export const ItemFields = itemMaster.entry.extend({ minimumStock: NonNegativeDecimal })
export type ItemFields = z.infer<typeof ItemFields>

/** As many items as one sheet shows and one command saves. */
export const largestSheet = 2000

/** A line of the items' sheet. Without `id` it is a new item, with it only what is given changes. */
export const ItemEntry = itemMaster.entry.partial().extend({ id: IdSchema.optional(), version: Version.optional(), isActive: z.boolean().optional() })
  .superRefine((entry, context) => {
    const needed = entry.id === undefined ? (['code', 'name', 'kind', 'unitId'] as const) : (['version'] as const)
    for (const name of needed) {
      if (entry[name] === undefined) context.addIssue({ code: 'custom', path: [name], message: 'required', params: { reason: 'required' } })
    }
  })
export type ItemEntry = z.infer<typeof ItemEntry>

/** What only items have: a sheet of many, and the groups they stand in. */
export const itemProcedures = {
  /** As `listItems`, by code and on one page; `total` says whether there are more. With `ids`, these ones only. */
  listItemSheet: query({
    permission: 'masters.view',
    input: z.object({
      search: optionalText(100).default(''),
      filter: z.object({ kind: ItemKind, category: optionalText(100), isActive: z.boolean() }).partial().default({}),
      ids: z.array(IdSchema).max(largestSheet).optional(),
    }),
    output: z.object({ rows: z.array(itemMaster.record), total: z.int() }),
    reads: ['item', 'unit'],
  }),
  /** The categories and buyers in use, for filters and suggestions. */
  listItemGroups: query({
    permission: 'masters.view',
    input: z.object({}),
    output: z.object({ categories: z.array(z.string()), buyers: z.array(z.string()) }),
    reads: ['item'],
  }),
  /**
   * All lines or none; what is refused is an issue of its line (`rows`, number, field). New items need `masters.create` besides.
   * Answers the items in the order of the lines.
   */
  saveItems: command({
    permission: 'masters.update',
    input: z.object({ rows: z.array(ItemEntry).min(1).max(largestSheet) }),
    output: z.array(itemMaster.record),
    writes: ['item'],
  }),
}
