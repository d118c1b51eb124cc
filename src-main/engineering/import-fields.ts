import { lineChanges, readLines } from '../../shared/engineering/line-text.ts'
import { engineeringTexts } from '../../shared/engineering/texts.ts'
import type { FieldValue } from '../../shared/imports/target.ts'
import { unitSynonyms } from '../../shared/masters/items.ts'
import type { ImportField } from '../imports/target.ts'

const longestCode = 50
const longestText = 1_000_000
const stageWords = {
  CUT: ['cutting', 'potong', 'pemotongan'], EMB: ['embroidery', 'bordir'], SEW: ['sewing', 'jahit', 'penjahitan'],
  FIN: ['finishing', 'penyelesaian', 'isi', 'stuffing'], PCK: ['packing', 'pengepakan'],
}
const bomTypes = {
  kind: 'choice', choices: { id: engineeringTexts.id.bomTypes, en: { MANUFACTURING: 'Manufacture this product', KIT: 'Kit' } },
  synonyms: {
    MANUFACTURING: ['normal', 'manufacture', 'manufacturing', 'produksi', 'subcontracting', 'subcontract', 'subkontrak'], KIT: ['phantom', 'set', 'paket'],
  },
} as const
const selections = { kind: 'choice', choices: { id: engineeringTexts.id.selections, en: engineeringTexts.en.selections } } as const

/** A table of BOMs as other programs export it: a row for every line, the head of a BOM in the first of its rows alone. */
export const tableFields: readonly ImportField[] = [
  {
    name: 'product', kind: 'reference', reference: 'item', isRequired: true, isKey: true, isOfHead: true, isBracketed: true, mayBeNew: true, maximum: 260,
    labels: { id: 'Produk', en: 'Product' }, headings: ['Produk jadi', 'Artikel', 'Product/Display name', 'Barang jadi'],
  },
  {
    name: 'productName', kind: 'text', maximum: 200, isOfHead: true, labels: { id: 'Nama produk', en: 'Product/Name' },
    headings: ['Produk/Nama', 'Product name'],
  },
  { name: 'bomType', isOfHead: true, empty: 'MANUFACTURING', labels: { id: 'Jenis BOM', en: 'BoM Type' }, headings: ['Tipe BOM', 'Type'], ...bomTypes },
  {
    name: 'subcontractor', kind: 'reference', reference: 'partner', isOfHead: true, labels: { id: 'Subkontraktor', en: 'Subcontractors' },
    headings: ['Subcontractor', 'Makloon', 'Maklun'],
  },
  {
    name: 'outputQuantity', kind: 'decimal', least: 'positive', empty: '1', isOfHead: true, labels: { id: 'Untuk jumlah', en: 'Quantity' },
    headings: ['Qty', 'Jumlah hasil', 'Output quantity'],
  },
  {
    name: 'outputUnit', kind: 'reference', reference: 'unit', isOfHead: true, mayBeNew: true, mayBePacked: true, maximum: longestCode, synonyms: unitSynonyms,
    labels: { id: 'Satuan produk', en: 'Unit of Measure' }, headings: ['Product Unit of Measure', 'UoM', 'Satuan hasil'],
  },
  {
    name: 'stage', kind: 'reference', reference: 'section', isOfHead: true, synonyms: stageWords, labels: { id: 'Tahap', en: 'Routing' },
    headings: ['Bagian', 'Section', 'Stage', 'Rute', 'Operation'],
  },
  { name: 'reference', kind: 'text', maximum: 100, isOfHead: true, labels: { id: 'Acuan', en: 'Reference' }, headings: ['Referensi', 'Ref'] },
  {
    name: 'laborHours', kind: 'decimal', least: 0, empty: '0', isOfHead: true, labels: { id: 'Jam kerja orang', en: 'Labour hours' },
    headings: ['Labor hours', 'Man hours'],
  },
  {
    name: 'component', kind: 'reference', reference: 'item', isRequired: true, isKey: true, isBracketed: true, mayBeNew: true, maximum: 260,
    labels: { id: 'Bahan', en: 'BoM Lines/Component' }, headings: ['Component', 'Komponen', 'Material', 'BoM Lines/Product'],
  },
  {
    name: 'quantity', kind: 'decimal', isRequired: true, least: 'positive', labels: { id: 'Jumlah bahan', en: 'BoM Lines/Quantity' },
    headings: ['Jumlah', 'Component quantity'],
  },
  {
    name: 'unit', kind: 'reference', reference: 'unit', mayBeNew: true, mayBePacked: true, maximum: longestCode, synonyms: unitSynonyms,
    labels: { id: 'Satuan bahan', en: 'BoM Lines/Product Unit of Measure' }, headings: ['BoM Lines/Unit of Measure', 'Satuan', 'Component unit'],
  },
  {
    name: 'wastagePercent', kind: 'decimal', least: 0, labels: { id: 'Susut (%)', en: 'BoM Lines/Wastage (%)' },
    headings: ['Wastage', 'Susut', 'Waste %', 'Scrap %'],
  },
  { name: 'selection', labels: { id: 'Pilihan bahan', en: 'BoM Lines/Choice of material' }, ...selections },
  {
    name: 'substitutes', kind: 'text', maximum: 1000, labels: { id: 'Bahan pengganti', en: 'BoM Lines/Substitutes' },
    headings: ['Substitutes', 'Pengganti', 'Alternatives', 'Alternatif'],
  },
]

/** A BOM as a whole, as what such a table would make of it is shown. */
export const headFields: readonly ImportField[] = [
  { name: 'item', kind: 'reference', reference: 'item', isRequired: true, isKey: true, labels: { id: 'Produk', en: 'Product' } },
  { name: 'stage', kind: 'reference', reference: 'section', isKey: true, labels: { id: 'Tahap', en: 'Stage' } },
  { name: 'outputQuantity', kind: 'decimal', isRequired: true, least: 'positive', labels: { id: 'Untuk jumlah', en: 'For a quantity of' } },
  { name: 'lines', kind: 'lines', isRequired: true, maximum: longestText, isSame: saysSameLines, labels: { id: 'Bahan', en: 'Components' } },
  { name: 'bomType', labels: { id: 'Jenis BOM', en: 'BOM type' }, ...bomTypes },
  { name: 'subcontractor', kind: 'reference', reference: 'partner', labels: { id: 'Subkontraktor', en: 'Subcontractor' } },
  { name: 'reference', kind: 'text', maximum: 100, labels: { id: 'Acuan', en: 'Reference' } },
  { name: 'laborHours', kind: 'decimal', least: 0, labels: { id: 'Jam kerja orang', en: 'Labour hours' } },
]

function saysSameLines(said: FieldValue | undefined, kept: FieldValue | undefined): boolean {
  return lineChanges(readLines(String(kept ?? '')), readLines(String(said ?? ''))).length === 0
}
