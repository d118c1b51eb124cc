import { defineTexts } from '../core/texts.ts'

export const finishedGoodsScreenTexts = defineTexts({
  id: {
    arriving: {
      title: 'Terima barang jadi', subtitle: 'Perintah produksi yang kartonnya sudah dikemas, dan sejauh mana diterima gudang.', empty: 'Belum ada karton yang dikemas', nothing: 'Semua karton sudah diterima.',
      emptyHint: 'Begitu bagian kemas membentuk karton dari hasilnya, perintahnya muncul di sini.', order: 'Perintah produksi', article: 'Artikel', cartons: 'Karton', state: 'Penerimaan', ships: 'Dikirim', shipTo: 'Dikirim sampai',
      states: { PACKING: 'Belum dipindai', SCANNING: 'Sebagian dipindai', COMPLETE: 'Lengkap', POSTED: 'Diterima' }, count: '{{scanned}} dari {{count}}',
    },
    receive: {
      back: 'Semua penerimaan', notFound: 'Belum ada karton untuk perintah ini', notFoundHint: 'Mungkin belum dikemas. Lihat daftar penerimaan.', scan: 'Pindai label tiap karton, atau ketik nomornya.', number: 'Nomor karton', take: 'Catat',
      taken: '{{quantity}}, {{scanned}} dari {{count}}', progress: '{{scanned}} dari {{count}} karton dipindai', complete: 'Semua karton sudah dipindai', incomplete_one: 'Kurang {{count}} karton', incomplete_other: 'Kurang {{count}} karton',
      cartons: 'Karton', missing: 'Belum dipindai', done: 'Sudah dipindai', nothingYet: 'Belum ada yang dipindai.', nothingMissing: 'Tidak ada lagi.', unscan: 'Urungkan', unscanned: 'Pindaian {{number}} dibatalkan',
      recount: 'Isinya lain', recountTitle: 'Isi {{number}}', recountText: 'Menurut label {{quantity}}. Isi yang terhitung, dan sebabnya.', recounted: 'Isi {{number}} dicatat', labelSays: 'menurut label {{quantity}}',
      figures: { ordered: 'Dipesan', packed: 'Dikemas', received: 'Diterima', difference: 'Selisih' },
      obstacles: { cartons: 'Ada karton yang belum dipindai.', packing: 'Pengemasan belum mencapai targetnya.', loose: 'Ada hasil kemas yang belum masuk karton.', pallets: 'Karton belum pas dengan palet penuh: kurang {{count}}.' },
      verdicts: { AUTOMATIC: 'Selisihnya kecil: cukup dengan alasan.', SUPERVISOR: 'Selisih ini diputuskan supervisor.', MANAGER: 'Selisih ini diputuskan Manager.' },
      confirm: 'Terima dan selesaikan', confirmTitle: 'Terima {{number}}', confirmText: 'Barang masuk stok, perintah produksinya selesai, dan SPK serta hasil hariannya dikunci.', place: 'Simpan di', reason: 'Mengapa berbeda', notes: 'Catatan',
      confirmed: '{{number}} diterima, perintah produksinya selesai', asked: '{{number}} diajukan sebagai {{request}}', proposed: 'Diusulkan: tempat artikel ini paling banyak tersimpan.', form: 'Cetak formulir', labels: 'Cetak label karton',
      posted: 'Diterima {{day}} oleh {{name}} di {{place}}', reverse: 'Batalkan penerimaan', reverseTitle: 'Batalkan {{number}}', reverseText: 'Barangnya keluar lagi dari stok, dan perintah produksinya dibuka lagi. Hanya selama belum ada yang dipakai atau dikirim.',
      reversed: '{{number}} dibatalkan', waiting: '{{number}} menunggu keputusan', facts: 'Rincian', beyond: 'Selisihnya di atas toleransi harian.',
    },
    packing: {
      title: 'Karton', none: 'Belum ada karton.', loose: '{{pieces}} belum masuk karton', inCartons: '{{pieces}} di dalam karton', pack: 'Bentuk karton', packTitle: 'Bentuk karton dari {{number}}', full: 'Karton penuh, masing-masing {{pieces}}',
      last: 'Karton terakhir berisi {{pieces}}', lastHint: 'Sesudahnya tidak ada karton lain untuk SPK ini.', packed_one: '{{count}} karton dibentuk', packed_other: '{{count}} karton dibentuk', unpack: 'Bongkar', unpacked: '{{number}} dibongkar',
      labels: 'Cetak label', noPacking: 'Artikel ini belum punya isi per karton. Isi dulu di data barang.', nothingLoose: 'Semua hasil kemas sudah di dalam karton.', partial: 'tidak penuh',
    },
    carton: { back: 'Penerimaan barang jadi', trace: 'Kode telusur', receive: 'Buka penerimaannya', notFound: 'Karton ini tidak ditemukan', notFoundHint: 'Mungkin sudah dibongkar. Cari di daftar penerimaan.', facts: 'Rincian', history: 'Riwayat' },
    voucherDialog: { title: 'Unduh jurnal', text: 'Baris jurnal dari semua perintah produksi yang selesai atau dibatalkan pada hari-hari itu.', from: 'Dari tanggal', to: 'Sampai tanggal', get: 'Unduh CSV', ready_one: '{{count}} baris jurnal diunduh', ready_other: '{{count}} baris jurnal diunduh' },
  },
  en: {
    arriving: {
      title: 'Receive finished goods', subtitle: 'Manufacturing orders whose cartons are packed, and how far the store has received them.', empty: 'No cartons are packed yet', nothing: 'All cartons are received.',
      emptyHint: 'As soon as packing forms cartons of its output, the order is shown here.', order: 'Manufacturing order', article: 'Article', cartons: 'Cartons', state: 'Receiving', ships: 'Ships', shipTo: 'Ships until',
      states: { PACKING: 'Not scanned yet', SCANNING: 'Partly scanned', COMPLETE: 'Complete', POSTED: 'Received' }, count: '{{scanned}} of {{count}}',
    },
    receive: {
      back: 'All receipts', notFound: 'There are no cartons of this order yet', notFoundHint: 'It may not be packed yet. Look at the list of receipts.', scan: 'Scan the label of each carton, or type its number.', number: 'Carton number', take: 'Note it',
      taken: '{{quantity}}, {{scanned}} of {{count}}', progress: '{{scanned}} of {{count}} cartons scanned', complete: 'All cartons are scanned', incomplete_one: '{{count}} carton is missing', incomplete_other: '{{count}} cartons are missing',
      cartons: 'Cartons', missing: 'Not scanned yet', done: 'Scanned', nothingYet: 'Nothing scanned yet.', nothingMissing: 'None left.', unscan: 'Undo', unscanned: 'Scan of {{number}} taken back',
      recount: 'Holds something else', recountTitle: 'Content of {{number}}', recountText: 'Its label says {{quantity}}. What was counted, and why.', recounted: 'Content of {{number}} noted', labelSays: 'its label says {{quantity}}',
      figures: { ordered: 'Ordered', packed: 'Packed', received: 'Received', difference: 'Difference' },
      obstacles: { cartons: 'Some cartons are not scanned yet.', packing: 'Packing has not reached its target.', loose: 'Some of the packing output is in no carton yet.', pallets: 'The cartons do not make whole pallets: {{count}} are missing.' },
      verdicts: { AUTOMATIC: 'A small difference: a reason is enough.', SUPERVISOR: 'This difference is decided by the supervisor.', MANAGER: 'This difference is decided by the manager.' },
      confirm: 'Receive and complete', confirmTitle: 'Receive {{number}}', confirmText: 'The goods come into stock, the manufacturing order is completed, and its work orders and daily output are locked.', place: 'Store at', reason: 'Why it differs', notes: 'Notes',
      confirmed: '{{number}} received, the manufacturing order is completed', asked: '{{number}} asked for as {{request}}', proposed: 'Proposed: where most of this article lies.', form: 'Print the form', labels: 'Print carton labels',
      posted: 'Received on {{day}} by {{name}} at {{place}}', reverse: 'Reverse the receipt', reverseTitle: 'Reverse {{number}}', reverseText: 'The goods leave the stock again and the manufacturing order is reopened. Only while none of them has been used or shipped.',
      reversed: '{{number}} reversed', waiting: '{{number}} is waiting for a decision', facts: 'Details', beyond: 'The difference is above the daily tolerance.',
    },
    packing: {
      title: 'Cartons', none: 'No cartons yet.', loose: '{{pieces}} in no carton yet', inCartons: '{{pieces}} in cartons', pack: 'Form cartons', packTitle: 'Form cartons of {{number}}', full: 'Full cartons of {{pieces}} each',
      last: 'A last carton of {{pieces}}', lastHint: 'No other carton of this work order comes after it.', packed_one: '{{count}} carton formed', packed_other: '{{count}} cartons formed', unpack: 'Unpack', unpacked: '{{number}} unpacked',
      labels: 'Print labels', noPacking: 'This article has no quantity per carton yet. Enter it with the item first.', nothingLoose: 'All of the packing output is in cartons.', partial: 'not full',
    },
    carton: { back: 'Receiving finished goods', trace: 'Trace code', receive: 'Open its receipt', notFound: 'This carton was not found', notFoundHint: 'It may have been unpacked. Look at the list of receipts.', facts: 'Details', history: 'History' },
    voucherDialog: { title: 'Download vouchers', text: 'The voucher lines of all manufacturing orders that were completed or reopened on these days.', from: 'From', to: 'To', get: 'Download CSV', ready_one: '{{count}} voucher line downloaded', ready_other: '{{count}} voucher lines downloaded' },
  },
})
