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
      'not-positive': 'Harus lebih dari 0.', 'percent-too-large': 'Paling banyak {{maximum}} %.', 'choices-missing': 'Tulis pilihannya, pisahkan dengan titik koma.', 'step-used': 'Langkah ini sudah dipakai. Buat langkah baru, lalu nonaktifkan yang lama.',
      'steps-in-work': 'SPK yang masih berjalan dihitung di langkah tahap ini: {{examples}}. Ubah langkahnya setelah SPK itu selesai.', 'foreign-line': 'Lini ini milik bagian lain. Pilih lini dari bagian yang sama.',
      'same-unit': 'Kedua satuannya sama. Pilih satuan lain.', 'conversion-turned': 'Konversi ini sudah ada dengan arah sebaliknya ({{known}}). Ubah yang itu; Lantai memakainya ke dua arah.',
      'self-loop': 'Bagian asal dan tujuan tidak boleh sama.', 'flow-cycle': 'Alurnya akan berputar: {{path}}. Pilih bagian lain, atau nonaktifkan salah satu alur itu.',
    },
    done: { created: '{{name}} ditambahkan', updated: '{{name}} disimpan', deactivated: '{{name}} dinonaktifkan', activated: '{{name}} diaktifkan' },
    edit: 'Ubah {{name}}', exporting: 'Ekspor: {{title}}', noParent: 'Tanpa induk', everyLine: 'Semua lini', everyItem: 'Semua barang',
    attributes: {
      title: 'Isian tambahan', add: 'Tambah isian', hint: 'Isian milik pabrik sendiri, di samping isian yang sudah ada. Muncul di formulir, rincian, daftar, riwayat, impor, dan ekspor.', of: 'Data induk',
      empty: 'Belum ada isian tambahan untuk {{of}}', emptyHint: 'Misalnya merek mesin, tanggal servis, atau NPWP pemasok.', labelIndonesian: 'Nama dalam bahasa Indonesia', labelEnglish: 'Nama dalam bahasa Inggris',
      kind: 'Jenis isian', position: 'Urutan', positionHint: 'Angka kecil di depan', choices: 'Pilihan', choicesHint: 'Satu pilihan per baris', isRequired: 'Wajib diisi',
      isRequiredHint: 'Data yang sudah ada baru dimintai saat diubah', kinds: { text: 'Teks', decimal: 'Angka desimal', integer: 'Angka bulat', boolean: 'Ya atau tidak', day: 'Tanggal', choice: 'Pilihan' },
    },
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
      'not-positive': 'Must be more than 0.', 'percent-too-large': 'At most {{maximum}} %.', 'choices-missing': 'Write the choices, between semicolons.', 'step-used': 'This step is in use. Make a new one, then deactivate the old one.',
      'steps-in-work': 'Open work orders are counted at the steps of this stage: {{examples}}. Change the steps once they are done.', 'foreign-line': 'This line belongs to another section. Choose a line of the same section.',
      'same-unit': 'Both units are the same. Choose another.', 'conversion-turned': 'This conversion is there already the other way round ({{known}}). Change that one: Lantai uses it both ways.',
      'self-loop': 'A flow must lead to another section.', 'flow-cycle': 'The flow would run in a circle: {{path}}. Choose another section, or deactivate one of these flows.',
    },
    done: { created: '{{name}} added', updated: '{{name}} saved', deactivated: '{{name}} deactivated', activated: '{{name}} activated' },
    edit: 'Edit {{name}}', exporting: 'Export: {{title}}', noParent: 'No parent', everyLine: 'Every line', everyItem: 'Every item',
    attributes: {
      title: 'Extra fields', add: 'Add field', hint: 'Fields of the factory’s own, besides those there are. They show in forms, details, lists, histories, imports and exports.', of: 'Master data',
      empty: 'No extra fields for {{of}} yet', emptyHint: 'Such as the brand of a machine, its next service, or a supplier’s tax number.', labelIndonesian: 'Name in Indonesian', labelEnglish: 'Name in English',
      kind: 'Kind of field', position: 'Order', positionHint: 'Small numbers come first', choices: 'Choices', choicesHint: 'One choice a line', isRequired: 'Required',
      isRequiredHint: 'Records that are there are asked when they are changed', kinds: { text: 'Text', decimal: 'Decimal number', integer: 'Whole number', boolean: 'Yes or no', day: 'Day', choice: 'Choice' },
    },
    home: {
      title: 'All master data', hint: 'Everything that other parts of Lantai refer to, by theme.', none: 'None yet', count_one: '{{shown}} active', count_other: '{{shown}} active',
      themes: { goods: 'Goods', places: 'Workplaces', people: 'People and partners', time: 'Working time', process: 'Process and targets', delivery: 'Sales and delivery', reasons: 'Reasons' },
    },
    formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' },
  },
})

export const mastersTexts = { id: { ...own.id, ...choiceTexts.id, ...masterTexts.id }, en: { ...own.en, ...choiceTexts.en, ...masterTexts.en } }
