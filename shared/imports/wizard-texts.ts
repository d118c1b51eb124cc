import { defineTexts } from '../core/texts.ts'

/** What the import screens say. */
export const wizardTexts = defineTexts({
  id: {
    title: 'Impor',
    newTitle: 'Impor {{target}}',
    new: 'Impor baru',
    steps: { file: 'Pilih file', columns: 'Pasangkan kolom', check: 'Periksa', done: 'Selesai' },
    start: {
      what: 'Apa yang diimpor?', file: 'File Excel atau CSV', template: 'Belum punya filenya? Unduh templat:', xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)', templateJob: 'Menyiapkan templat',
      reading: 'Membaca file', likelier: 'Judul kolom file ini lebih cocok untuk {{target}}.', asThat: 'Impor sebagai {{target}}', none: 'Anda belum punya izin untuk mengimpor data. Admin dapat memberikannya.',
      hint: 'Baris pertama berisi judul kolom. Tidak ada yang disimpan sebelum Anda melihat hasil pemeriksaannya.',
    },
    file: {
      title: 'File', rows_one: '{{shown}} baris', rows_other: '{{shown}} baris', change: 'Ganti file', add: 'Tambah file', remove: 'Lepas', removeOf: 'Lepas {{name}}', howRead: 'Cara membaca', sheet: 'Lembar kerja', delimiter: 'Pemisah kolom', headingRow: 'Baris judul', decimalMark: 'Tanda desimal',
      comma: 'Koma: 1.250,5', point: 'Titik: 1,250.5', semicolonMark: 'Titik koma ( ; )', commaMark: 'Koma ( , )', tabMark: 'Tab', barMark: 'Garis ( | )',
      dayOrder: 'Urutan tanggal', dayFirst: 'Hari dahulu: 20/11/2026', monthFirst: 'Bulan dahulu: 11/20/2026',
    },
    about: {
      lineTargets: 'Satu baris untuk setiap tim dan tanggal. Dari file yang sama dibuat bagian, lini produksi, dan aturan target; hari berurutan dengan target sama menjadi satu aturan.',
      openingStock: 'Stok yang sudah ada saat mulai memakai Lantai, per barang dan lokasi. Barang dan lokasinya harus sudah ada.',
      orderLines: 'Barang, jumlah, dan harga untuk PO yang masih draf, per nomor PO dan barang. PO dan barangnya harus sudah ada.',
      boms: 'Tabel BOM seperti diekspor program lain: satu baris per bahan, produk dan jumlahnya hanya di baris pertama setiap BOM. Pilih semua file dari satu ekspor sekaligus. Barang dan satuan yang belum ada ikut dibuat; BOM yang berubah menjadi revisi berikutnya, langsung berlaku.',
    },
    replace: {
      open: 'Ganti isi…', some: 'Ganti isi ({{count}})…', of: 'Ganti isi {{field}}', title: 'Ganti isi: {{field}}',
      hint: 'Kosongkan kalau isinya sudah benar. Spasi di tepi dan huruf besar-kecil tidak dibedakan. Penggantian ikut disimpan bersama pasangan kolom.',
      inFile: 'Di file', count: 'Baris', readAs: 'Dibaca sebagai', as: 'Dibaca sebagai, untuk ‘{{text}}’', notHere: 'tidak ada di file ini', other: 'Isi lain di file', add: 'Tambah',
      everywhere: 'Ganti di seluruh file',
    },
    oddities: {
      blank: '{{rows}} kosong (baris {{row}})', trimmed: '{{rows}} dengan spasi di tepi: ‘{{example}}’ (baris {{row}})', twins: '{{rows}} ditulis lain: ‘{{example}}’ (baris {{row}})',
      'not-whole': '{{rows}} bukan angka bulat: {{example}} (baris {{row}})', 'not-number': '{{rows}} bukan angka: ‘{{example}}’ (baris {{row}})',
      'month-first': 'bulan ditulis dahulu: {{example}} (baris {{row}})', 'mixed-order': 'urutan hari dan bulan bercampur: {{example}} (baris {{row}})',
      'far-day': '{{rows}} tanggal jauh dari yang lain: {{example}} (baris {{row}})',
    },
    mapping: {
      title: 'Kolom mana berisi apa?', hint: 'Pasangan yang cocok sudah dipilihkan. Periksa contoh isinya.', field: 'Isian', column: 'Kolom di file', samples: 'Contoh isi', skip: 'Tidak diimpor',
      constant: 'Nilai tetap…', constantFor: 'Nilai tetap untuk {{field}}', missing: 'Pasangkan dahulu: {{fields}}.',
      lacking: 'Baris baru akan ditandai, karena belum ada {{fields}}.', unused: 'Kolom yang tidak diimpor: {{columns}}', empty: 'kosong', saved: 'Pasangan tersimpan', save: 'Simpan pasangan ini',
      name: 'Nama pasangan', savedAs: 'Pasangan “{{name}}” disimpan', used: 'Pasangan “{{name}}” dipakai', remove: 'Hapus pasangan {{name}}', none: 'Belum ada pasangan tersimpan', unfit: 'tidak cocok dengan file ini',
    },
    mode: { label: 'Kalau kodenya sudah ada', insert: 'Biarkan, dan tambah yang baru saja', update: 'Perbarui, dan tambah yang baru' },
    check: 'Periksa semua baris', checking: 'Memeriksa baris', deciding: 'Memeriksa ulang', unmapped: 'Nilai tetap untuk {{field}} belum benar: {{problem}}',
    statuses: { new: 'Baru', changed: 'Berubah', same: 'Sama', faulty: 'Perlu keputusan', skipped: 'Dilewati' },
    batchStatuses: { STAGING: 'Perlu diperiksa ulang', STAGED: 'Belum disimpan', APPLIED: 'Tersimpan', DISCARDED: 'Dibuang' },
    batch: {
      subtitle: '{{target}} · {{rows}} baris · {{by}}, {{at}}', apply_one: 'Simpan {{shown}} baris', apply_other: 'Simpan {{shown}} baris', applyRecords_one: 'Simpan {{shown}} data', applyRecords_other: 'Simpan {{shown}} data', appliedRecords_one: '{{shown}} data tersimpan', appliedRecords_other: '{{shown}} data tersimpan', applyNothing: 'Selesai, tidak ada yang berubah', discard: 'Buang', discarded: 'Impor {{file}} dibuang',
      recheck: 'Periksa ulang', waiting_one: 'Putuskan dahulu {{shown}} baris.', waiting_other: 'Putuskan dahulu {{shown}} baris.', ready: 'Semua baris siap disimpan.',
      stale: 'Baris {{row}} tidak dapat disimpan, karena datanya sudah berubah sejak diperiksa. Belum ada yang disimpan.', cancelledCheck: 'Pemeriksaan ini dibatalkan. Periksa ulang untuk melanjutkan.',
      applied_one: '{{shown}} baris tersimpan', applied_other: '{{shown}} baris tersimpan', appliedHint: '{{fresh}} baru, {{changed}} diperbarui, {{same}} sama, {{skipped}} dilewati.', gone: 'Impor ini sudah dibuang. Tidak ada yang disimpan.',
      keep: 'File berikutnya dari pengirim yang sama? Simpan pasangan kolom dan penggantian isinya.', kept: 'Pasangan “{{name}}” disimpan. File berikutnya dibaca dengan cara yang sama.', open: 'Buka {{target}}', again: 'Impor lagi', skippedRows: 'Baris yang dilewati',
    },
    parts: { title: 'Yang akan disimpan', file: 'Baris file ({{rows}})', part: '{{target}}: {{counts}}', fresh: '{{rows}} baru', changed: '{{rows}} berubah', nothing: 'tidak berubah', firstRow: 'Baris pertama', rowCount: 'Jumlah baris', lines_one: '{{shown}} bahan', lines_other: '{{shown}} bahan', moreChanges: '{{shown}} lagi' },
    decide: {
      title: 'Hasil pemeriksaan', notes: 'Catatan', clear: 'Tidak ada yang perlu diputuskan.', rows_one: '{{shown}} baris', rows_other: '{{shown}} baris', more: '{{count}} lagi',
      use: 'Pakai {{value}}', skip: 'Lewati', skipAll: 'Lewati semua', accept: 'Terima', acceptAll: 'Terima semua', fill: 'Isi', clearCell: 'Kosongkan', fillAll: 'Isi semua dengan', fillWith: 'Ganti dengan', fillWithCode: 'Isi dengan kode', proposed: 'Pakai usulan',
      proposedAll: 'Pakai semua usulan', keep: 'Pakai baris ini', readAs: '{{rows}}× ‘{{text}}’ dibaca sebagai {{meant}}', reset: 'Tarik keputusan', filterOff: 'Semua baris',
    },
    rows: {
      row: 'Baris', file: 'File', status: 'Hasil', issues: 'Keterangan', title: 'Baris {{row}}', inFile: 'Di file', read: 'Dibaca sebagai', before: 'Sekarang', empty: 'Tidak ada baris di sini.',
    },
    progress: {
      title: 'Isi data awal', hint: 'Kerjakan dari atas ke bawah: setiap daftar memakai kode dari daftar di atasnya. Unduh templat, isi di Excel, lalu impor. Isian tambahan pabrik dibuat lebih dahulu.',
      done: '{{done}} dari {{all}} daftar sudah terisi', list: 'Daftar', count: 'Jumlah', state: 'Keadaan', filled: 'Terisi', empty: 'Kosong', waits: 'Menunggu {{lists}}',
      template: 'Templat', last: 'Impor terakhir', import: 'Impor', importOf: 'Impor {{target}}', export: 'Ekspor', exportOf: 'Ekspor {{target}}', templateOf: 'Templat {{target}}', exporting: 'Mengekspor', none: 'belum ada',
    },
    history: { title: 'Riwayat impor', empty: 'Belum ada impor', emptyHint: 'Barang, satuan, bagian, lokasi, dan stok awal dapat dimasukkan dari Excel atau CSV. Setiap impor tercatat di sini.', target: 'Data', file: 'File', at: 'Waktu', by: 'Oleh', counts: 'Baru / berubah' },
  },
  en: {
    title: 'Imports',
    newTitle: 'Import {{target}}',
    new: 'New import',
    steps: { file: 'Choose a file', columns: 'Match columns', check: 'Check', done: 'Done' },
    start: {
      what: 'What do you import?', file: 'Excel or CSV file', template: 'No file yet? Download a template:', xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)', templateJob: 'Preparing the template',
      reading: 'Reading the file', likelier: 'The headings of this file fit {{target}} better.', asThat: 'Import as {{target}}', none: 'You do not have permission to import data. An Admin can grant it.',
      hint: 'The first row holds the column headings. Nothing is saved before you have seen what was found.',
    },
    file: {
      title: 'File', rows_one: '{{shown}} row', rows_other: '{{shown}} rows', change: 'Another file', add: 'Add files', remove: 'Remove', removeOf: 'Remove {{name}}', howRead: 'How it is read', sheet: 'Worksheet', delimiter: 'Column separator', headingRow: 'Heading row', decimalMark: 'Decimal mark',
      comma: 'Comma: 1.250,5', point: 'Point: 1,250.5', semicolonMark: 'Semicolon ( ; )', commaMark: 'Comma ( , )', tabMark: 'Tab', barMark: 'Bar ( | )',
      dayOrder: 'Order of dates', dayFirst: 'Day first: 20/11/2026', monthFirst: 'Month first: 11/20/2026',
    },
    about: {
      lineTargets: 'A row for every team and day. Sections, production lines and target rules are made from the same file; days in a row with one target become one rule.',
      openingStock: 'The stock there is when Lantai begins, by item and location. Both must be there already.',
      orderLines: 'Items, quantities and prices of orders that are drafts, by order and item. Both must be there already.',
      boms: 'Tables of BOMs as other programs export them: a row for every component, product and quantity in the first row of a BOM alone. Choose all files of one export together. Items and units that are missing are made from them; a BOM that has changed becomes its next revision, at once in force.',
    },
    replace: {
      open: 'Replace…', some: 'Replace ({{count}})…', of: 'Replace texts of {{field}}', title: 'Replace texts: {{field}}',
      hint: 'Leave empty what is right. Blanks at the ends and upper or lower case make no difference. Replacements are saved with the matching.',
      inFile: 'In the file', count: 'Rows', readAs: 'Read as', as: 'Read as, for ‘{{text}}’', notHere: 'not in this file', other: 'Another text of the file', add: 'Add',
      everywhere: 'Replace in the whole file',
    },
    oddities: {
      blank: '{{rows}} empty (row {{row}})', trimmed: '{{rows}} with blanks at the ends: ‘{{example}}’ (row {{row}})', twins: '{{rows}} spelled otherwise: ‘{{example}}’ (row {{row}})',
      'not-whole': '{{rows}} not whole: {{example}} (row {{row}})', 'not-number': '{{rows}} not a number: ‘{{example}}’ (row {{row}})',
      'month-first': 'the month comes first: {{example}} (row {{row}})', 'mixed-order': 'day and month in mixed order: {{example}} (row {{row}})',
      'far-day': '{{rows}} far from the other dates: {{example}} (row {{row}})',
    },
    mapping: {
      title: 'Which column holds what?', hint: 'What seems to fit is chosen already. Check the samples.', field: 'Field', column: 'Column of the file', samples: 'Samples', skip: 'Not imported',
      constant: 'Fixed value…', constantFor: 'Fixed value for {{field}}', missing: 'Still to match: {{fields}}.',
      lacking: 'New rows will be marked, because there is no {{fields}} yet.', unused: 'Columns that are not imported: {{columns}}', empty: 'empty', saved: 'Saved matchings', save: 'Save this matching',
      name: 'Name of the matching', savedAs: 'Matching “{{name}}” saved', used: 'Matching “{{name}}” used', remove: 'Delete matching {{name}}', none: 'No saved matchings yet', unfit: 'does not fit this file',
    },
    mode: { label: 'If the code is there already', insert: 'Leave it, and add new ones only', update: 'Update it, and add new ones' },
    check: 'Check all rows', checking: 'Checking the rows', deciding: 'Checking again', unmapped: 'The fixed value for {{field}} is not right yet: {{problem}}',
    statuses: { new: 'New', changed: 'Changed', same: 'Same', faulty: 'To decide', skipped: 'Skipped' },
    batchStatuses: { STAGING: 'To be checked again', STAGED: 'Not saved yet', APPLIED: 'Saved', DISCARDED: 'Discarded' },
    batch: {
      subtitle: '{{target}} · {{rows}} rows · {{by}}, {{at}}', apply_one: 'Save {{shown}} row', apply_other: 'Save {{shown}} rows', applyRecords_one: 'Save {{shown}} record', applyRecords_other: 'Save {{shown}} records', appliedRecords_one: '{{shown}} record saved', appliedRecords_other: '{{shown}} records saved', applyNothing: 'Finish, nothing changes', discard: 'Discard', discarded: 'Import {{file}} discarded',
      recheck: 'Check again', waiting_one: 'Decide about {{shown}} row first.', waiting_other: 'Decide about {{shown}} rows first.', ready: 'All rows are ready to be saved.',
      stale: 'Row {{row}} cannot be saved, because its data has changed since the check. Nothing was saved.', cancelledCheck: 'This check was cancelled. Check again to go on.',
      applied_one: '{{shown}} row saved', applied_other: '{{shown}} rows saved', appliedHint: '{{fresh}} new, {{changed}} updated, {{same}} the same, {{skipped}} skipped.', gone: 'This import was discarded. Nothing was saved.',
      keep: 'Another file of this sender soon? Keep how its columns and texts are read.', kept: 'Matching “{{name}}” saved. The next file is read the same way.', open: 'Open {{target}}', again: 'Import again', skippedRows: 'Skipped rows',
    },
    parts: { title: 'What will be saved', file: 'Rows of the file ({{rows}})', part: '{{target}}: {{counts}}', fresh: '{{rows}} new', changed: '{{rows}} changed', nothing: 'no change', firstRow: 'First row', rowCount: 'Rows', lines_one: '{{shown}} component', lines_other: '{{shown}} components', moreChanges: '{{shown}} more' },
    decide: {
      title: 'What was found', notes: 'Notes', clear: 'Nothing is left to decide.', rows_one: '{{shown}} row', rows_other: '{{shown}} rows', more: '{{count}} more',
      use: 'Use {{value}}', skip: 'Skip', skipAll: 'Skip all', accept: 'Accept', acceptAll: 'Accept all', fill: 'Fill', clearCell: 'Leave empty', fillAll: 'Fill all with', fillWith: 'Replace with', fillWithCode: 'Fill with the code', proposed: 'Use the proposal',
      proposedAll: 'Use all proposals', keep: 'Use this row', readAs: '{{rows}}× ‘{{text}}’ read as {{meant}}', reset: 'Take back', filterOff: 'All rows',
    },
    rows: {
      row: 'Row', file: 'File', status: 'Outcome', issues: 'Remarks', title: 'Row {{row}}', inFile: 'In the file', read: 'Read as', before: 'Now', empty: 'No rows here.',
    },
    progress: {
      title: 'Fill the lists', hint: 'Go from top to bottom: each list uses codes of those above it. Download a template, fill it in Excel, and import it. Define extra fields of your own first.',
      done: '{{done}} of {{all}} lists are filled', list: 'List', count: 'Records', state: 'State', filled: 'Filled', empty: 'Empty', waits: 'Waits for {{lists}}',
      template: 'Template', last: 'Last import', import: 'Import', importOf: 'Import {{target}}', export: 'Export', exportOf: 'Export {{target}}', templateOf: 'Template of {{target}}', exporting: 'Exporting', none: 'none yet',
    },
    history: { title: 'Import history', empty: 'No imports yet', emptyHint: 'Items, units, sections, locations and opening stock can be brought in from Excel or CSV. Every import is kept here.', target: 'Data', file: 'File', at: 'Time', by: 'By', counts: 'New / changed' },
  },
})
