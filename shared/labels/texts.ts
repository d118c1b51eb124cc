import { defineTexts } from '../core/texts.ts'

export const labelsTexts = defineTexts({
  id: {
    title: 'Label', file: 'label', received: 'Diterima', expires: 'Kedaluwarsa', supplierLot: 'Lot pemasok', unit: 'Satuan', category: 'Kategori', section: 'Bagian', carton: 'Isi satu karton',
    print: 'Cetak label', printOf: 'Cetak label: {{name}}', printer: 'Pencetak', copies: 'Jumlah label', what: 'Label untuk', kinds: { item: 'Barang', lot: 'Lot', location: 'Lokasi', carton: 'Karton', packedCarton: 'Karton barang jadi' },
    each_one: '{{count}} label', each_other: '{{count}} label, masing-masing satu', send: 'Kirim ke pencetak', sheet: 'Buat PDF', sheetOption: 'PDF, lembar A4', copiesHint: 'Satu sampai {{maximum}} label.', sheetHint: 'Lembar A4 berisi 14 label, untuk pencetak dokumen biasa.', again: 'Kirim lagi', rest_one: 'Kirim {{count}} sisanya', rest_other: 'Kirim {{count}} sisanya',
    printing: 'Label dikirim ke pencetak', progress: '{{done}} dari {{total}} label', done_one: '{{count}} label dikirim ke {{printer}}', done_other: '{{count}} label dikirim ke {{printer}}',
    ready: '{{name}} siap', noPrinters: 'Belum ada pencetak label. Buat PDF, atau minta Admin menambah pencetak di Data induk.', quantity: 'Jumlah di label', quantityHint: 'Kosongkan bila isinya tidak tetap.',
    issues: { 'too-many': 'Paling banyak {{maximum}} label sekali cetak. Bagi menjadi beberapa kali.', 'no-carton': '{{item}} belum punya isi per karton. Isi dulu di data barang.' },
  },
  en: {
    title: 'Labels', file: 'labels', received: 'Received', expires: 'Expires', supplierLot: 'Supplier’s lot', unit: 'Unit', category: 'Category', section: 'Section', carton: 'In one carton',
    print: 'Print labels', printOf: 'Print labels: {{name}}', printer: 'Printer', copies: 'Number of labels', what: 'Label of', kinds: { item: 'Item', lot: 'Lot', location: 'Location', carton: 'Carton', packedCarton: 'Carton of finished goods' },
    each_one: '{{count}} label', each_other: '{{count}} labels, one each', send: 'Send to the printer', sheet: 'Make a PDF', sheetOption: 'PDF, A4 sheets', copiesHint: 'One to {{maximum}} labels.', sheetHint: 'A4 sheets of 14 labels, for an ordinary printer.', again: 'Send again', rest_one: 'Send the {{count}} that is left', rest_other: 'Send the {{count}} that are left',
    printing: 'Sending labels to the printer', progress: '{{done}} of {{total}} labels', done_one: '{{count}} label sent to {{printer}}', done_other: '{{count}} labels sent to {{printer}}',
    ready: '{{name}} is ready', noPrinters: 'There is no label printer yet. Make a PDF, or ask an Admin to add a printer to the master data.', quantity: 'Quantity on the label', quantityHint: 'Leave empty where it varies.',
    issues: { 'too-many': 'At most {{maximum}} labels at a time. Print them in several goes.', 'no-carton': '{{item}} has no quantity per carton yet. Enter it with the item first.' },
  },
})
