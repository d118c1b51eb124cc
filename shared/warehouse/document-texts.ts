import { defineTexts } from '../core/texts.ts'

export const documentTexts = defineTexts({
  id: {
    title: 'Dokumen stok', one: 'Dokumen stok', list: 'Daftar dokumen stok', back: 'Semua dokumen', add: 'Dokumen baru', addTitle: 'Dokumen stok baru', edit: 'Ubah kepala dokumen', make: 'Buat, lalu isi barang',
    hint: 'Beberapa barang sekaligus: diisi sebagai draf, dibukukan utuh, dan dapat dibatalkan utuh.',
    views: { all: 'Semua', drafts: 'Draf' }, none: { all: 'Belum ada dokumen stok', drafts: 'Tidak ada dokumen yang masih draf' }, emptyHint: 'Untuk terima, pindah, keluar, atau sesuaikan beberapa barang sekaligus dengan satu nomor. Untuk satu barang saja, pakai tombol di halaman Stok.',
    notFound: 'Dokumen ini tidak ditemukan', notFoundHint: 'Alamatnya mungkin salah ketik, atau drafnya sudah dihapus.',
    kinds: { RECEIPT: 'Terima', TRANSFER: 'Pindah', ISSUE: 'Keluar', ADJUSTMENT: 'Sesuaikan' },
    kindHints: {
      RECEIPT: 'Barang masuk tanpa pesanan pembelian; yang dipesan diterima di layar Terima barang.', TRANSFER: 'Dari satu lokasi ke lokasi lain.', ISSUE: 'Keluar dari stok: dipakai, dikirim, atau dibuang.',
      ADJUSTMENT: 'Buku disamakan dengan hasil hitung. Yang tidak boleh mengubah buku mengajukannya dulu.',
    },
    statuses: { DRAFT: 'Draf', POSTED: 'Dibukukan', REVERSED: 'Dibatalkan' },
    kind: 'Jenis', goods: 'Barang', items: 'Isi', partner: 'Pemasok', reference: 'Nomor surat jalan / rujukan', reason: 'Alasan penyesuaian', placeHint: 'Berlaku untuk baris yang lokasinya dikosongkan.', linePlaces: 'Lokasi',
    place: 'Lokasi yang dihitung', lot: 'Lot', lotHint: 'Kosong: lot yang masuk lebih dulu', unitHint: 'Kosong: satuan barangnya', linePlaceHint: 'Kosong: lokasi dokumen', createdBy: 'Dibuat oleh', postedBy: 'Dibukukan oleh', reversedBy: 'Dibatalkan oleh',
    reverseReason: 'Alasan pembatalan', lineCount: 'Jumlah baris', created: 'Dibuat', more_one: '{{name}} dan {{count}} lagi', more_other: '{{name}} dan {{count}} lagi', noLines: 'Belum ada barang', inStock: 'Ada di sana', books: 'Buku', booksMoved: 'buku kini {{quantity}}',
    removeLine: 'Hapus baris', chooseLine: 'Pilih dulu baris tersimpan yang akan dihapus.', lineRemoved: 'Baris {{item}} dihapus',
    saveFirst: 'Simpan barisnya dulu (Ctrl+Enter), lalu bukukan.', refused_one: 'Tidak ada yang dibukukan: {{count}} baris ditolak.', refused_other: 'Tidak ada yang dibukukan: {{count}} baris ditolak.', refusedLine: 'Baris {{line}}, {{item}}: {{why}}',
    readBooks: 'Ambil angka buku yang baru', booksRead: 'Angka buku diperbarui. Periksa lagi hitungannya, lalu bukukan.', booksHaveMoved: 'Angka buku berubah sejak baris ini diisi. Periksa lagi di rak, lalu ambil angka buku yang baru.',
    waits: 'Menunggu persetujuan {{number}}', asksFirst: 'Dokumen ini diajukan dulu dan dibukukan setelah disetujui.', facts: 'Tentang dokumen', history: 'Riwayat', attachments: 'Lampiran', attachmentsOf: 'Lampiran {{number}}', moves: 'Mutasi', moveOfLine: 'Mutasi {{seq}}', agrees: 'cocok',
    acts: { post: 'Bukukan', ask: 'Ajukan', reverse: 'Batalkan dokumen', delete: 'Hapus draf', edit: 'Ubah', print: 'Cetak' },
    reverseTitle: 'Batalkan {{number}}?', reverseText: 'Semua barang kembali ke tempat asalnya, lot yang sama. Dokumennya tetap terlihat.', deleteTitle: 'Hapus draf {{number}}?', deleteText: 'Baris-barisnya ikut terhapus. Nomornya tidak dipakai lagi.',
    done: { posted: '{{number}} dibukukan', asked: '{{number}} diajukan sebagai {{request}}', reversed: '{{number}} dibatalkan, barang kembali ke asalnya', deleted: 'Draf {{number}} dihapus', saved: '{{number}} disimpan' },
    undo: 'Dibatalkan segera setelah dibukukan', keys: { title: 'Dokumen stok', post: 'B' }, postTip: '{{act}} — Alt+{{key}}',
    papers: { RECEIPT: 'Bukti terima barang', TRANSFER: 'Bukti pindah barang', ISSUE: 'Bukti barang keluar', ADJUSTMENT: 'Berita acara penyesuaian stok' },
    paper: { line: 'No', brought: 'Diantar oleh', received: 'Diterima oleh', gave: 'Diserahkan oleh', took: 'Diambil oleh' },
  },
  en: {
    title: 'Stock documents', one: 'Stock document', list: 'List of stock documents', back: 'All documents', add: 'New document', addTitle: 'New stock document', edit: 'Change the head of the document', make: 'Create, then enter goods',
    hint: 'Several items at once: typed as a draft, posted whole, and reversed whole.',
    views: { all: 'All', drafts: 'Drafts' }, none: { all: 'No stock documents yet', drafts: 'No document is still a draft' }, emptyHint: 'To receive, move, issue or adjust several items at once under one number. For a single item use the buttons of the stock page.',
    notFound: 'This document was not found', notFoundHint: 'The address may be mistyped, or the draft was deleted.',
    kinds: { RECEIPT: 'Receipt', TRANSFER: 'Transfer', ISSUE: 'Issue', ADJUSTMENT: 'Adjustment' },
    kindHints: {
      RECEIPT: 'Goods that come in without a purchase order; those of an order are taken in on the receiving screen.', TRANSFER: 'From one location to another.', ISSUE: 'Out of stock: used, sent, or thrown away.',
      ADJUSTMENT: 'Sets the books to what was counted. Who may not correct the books asks first.',
    },
    statuses: { DRAFT: 'Draft', POSTED: 'Posted', REVERSED: 'Reversed' },
    kind: 'Kind', goods: 'Goods', items: 'Contents', partner: 'Supplier', reference: 'Delivery note / reference', reason: 'Reason of the adjustment', placeHint: 'Of lines whose location is left empty.', linePlaces: 'Location',
    place: 'Counted location', lot: 'Lot', lotHint: 'Empty: the lot that came in first', unitHint: 'Empty: the item’s unit', linePlaceHint: 'Empty: the document’s location', createdBy: 'Created by', postedBy: 'Posted by', reversedBy: 'Reversed by',
    reverseReason: 'Reason of the reversal', lineCount: 'Number of lines', created: 'Created', more_one: '{{name}} and {{count}} more', more_other: '{{name}} and {{count}} more', noLines: 'No goods yet', inStock: 'In stock there', books: 'Books', booksMoved: 'books now {{quantity}}',
    removeLine: 'Remove line', chooseLine: 'First choose a saved line to remove.', lineRemoved: 'Line {{item}} removed',
    saveFirst: 'Save the lines first (Ctrl+Enter), then post.', refused_one: 'Nothing was posted: {{count}} line was refused.', refused_other: 'Nothing was posted: {{count}} lines were refused.', refusedLine: 'Line {{line}}, {{item}}: {{why}}',
    readBooks: 'Take the new book figures', booksRead: 'The book figures are up to date. Check the count again, then post.', booksHaveMoved: 'The books have changed since this line was entered. Look at the shelf again, then take the new book figures.',
    waits: 'Waits for approval {{number}}', asksFirst: 'This document is asked for first, and posted once it is approved.', facts: 'About the document', history: 'History', attachments: 'Attachments', attachmentsOf: 'Attachments of {{number}}', moves: 'Moves', moveOfLine: 'Move {{seq}}', agrees: 'agrees',
    acts: { post: 'Post', ask: 'Ask for approval', reverse: 'Reverse the document', delete: 'Delete the draft', edit: 'Change', print: 'Print' },
    reverseTitle: 'Reverse {{number}}?', reverseText: 'All goods go back to where they came from, the very lots. The document stays in sight.', deleteTitle: 'Delete draft {{number}}?', deleteText: 'Its lines go with it. The number is not used again.',
    done: { posted: '{{number}} posted', asked: '{{number}} asked for as {{request}}', reversed: '{{number}} reversed, the goods went back', deleted: 'Draft {{number}} deleted', saved: '{{number}} saved' },
    undo: 'Undone right after it was posted', keys: { title: 'Stock documents', post: 'P' }, postTip: '{{act}} — Alt+{{key}}',
    papers: { RECEIPT: 'Goods received note', TRANSFER: 'Transfer note', ISSUE: 'Issue note', ADJUSTMENT: 'Stock adjustment record' },
    paper: { line: 'No', brought: 'Brought by', received: 'Received by', gave: 'Handed over by', took: 'Taken by' },
  },
})

export const documentIssues = defineTexts({
  id: {
    'gone-on': 'Barang ini sudah berlanjut: di {{location}} tinggal {{available}} {{unit}} yang bebas, padahal {{requested}} {{unit}} harus kembali. Kembalikan dulu yang terjadi sesudahnya.',
    'lot-gone-on': 'Barang ini sudah berlanjut: dari lot {{lot}} di {{location}} tinggal {{available}} {{unit}} yang bebas, padahal {{requested}} {{unit}} harus kembali. Kembalikan dulu yang terjadi sesudahnya.',
    'no-lines': 'Dokumen ini belum berisi barang. Isi minimal satu baris, simpan, lalu bukukan.', 'adjustment-reason': 'Tulis alasan penyesuaian di kepala dokumen dulu (tombol Ubah).',
    'books-moved': 'Angka buku berubah sejak baris ini diisi. Periksa lagi di rak, lalu ambil angka buku yang baru.', 'no-place': 'Lokasinya belum dipilih. Pilih di baris ini, atau di kepala dokumen.',
  },
  en: {
    'gone-on': 'These goods have gone on: only {{available}} {{unit}} are free at {{location}}, and {{requested}} {{unit}} would have to go back. First take back what happened afterwards.',
    'lot-gone-on': 'These goods have gone on: of lot {{lot}} at {{location}} only {{available}} {{unit}} are free, and {{requested}} {{unit}} would have to go back. First take back what happened afterwards.',
    'no-lines': 'Nothing stands in this document. Enter at least one line, save, then post.', 'adjustment-reason': 'First write the reason of the adjustment into the head of the document (button Change).',
    'books-moved': 'The books have changed since this line was entered. Look at the shelf again, then take the new book figures.', 'no-place': 'No location is chosen. Choose one on this line, or in the head of the document.',
  },
})
