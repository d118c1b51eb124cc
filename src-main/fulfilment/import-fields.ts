import { fulfilmentTexts } from '../../shared/fulfilment/texts.ts'
import type { ImportField } from '../imports/target.ts'

const { id, en } = { id: fulfilmentTexts.id.fields, en: fulfilmentTexts.en.fields }
const longestText = 2_000_000
const priorities = { kind: 'choice', choices: { id: fulfilmentTexts.id.priorities, en: fulfilmentTexts.en.priorities } } as const
const named = (name: keyof typeof id) => ({ labels: { id: id[name], en: en[name] } })

/** A table of invoices as billing programs export it: a row for every line, with the whole head in each. */
export const tableFields: readonly ImportField[] = [
  {
    name: 'number',
    kind: 'text',
    isRequired: true,
    isKey: true,
    maximum: 100,
    ...named('number'),
    headings: ['InvoiceNo', 'Invoice no', 'No faktur', 'Nomor invoice', 'Invoice', 'Faktur'],
  },
  {
    name: 'day',
    kind: 'day',
    isRequired: true,
    isNearOthers: true,
    labels: { id: 'Tanggal faktur', en: 'Invoice date' },
    headings: ['InvoiceDate', 'Tanggal', 'Date'],
  },
  {
    name: 'customer',
    kind: 'text',
    isRequired: true,
    maximum: 50,
    labels: { id: 'Kode pelanggan', en: 'Customer code' },
    headings: ['CustomerID', 'Customer', 'Pelanggan', 'Customer no'],
  },
  { name: 'customerName', kind: 'text', maximum: 200, labels: { id: 'Nama pelanggan', en: 'Customer name' }, headings: ['Customer name'] },
  {
    name: 'customerArea',
    kind: 'text',
    maximum: 100,
    labels: { id: 'Wilayah pelanggan', en: 'Customer area' },
    headings: ['Country', 'Wilayah', 'Area', 'Kota'],
  },
  ...[
    { name: 'customerAddress', maximum: 500, labels: { id: 'Alamat pelanggan', en: 'Customer address' }, headings: ['Address', 'Address1', 'Alamat'] },
    { name: 'customerPostalCode', maximum: 10, labels: { id: 'Kode pos pelanggan', en: 'Customer postal code' }, headings: ['Pincode', 'Postal code', 'ZIP', 'Kode pos'] },
    { name: 'customerPhone', maximum: 50, labels: { id: 'Telepon pelanggan', en: 'Customer phone' }, headings: ['Phone', 'Phone1', 'Telepon', 'HP'] },
    { name: 'customerAlternatePhone', maximum: 50, labels: { id: 'Telepon lain pelanggan', en: 'Customer’s other phone' }, headings: ['Phone2', 'Alt phone', 'Telepon lain'] },
    { name: 'customerEmail', maximum: 200, labels: { id: 'Email pelanggan', en: 'Customer e-mail' }, headings: ['Email', 'E-mail', 'Surel'] },
  ].map(field => ({ ...field, kind: 'text' as const })),
  { name: 'salesman', kind: 'text', maximum: 200, ...named('salesmanId'), headings: ['Salesman', 'Sales', 'Salesman name'] },
  {
    name: 'itemCode',
    kind: 'text',
    isRequired: true,
    maximum: 50,
    ...named('itemCode'),
    headings: ['StockCode', 'Stock code', 'Item code', 'SKU', 'Kode produk'],
  },
  { name: 'itemName', kind: 'text', maximum: 300, ...named('name'), headings: ['Description', 'Item name', 'Nama produk', 'Uraian'] },
  { name: 'quantity', kind: 'integer', isRequired: true, ...named('quantity'), headings: ['Qty', 'Quantity'] },
  {
    name: 'price',
    kind: 'decimal',
    isRequired: true,
    least: 0,
    isCost: true,
    ...named('mrp'),
    headings: ['UnitPrice', 'Unit price', 'MRP', 'Price', 'Harga satuan'],
  },
  { name: 'total', kind: 'decimal', least: 0, isCost: true, ...named('statedTotal'), headings: ['Total', 'Invoice total', 'Jumlah tagihan'] },
  { name: 'priority', empty: 'MEDIUM', ...priorities, ...named('priority'), headings: ['Priority'] },
  { name: 'shelf', kind: 'text', maximum: 50, ...named('shelfLocation'), headings: ['Shelf', 'Shelf location', 'Lokasi rak'] },
  { name: 'barcode', kind: 'text', maximum: 100, ...named('barcode'), headings: ['Barcode', 'EAN'] },
  { name: 'company', kind: 'text', maximum: 200, ...named('companyName'), headings: ['Company', 'Company name', 'Maker', 'Merek'] },
  { name: 'packing', kind: 'text', maximum: 100, ...named('packing'), headings: ['Packing'] },
  { name: 'batch', kind: 'text', maximum: 50, ...named('batchNumber'), headings: ['Batch', 'Batch no'] },
  { name: 'expiry', kind: 'day', ...named('expiresOn'), headings: ['Expiry', 'Expiry date', 'Tanggal kedaluwarsa', 'ED'] },
  { name: 'lineRemarks', kind: 'text', maximum: 500, labels: { id: 'Catatan baris', en: 'Remarks of the line' }, headings: ['Line remarks'] },
  { name: 'creator', kind: 'text', maximum: 200, ...named('creator'), headings: ['Created by'] },
  { name: 'temporaryName', kind: 'text', maximum: 200, ...named('temporaryName'), headings: ['Temp name'] },
  { name: 'remarks', kind: 'text', maximum: 1000, ...named('remarks'), headings: ['Remarks', 'Keterangan'] },
]

/** What all rows of an invoice say alike. */
export const headFields = [
  'day',
  'customer',
  'customerName',
  'customerArea',
  'customerAddress',
  'customerPostalCode',
  'customerPhone',
  'customerAlternatePhone',
  'customerEmail',
  'salesman',
  'total',
  'priority',
  'creator',
  'temporaryName',
  'remarks',
] as const

const lines: ImportField = { name: 'lines', kind: 'lines', isRequired: true, isCost: true, maximum: longestText, ...named('lines') }
const key: ImportField = { name: 'number', kind: 'text', isRequired: true, isKey: true, maximum: 100, ...named('number') }
const day: ImportField = { name: 'day', kind: 'day', isRequired: true, ...named('day') }
const customer: ImportField = { name: 'customer', kind: 'reference', reference: 'customer', isRequired: true, ...named('customerId') }

export const invoiceFields: readonly ImportField[] = [
  key,
  day,
  customer,
  { name: 'salesman', kind: 'text', maximum: 200, ...named('salesmanId') },
  { name: 'total', kind: 'decimal', least: 0, isCost: true, ...named('statedTotal') },
  { name: 'priority', ...priorities, ...named('priority') },
  { name: 'creator', kind: 'text', maximum: 200, ...named('creator') },
  { name: 'temporaryName', kind: 'text', maximum: 200, ...named('temporaryName') },
  { name: 'remarks', kind: 'text', maximum: 1000, ...named('remarks') },
  lines,
]
export const creditNoteFields: readonly ImportField[] = [key, day, customer, lines]
