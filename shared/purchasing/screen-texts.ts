import { defineTexts } from '../core/texts.ts'

/** What the screens of buying say; part of `purchasingTexts`. */
export const purchasingScreenTexts = defineTexts({
  id: {
    orders: {
      title: 'Daftar PO', add: 'Buat PO', edit: 'Ubah {{number}}', empty: 'Belum ada PO', emptyHint: 'Pesanan kain, label, dan aksesori ke pemasok tercatat di sini, dari draf sampai selesai.',
      expected: 'Diharapkan datang', late: 'Terlambat', notLate: 'Tidak terlambat', lines: '{{full}} dari {{count}} baris', lateSince_one: 'Terlambat {{count}} hari', lateSince_other: 'Terlambat {{count}} hari', due: 'Datang {{day}}',
    },
    ofItem: { title: 'Pembelian', open: 'Masih ditunggu', past: 'Sudah datang', empty: 'Barang ini belum pernah dipesan', emptyHint: 'PO yang masih ditunggu serta pemasok dan harga terakhirnya muncul di sini.' },
    board: { title: 'Papan PO', allKinds: 'Semua jenis', empty: 'Kosong', lane: '{{status}}, {{count}} PO', more_one: 'dan {{count}} lagi — lihat daftarnya', more_other: 'dan {{count}} lagi — lihat daftarnya' },
    order: {
      form: 'PO baru', sourceHint: 'PO kain yang dipasangi label ini', weekHint: 'Minggu produksi, misalnya W05-2026', expectedHint: 'Diisi dari waktu tunggu pemasok', goods: 'Barang', facts: 'Rincian', receipts: 'Penerimaan', history: 'Riwayat', attachments: 'Lampiran',
      noReceipts: 'Belum ada barang yang datang.', noLines: 'Belum ada barang. Ubah PO menjadi draf untuk menambahkannya.', notFound: 'PO ini tidak ditemukan', notFoundHint: 'Mungkin sudah dihapus. Cari di daftar PO.', back: 'Semua PO', waiting: '{{number}} menunggu keputusan',
      large: 'PO besar: perlu persetujuan kedua.', unitHint: 'Kosong: satuan barangnya sendiri', removeLine: 'Hapus baris ini', lineRemoved: '{{item}} dihapus dari PO', linesSaved_one: '{{count}} baris disimpan', linesSaved_other: '{{count}} baris disimpan', chooseLine: 'Pilih dulu sel di baris yang sudah disimpan.',
      lineCount_one: '{{count}} baris', lineCount_other: '{{count}} baris',
    },
    acts: {
      approve: 'Setujui', ask: 'Ajukan persetujuan', withdrawApproval: 'Kembalikan ke draf', send: 'Tandai terkirim', withdrawSending: 'Batal kirim', receive: 'Terima barang', close: 'Tutup PO', reopen: 'Buka lagi', cancel: 'Batalkan', delete: 'Hapus', edit: 'Ubah', print: 'Cetak PO',
      alsoFabric: 'Perintah produksi {{made}} ikut dibatalkan. Bila PO ini disetujui lagi, perintah produksi yang baru dibuat.', alsoLabel: 'Perintah produksi {{made}} kembali menunggu label, dengan minggu dan tujuan seperti sebelum label ini.',
      cancelText: 'PO {{number}} ke {{vendor}} tidak jadi dibeli. PO ini masih dapat dibuka lagi.', closeText: 'Masih ada barang {{number}} yang belum datang dan tidak ditunggu lagi.', deleteText: 'PO {{number}} ke {{vendor}} hilang dari daftar. Yang bukan Admin mengajukan dulu.', askText: 'Yang berhak akan diberi tahu bahwa {{number}} ke {{vendor}} menunggu persetujuan.',
    },
    done: {
      created: '{{number}} dibuat', approved: '{{number}} disetujui', asked: '{{number}} diajukan sebagai {{request}}', draft: '{{number}} kembali menjadi draf', sent: '{{number}} ditandai terkirim', unsent: '{{number}} kembali ke disetujui', closed: '{{number}} selesai',
      reopened: '{{number}} dibuka lagi', cancelled: '{{number}} dibatalkan', deleted: '{{number}} dihapus', received: '{{number}} diterima untuk {{order}}', reversed: '{{number}} dibatalkan, stok kembali ke pemasok', marked: 'Nilai {{vendor}} disimpan',
    },
    receiving: {
      title: 'Terima barang PO', hint: 'Pindai nomor PO atau pilih dari daftar.', empty: 'Tidak ada kiriman yang ditunggu', emptyHint: 'PO yang sudah disetujui muncul di sini sampai semua barangnya datang.', of: 'Terima {{number}}', from: 'Dari {{vendor}}',
      place: 'Masuk ke', deliveryNote: 'Surat jalan pemasok', arrived: 'Datang sekarang', supplierLot: 'Lot pemasok', expiresOn: 'Kedaluwarsa', all: 'Isi semua sisa', post: 'Bukukan', split: 'Pisah lot', rowPlace: 'Tempat lain', rowPlaceHint: 'Kosong: seperti “Masuk ke” di atas', scanHint: 'Pindai barangnya, lalu ketik jumlahnya.', nothing: 'Isi jumlah paling sedikit satu barang.',
      choosePlace: 'Pilih gudang dulu.', taken: '{{item}}: ketik jumlahnya', ask: 'Ajukan persetujuan', askTitle: 'Terima kelebihan kirim?', askText: 'Barang dibukukan begitu disetujui. Tulis mengapa diterima.', remark: 'Keterangan', tooMuch: 'Yang datang melebihi pesanan dan kelonggaran {{tolerance}}. Kurangi jumlahnya, atau ajukan persetujuan.', more: 'Lebih {{quantity}} {{unit}} dari pesanan', rowsMore: '{{item}}: baris-barisnya bersama-sama {{quantity}} {{unit}} lebih banyak dari pesanan.', complete: 'Lengkap', gone: 'PO ini tidak menunggu barang',
      count_one: '{{count}} barang diisi', count_other: '{{count}} barang diisi', undo: 'Salah entri, langsung dibatalkan',
    },
    receipts: {
      title: 'Penerimaan barang', empty: 'Belum ada penerimaan', emptyHint: 'Setiap kiriman pemasok yang diterima tercatat di sini dengan lotnya.', day: 'Diterima', number: 'Nomor', order: 'PO', place: 'Gudang', deliveryNote: 'Surat jalan', onTime: 'Tepat waktu', late: 'Terlambat', lots: 'Lot', reverse: 'Batalkan penerimaan',
      reverseTitle: 'Batalkan {{number}}?', reverseText: 'Semua barang kiriman ini kembali ke pemasok. Bisa selama belum ada yang dipakai atau dipindahkan.', by: 'Diterima oleh', reversedBy: 'Dibatalkan oleh {{name}}: {{reason}}',
    },
    vendors: {
      title: 'Nilai pemasok', subtitle: 'Mutu 35 %, ketepatan waktu 30 %, harga 20 %, tanggapan 10 %, keluwesan 5 %.', months: 'Jangka waktu', span: '{{count}} bulan terakhir', empty: 'Belum ada nilai', emptyHint: 'Nilai muncul begitu ada kiriman dan penilaian bulanan.', mark: 'Beri nilai',
      markTitle: 'Nilai {{vendor}}', month: 'Bulan', receipts: '{{onTime}} dari {{count}} kiriman tepat waktu', noReceipts: 'tidak ada kiriman', monthly: 'Per bulan', incomplete: 'Belum lengkap: perlu nilai dan kiriman pada jangka waktu ini.', of: '{{score}} dari 100', open: 'Lihat PO-nya',
    },
  },
  en: {
    orders: {
      title: 'Purchase orders', add: 'New order', edit: 'Edit {{number}}', empty: 'No purchase orders yet', emptyHint: 'Orders of fabric, labels and accessories are kept here, from the draft to the end.',
      expected: 'Expected', late: 'Late', notLate: 'Not late', lines: '{{full}} of {{count}} lines', lateSince_one: '{{count}} day late', lateSince_other: '{{count}} days late', due: 'Due {{day}}',
    },
    ofItem: { title: 'Purchases', open: 'Still to come', past: 'Has come', empty: 'This item was never ordered', emptyHint: 'Orders that are awaited, and who sold it last at what price, are shown here.' },
    board: { title: 'Order board', allKinds: 'All kinds', empty: 'Empty', lane: '{{status}}, {{count}} orders', more_one: 'and {{count}} more — see the list', more_other: 'and {{count}} more — see the list' },
    order: {
      form: 'New purchase order', sourceHint: 'The fabric order these labels belong to', weekHint: 'Week of production, such as W05-2026', expectedHint: 'From the vendor’s lead time', goods: 'Goods', facts: 'Details', receipts: 'Receipts', history: 'History', attachments: 'Attachments',
      noReceipts: 'Nothing has come yet.', noLines: 'No goods yet. Make it a draft again to add some.', notFound: 'This order was not found', notFoundHint: 'It may have been deleted. Look for it in the list.', back: 'All orders', waiting: '{{number}} is waiting for a decision',
      large: 'A large order: it needs a second approval.', unitHint: 'Empty: the item’s own unit', removeLine: 'Remove this line', lineRemoved: '{{item}} removed from the order', linesSaved_one: '{{count}} line saved', linesSaved_other: '{{count}} lines saved', chooseLine: 'First choose a cell of a line that is saved.',
      lineCount_one: '{{count}} line', lineCount_other: '{{count}} lines',
    },
    acts: {
      approve: 'Approve', ask: 'Ask for approval', withdrawApproval: 'Back to draft', send: 'Mark as sent', withdrawSending: 'Not sent after all', receive: 'Receive goods', close: 'Close order', reopen: 'Open again', cancel: 'Cancel', delete: 'Delete', edit: 'Edit', print: 'Print order',
      alsoFabric: 'Manufacturing order {{made}} is cancelled with it. Once this order is approved again, a new one is made.', alsoLabel: 'Manufacturing order {{made}} waits for labels again, with the week and destination it had before these.',
      cancelText: 'Order {{number}} to {{vendor}} will not be bought. It can be opened again.', closeText: 'Some goods of {{number}} have not come and are no longer awaited.', deleteText: 'Order {{number}} to {{vendor}} leaves the list. Who is no Admin asks for it first.', askText: 'Whoever may approve is told that {{number}} to {{vendor}} is waiting.',
    },
    done: {
      created: '{{number}} created', approved: '{{number}} approved', asked: '{{number}} asked for as {{request}}', draft: '{{number}} is a draft again', sent: '{{number}} marked as sent', unsent: '{{number}} is back to approved', closed: '{{number}} is done',
      reopened: '{{number}} opened again', cancelled: '{{number}} cancelled', deleted: '{{number}} deleted', received: '{{number}} received for {{order}}', reversed: '{{number}} reversed, the stock went back to the vendor', marked: 'Marks of {{vendor}} saved',
    },
    receiving: {
      title: 'Receive orders', hint: 'Scan the number of an order, or choose one.', empty: 'No deliveries are awaited', emptyHint: 'Approved orders stand here until all of their goods have come.', of: 'Receive {{number}}', from: 'From {{vendor}}',
      place: 'Into', deliveryNote: 'Vendor’s delivery note', arrived: 'Came now', supplierLot: 'Vendor’s lot', expiresOn: 'Expires', all: 'Fill in all that is left', post: 'Post', split: 'Split by lot', rowPlace: 'Other place', rowPlaceHint: 'Empty: the place above', scanHint: 'Scan the item, then type the quantity.', nothing: 'Enter the quantity of at least one item.',
      choosePlace: 'Choose the store first.', taken: '{{item}}: type the quantity', ask: 'Ask for approval', askTitle: 'Take in more than ordered?', askText: 'The goods are posted once it is approved. Say why they are taken in.', remark: 'Remark', tooMuch: 'More came than the order and its tolerance of {{tolerance}} allow. Lower the quantity, or ask for approval.', more: '{{quantity}} {{unit}} more than ordered', rowsMore: '{{item}}: its rows together are {{quantity}} {{unit}} more than was ordered.', complete: 'Complete', gone: 'This order awaits no goods',
      count_one: '{{count}} item entered', count_other: '{{count}} items entered', undo: 'Undone right after it was entered',
    },
    receipts: {
      title: 'Receipts of goods', empty: 'No receipts yet', emptyHint: 'Every delivery that was taken in is kept here with its lots.', day: 'Received', number: 'Number', order: 'Order', place: 'Store', deliveryNote: 'Delivery note', onTime: 'On time', late: 'Late', lots: 'Lots', reverse: 'Reverse the receipt',
      reverseTitle: 'Reverse {{number}}?', reverseText: 'All goods of this delivery go back to the vendor. Possible as long as none of them was used or moved.', by: 'Received by', reversedBy: 'Reversed by {{name}}: {{reason}}',
    },
    vendors: {
      title: 'Vendor scores', subtitle: 'Quality 35 %, punctuality 30 %, price 20 %, responsiveness 10 %, flexibility 5 %.', months: 'Span', span: 'Last {{count}} months', empty: 'No scores yet', emptyHint: 'Scores appear once there are deliveries and monthly marks.', mark: 'Enter marks',
      markTitle: 'Marks of {{vendor}}', month: 'Month', receipts: '{{onTime}} of {{count}} deliveries on time', noReceipts: 'no deliveries', monthly: 'Month by month', incomplete: 'Not complete: it takes marks and deliveries in this span.', of: '{{score}} of 100', open: 'See the orders',
    },
  },
})
