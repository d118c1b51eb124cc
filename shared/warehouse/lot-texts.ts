import { defineTexts } from '../core/texts.ts'

export const lotTexts = defineTexts({
  id: {
    title: 'Lot', list: 'Daftar lot', of: 'Lot', lot: 'Lot', received: 'Diterima', expires: 'Kedaluwarsa', supplierLot: 'Lot pemasok', partner: 'Pemasok',
    unitCost: 'Harga per satuan', origin: 'Dari dokumen', notes: 'Catatan',
    expiry: { EXPIRED: 'Sudah lewat', SOON: 'Segera', FINE: 'Masih lama' }, expiryFilter: 'Kedaluwarsa', never: 'tidak kedaluwarsa',
    views: { all: 'Semua lot', expiring: 'Kedaluwarsa', slow: 'Stok lambat' },
    none: { expiring: 'Tidak ada lot yang kedaluwarsa atau segera kedaluwarsa', slow: 'Tidak ada lot yang sudah lebih dari {{days}} hari' },
    noneHint: {
      expiring: 'Berapa hari sebelumnya Anda diingatkan, diatur di Pengaturan › Gudang.',
      slow: 'Lot yang masih ada lebih dari {{days}} hari sejak diterima muncul di sini, yang terlama dulu. Batasnya diatur di Pengaturan › Gudang.',
    },
    empty: 'Belum ada lot', emptyHint: 'Setiap barang yang diterima menjadi lot sendiri, dengan hari diterima, kedaluwarsa, dan lot pemasoknya.',
    notFound: 'Lot ini tidak ditemukan', notFoundHint: 'Labelnya mungkin dari pabrik lain. Cari lotnya di daftar lot.', back: 'Semua lot',
    toItem: 'Kartu stok barang', places: 'Ada di', gone: 'Tidak ada sisanya lagi.', moves: 'Mutasi lot ini',
    edit: 'Ubah keterangan', editTitle: 'Keterangan lot {{code}}', history: 'Riwayat', attachments: 'Lampiran',
    chosen: 'Lot', oldestFirst: 'Lot terlama dulu ({{lot}})', option: '{{lot}} — {{quantity}}, diterima {{day}}',
    optionExpiry: '{{lot}} — {{quantity}}, kedaluwarsa {{day}}', ofLot: 'Dari lot ini tersedia {{quantity}}',
    scanned: 'Lot {{lot}}: {{item}}', elsewhere: 'Lot {{lot}} tidak ada di lokasi yang dapat dipilih.', cartonScanned: '{{item}}: {{quantity}}',
    inMove: 'Lot yang dipindahkan', details: 'Kedaluwarsa, pemasok, dan label', label: 'Cetak label setelah diterima', quantity: 'Stok',
  },
  en: {
    title: 'Lots', list: 'Lots', of: 'Lots', lot: 'Lot', received: 'Received', expires: 'Expires', supplierLot: 'Supplier’s lot', partner: 'Supplier',
    unitCost: 'Cost of a unit', origin: 'From document', notes: 'Notes',
    expiry: { EXPIRED: 'Expired', SOON: 'Soon', FINE: 'Not soon' }, expiryFilter: 'Expiry', never: 'does not expire',
    views: { all: 'All lots', expiring: 'Expiring', slow: 'Slow stock' },
    none: { expiring: 'No lot has expired or expires soon', slow: 'No lot has lain for more than {{days}} days' },
    noneHint: {
      expiring: 'How many days ahead you are warned is set in Settings › Warehouse.',
      slow: 'Lots that are still there more than {{days}} days after they came are shown here, the oldest first. The limit is set in Settings › Warehouse.',
    },
    empty: 'No lots yet', emptyHint: 'Whatever is received becomes a lot of its own, with the day it came, its expiry and the supplier’s lot.',
    notFound: 'This lot was not found', notFoundHint: 'The label may be another factory’s. Look for the lot in the list of lots.', back: 'All lots',
    toItem: 'Stock card of the item', places: 'Where it is', gone: 'Nothing of it is left.', moves: 'Moves of this lot',
    edit: 'Change the details', editTitle: 'Details of lot {{code}}', history: 'History', attachments: 'Attachments',
    chosen: 'Lot', oldestFirst: 'Oldest lot first ({{lot}})', option: '{{lot}} — {{quantity}}, received {{day}}',
    optionExpiry: '{{lot}} — {{quantity}}, expires {{day}}', ofLot: '{{quantity}} of this lot available',
    scanned: 'Lot {{lot}}: {{item}}', elsewhere: 'Lot {{lot}} is at none of the locations to choose from.', cartonScanned: '{{item}}: {{quantity}}',
    inMove: 'Lots that were moved', details: 'Expiry, supplier and label', label: 'Print a label when received', quantity: 'On hand',
  },
})
