import { defineTexts } from './texts.ts'

/** What the entry grid says. */
export const gridTexts = defineTexts({
  id: {
    grid: {
      lines: { remove: 'Hapus baris tersimpan', choose: 'Pilih dulu sel di baris yang sudah disimpan.', removed: 'Baris {{item}} dihapus' },
      rowNumber: 'Baris', row: 'Baris {{row}}', cell: '{{column}}, baris {{row}}', place: 'Baris {{row}} · {{column}}', unsavedRow: 'Baris {{row}}, belum disimpan', faultyRow: 'Baris {{row}}, ada yang salah',
      conflictRow: 'Baris {{row}}, diubah orang lain', pending: 'sedang dicari…', invalid: 'salah: {{text}}',
      issues: {
        twice: 'Sama dengan baris {{rows}}. Pertahankan satu saja.', notYesNo: 'Isi Ya atau Tidak.', unknown: '“{{typed}}” tidak dikenal. Pilih dari daftar, atau periksa ejaannya.',
        severalNamed: 'Beberapa data bernama “{{typed}}”. Isi kodenya.', inactive: '{{typed}} sudah dinonaktifkan. Pilih yang lain.',
        conflict: 'Orang lain sudah mengubah isi ini. Pilih isi mereka atau isi Anda.',
      },
      tools: {
        label: 'Alat tabel', undo: 'Urungkan', redo: 'Ulangi', insertRows: 'Sisipkan baris', removeRows: 'Hapus baris', copyWithHeadings: 'Salin dengan judul kolom', keys: 'Daftar tombol', more: 'Lainnya',
        save: 'Simpan', saveRows_one: 'Simpan {{count}} baris', saveRows_other: 'Simpan {{count}} baris', tip: '{{act}} — {{key}}',
        faults_one: '{{count}} salah', faults_other: '{{count}} salah', faultList: 'Yang harus diperbaiki', nextFault: 'Ke kesalahan berikutnya', moreFaults_one: 'dan {{count}} lagi', moreFaults_other: 'dan {{count}} lagi',
      },
      status: {
        rows_one: '{{count}} baris', rows_other: '{{count}} baris', unsaved_one: '{{count}} belum disimpan', unsaved_other: '{{count}} belum disimpan', selected: '{{rows}} × {{columns}} sel dipilih',
        sum: 'Jumlah {{sum}}', conflictValue: 'Isi mereka: {{theirs}}', useTheirs: 'Pakai isi mereka', useMine: 'Pakai isi saya',
      },
      notices: {
        pasted_one: '{{count}} baris ditempel.', pasted_other: '{{count}} baris ditempel.', faulty_one: '{{count}} sel belum benar — isinya tetap ada, perbaiki di sana (F8).',
        faulty_other: '{{count}} sel belum benar — isinya tetap ada, perbaiki di sana (F8).', surplus_one: '{{count}} isian di kanan tidak punya kolom, jadi tidak ditempel: {{texts}}',
        surplus_other: '{{count}} isian di kanan tidak punya kolom, jadi tidak ditempel: {{texts}}', locked_one: '{{count}} sel tidak dapat diisi, jadi dibiarkan.', locked_other: '{{count}} sel tidak dapat diisi, jadi dibiarkan.',
        heading: 'Baris judul dilewati.', ambiguous_one: '{{count}} angka seperti “{{text}}” dibaca {{read}}.', ambiguous_other: '{{count}} angka seperti “{{text}}” dibaca {{read}}.', readOtherwise: 'Baca sebagai {{read}}',
        tooManyRows: 'Tidak ada yang ditempel: {{rows}} baris tidak muat, di sini masih ada tempat untuk {{room}} baris. Bagi menjadi beberapa kali.',
        copied_one: '{{count}} sel disalin.', copied_other: '{{count}} sel disalin.', cleared_one: '{{count}} sel dikosongkan.', cleared_other: '{{count}} sel dikosongkan.', filled_one: '{{count}} sel diisi.', filled_other: '{{count}} sel diisi.',
        inserted_one: '{{count}} baris disisipkan.', inserted_other: '{{count}} baris disisipkan.', removed_one: '{{count}} baris dihapus dari tabel.', removed_other: '{{count}} baris dihapus dari tabel.',
        kept: 'Baris yang sudah tersimpan tidak dihapus dari sini.', undone: 'Diurungkan.', redone: 'Diulangi.', nothingToUndo: 'Tidak ada yang dapat diurungkan.', nothingToRedo: 'Tidak ada yang dapat diulangi.',
        saved_one: '{{count}} baris disimpan.', saved_other: '{{count}} baris disimpan.', faults_one: 'Belum disimpan: {{count}} kesalahan harus diperbaiki dahulu.', faults_other: 'Belum disimpan: {{count}} kesalahan harus diperbaiki dahulu.',
        nothingToSave: 'Tidak ada yang perlu disimpan.', searching: 'Kode sedang dicari di host…',
      },
      draft: {
        found_one: 'Ada {{count}} baris yang belum disimpan dari {{at}}, tersimpan di komputer ini.', found_other: 'Ada {{count}} baris yang belum disimpan dari {{at}}, tersimpan di komputer ini.',
        use: 'Lanjutkan', discard: 'Buang', left_one: '{{count}} baris belum disimpan. Isinya dijaga di komputer ini.', left_other: '{{count}} baris belum disimpan. Isinya dijaga di komputer ini.', back: 'Kembali ke isian',
      },
      keys: {
        moving: 'Dalam tabel: pindah dan pilih', entering: 'Dalam tabel: isi', move: 'Pindah sel', extend: 'Perluas pilihan', enter: 'Lanjut ke bawah', enterBack: 'Kembali ke atas', tab: 'Ke sel isian berikutnya', tabBack: 'Ke sel isian sebelumnya', rowEnds: 'Awal / akhir baris',
        gridEnds: 'Awal / akhir tabel', edges: 'Ke ujung isian', pages: 'Satu layar', selectAll: 'Pilih semua', selectRows: 'Pilih baris', selectColumns: 'Pilih kolom', edit: 'Ubah isi sel', cancel: 'Batalkan isian sel',
        clear: 'Kosongkan', open: 'Buka pilihan', toggle: 'Centang', today: 'Tanggal hari ini', clipboard: 'Salin, potong, tempel (Excel)', copyWithHeadings: 'Salin dengan judul', fillDown: 'Isi ke bawah', fillRight: 'Isi ke kanan',
        undo: 'Urungkan', redo: 'Ulangi', insertRows: 'Sisipkan baris', removeRows: 'Hapus baris', nextFault: 'Kesalahan berikutnya', save: 'Simpan', leave: 'Keluar dari tabel',
      },
    },
  },
  en: {
    grid: {
      lines: { remove: 'Remove saved line', choose: 'First choose a cell of a line that is saved.', removed: 'Line {{item}} removed' },
      rowNumber: 'Row', row: 'Row {{row}}', cell: '{{column}}, row {{row}}', place: 'Row {{row}} · {{column}}', unsavedRow: 'Row {{row}}, not saved', faultyRow: 'Row {{row}}, has faults',
      conflictRow: 'Row {{row}}, changed by somebody else', pending: 'being looked up…', invalid: 'wrong: {{text}}',
      issues: {
        twice: 'The same as row {{rows}}. Keep one of them.', notYesNo: 'Enter Yes or No.', unknown: '“{{typed}}” is not known. Choose from the list, or check the spelling.',
        severalNamed: 'Several records are called “{{typed}}”. Enter the code.', inactive: '{{typed}} is inactive. Choose another one.',
        conflict: 'Somebody else has changed this. Choose theirs or yours.',
      },
      tools: {
        label: 'Tools of the table', undo: 'Undo', redo: 'Redo', insertRows: 'Insert rows', removeRows: 'Remove rows', copyWithHeadings: 'Copy with column titles', keys: 'List of keys', more: 'More',
        save: 'Save', saveRows_one: 'Save {{count}} row', saveRows_other: 'Save {{count}} rows', tip: '{{act}} — {{key}}',
        faults_one: '{{count}} fault', faults_other: '{{count}} faults', faultList: 'To be corrected', nextFault: 'To the next fault', moreFaults_one: 'and {{count}} more', moreFaults_other: 'and {{count}} more',
      },
      status: {
        rows_one: '{{count}} row', rows_other: '{{count}} rows', unsaved_one: '{{count}} not saved', unsaved_other: '{{count}} not saved', selected: '{{rows}} × {{columns}} cells selected',
        sum: 'Sum {{sum}}', conflictValue: 'Theirs: {{theirs}}', useTheirs: 'Use theirs', useMine: 'Use mine',
      },
      notices: {
        pasted_one: '{{count}} row pasted.', pasted_other: '{{count}} rows pasted.', faulty_one: '{{count}} cell is not right yet — it keeps its text, correct it there (F8).',
        faulty_other: '{{count}} cells are not right yet — they keep their text, correct them there (F8).', surplus_one: '{{count}} entry on the right has no column and was not pasted: {{texts}}',
        surplus_other: '{{count}} entries on the right have no column and were not pasted: {{texts}}', locked_one: '{{count}} cell cannot be written and was left.', locked_other: '{{count}} cells cannot be written and were left.',
        heading: 'The row of titles was skipped.', ambiguous_one: '{{count}} number like “{{text}}” was read as {{read}}.', ambiguous_other: '{{count}} numbers like “{{text}}” were read as {{read}}.', readOtherwise: 'Read as {{read}}',
        tooManyRows: 'Nothing was pasted: {{rows}} rows do not fit, there is room for {{room}} here. Split them into parts.',
        copied_one: '{{count}} cell copied.', copied_other: '{{count}} cells copied.', cleared_one: '{{count}} cell cleared.', cleared_other: '{{count}} cells cleared.', filled_one: '{{count}} cell filled.', filled_other: '{{count}} cells filled.',
        inserted_one: '{{count}} row inserted.', inserted_other: '{{count}} rows inserted.', removed_one: '{{count}} row removed from the table.', removed_other: '{{count}} rows removed from the table.',
        kept: 'Rows that are saved already are not removed here.', undone: 'Undone.', redone: 'Redone.', nothingToUndo: 'There is nothing to undo.', nothingToRedo: 'There is nothing to redo.',
        saved_one: '{{count}} row saved.', saved_other: '{{count}} rows saved.', faults_one: 'Not saved: {{count}} fault has to be corrected first.', faults_other: 'Not saved: {{count}} faults have to be corrected first.',
        nothingToSave: 'There is nothing to save.', searching: 'Codes are being looked up at the host…',
      },
      draft: {
        found_one: '{{count}} unsaved row of {{at}} is kept on this computer.', found_other: '{{count}} unsaved rows of {{at}} are kept on this computer.',
        use: 'Go on', discard: 'Discard', left_one: '{{count}} row is not saved. It is kept on this computer.', left_other: '{{count}} rows are not saved. They are kept on this computer.', back: 'Back to the entry',
      },
      keys: {
        moving: 'In a table: move and select', entering: 'In a table: enter', move: 'Move between cells', extend: 'Extend the selection', enter: 'Go on below', enterBack: 'Back above', tab: 'To the next entry cell', tabBack: 'To the entry cell before', rowEnds: 'Start / end of the row',
        gridEnds: 'Start / end of the table', edges: 'To the edge of the entries', pages: 'One screen', selectAll: 'Select all', selectRows: 'Select the rows', selectColumns: 'Select the columns', edit: 'Edit the cell', cancel: 'Undo the cell’s entry',
        clear: 'Clear', open: 'Open the choices', toggle: 'Tick', today: 'Today’s date', clipboard: 'Copy, cut, paste (Excel)', copyWithHeadings: 'Copy with titles', fillDown: 'Fill down', fillRight: 'Fill right',
        undo: 'Undo', redo: 'Redo', insertRows: 'Insert rows', removeRows: 'Remove rows', nextFault: 'Next fault', save: 'Save', leave: 'Leave the table',
      },
    },
  },
})
