import { choice, code, count, name, neededText, optionalReference, usualChoice } from './fields.ts'
import { defineMaster, type RecordOf } from './definition.ts'

/** Dots per inch of the print heads that are sold. */
export const printerDpis = ['203', '300', '600'] as const

/** The languages of label printers: Zebra's, and that of TSC and most cheap ones. */
export const printerLanguages = ['ZPL', 'TSPL'] as const
export type PrinterLanguage = (typeof printerLanguages)[number]

/** A printer of labels on the network that takes its language as it comes, and what labels are in it, in millimetres (IO-10). */
export const labelPrinterMaster = defineMaster({
  entity: 'labelPrinter', name: 'labelPrinter', plural: 'labelPrinters', found: ['sectionId', 'sectionName'],
  fields: {
    code: code({ headings: ['Kode pencetak', 'Printer code'] }),
    name: name({ headings: ['Nama pencetak', 'Printer', 'Printer name'] }),
    address: neededText(100, { headings: ['Alamat IP', 'IP address', 'Host'] }),
    port: count({ least: 1, most: 65_535, blank: 9100, headings: ['Port'] }),
    language: usualChoice(printerLanguages, 'printerLanguages', 'ZPL', { headings: ['Bahasa pencetak', 'Printer language'] }),
    dpi: choice(printerDpis, 'printerDpis', { headings: ['DPI'] }),
    labelWidth: count({ least: 25, most: 200, blank: 100, headings: ['Lebar', 'Width'] }),
    labelHeight: count({ least: 15, most: 300, blank: 50, headings: ['Tinggi', 'Height'] }),
    sectionId: optionalReference('section', { headings: ['Kode bagian', 'Section code'] }),
  },
})
export type LabelPrinter = RecordOf<typeof labelPrinterMaster>
