import { defineTexts } from '../core/texts.ts'
import { choiceTexts } from './choice-texts.ts'
import { masterTexts } from './master-texts.ts'

const own = defineTexts({
  id: {
    issues: {
      'packing-incomplete': 'Isi per karton dan karton per palet diisi keduanya, atau dikosongkan keduanya.',
      'unit-places': 'Terlalu banyak angka di belakang koma: satuan ini memakai {{places}}.',
      'parent-below': 'Induk tidak boleh dirinya sendiri atau bawahannya.',
      'day-order': 'Tanggal akhir lebih awal daripada tanggal mulai.', 'target-missing': 'Isi target jumlah, target efisiensi, atau keduanya.',
      'not-positive': 'Harus lebih dari 0.', 'foreign-line': 'Lini ini milik bagian lain. Pilih lini dari bagian yang sama.',
      'self-loop': 'Bagian asal dan tujuan tidak boleh sama.', 'flow-cycle': 'Alurnya akan berputar: {{path}}. Pilih bagian lain, atau nonaktifkan salah satu alur itu.',
    },
    done: { created: '{{name}} ditambahkan', updated: '{{name}} disimpan', deactivated: '{{name}} dinonaktifkan', activated: '{{name}} diaktifkan' },
    edit: 'Ubah {{name}}', exporting: 'Ekspor: {{title}}', noParent: 'Tanpa induk', everyLine: 'Semua lini', everyItem: 'Semua barang',
    home: {
      title: 'Semua data induk', hint: 'Semua yang dirujuk bagian lain dari Lantai, menurut tema.', none: 'Belum ada', count_one: '{{shown}} aktif', count_other: '{{shown}} aktif',
      themes: { goods: 'Barang', places: 'Tempat kerja', people: 'Orang dan mitra', time: 'Waktu kerja', process: 'Proses dan target', delivery: 'Penjualan dan pengiriman', reasons: 'Alasan' },
    },
    formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' },
  },
  en: {
    issues: {
      'packing-incomplete': 'Enter both pieces per carton and cartons per pallet, or neither.',
      'unit-places': 'Too many decimals: this unit uses {{places}}.',
      'parent-below': 'The parent must not be the record itself or stand below it.',
      'day-order': 'The last day is before the first.', 'target-missing': 'Enter a target quantity, a target efficiency, or both.',
      'not-positive': 'Must be more than 0.', 'foreign-line': 'This line belongs to another section. Choose a line of the same section.',
      'self-loop': 'A flow must lead to another section.', 'flow-cycle': 'The flow would run in a circle: {{path}}. Choose another section, or deactivate one of these flows.',
    },
    done: { created: '{{name}} added', updated: '{{name}} saved', deactivated: '{{name}} deactivated', activated: '{{name}} activated' },
    edit: 'Edit {{name}}', exporting: 'Export: {{title}}', noParent: 'No parent', everyLine: 'Every line', everyItem: 'Every item',
    home: {
      title: 'All master data', hint: 'Everything that other parts of Lantai refer to, by theme.', none: 'None yet', count_one: '{{shown}} active', count_other: '{{shown}} active',
      themes: { goods: 'Goods', places: 'Workplaces', people: 'People and partners', time: 'Working time', process: 'Process and targets', delivery: 'Sales and delivery', reasons: 'Reasons' },
    },
    formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' },
  },
})

export const mastersTexts = { id: { ...own.id, ...choiceTexts.id, ...masterTexts.id }, en: { ...own.en, ...choiceTexts.en, ...masterTexts.en } }
