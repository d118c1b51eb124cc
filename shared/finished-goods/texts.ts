import { defineTexts } from '../core/texts.ts'
import { finishedGoodsScreenTexts } from './screen-texts.ts'
import { finishedGoodsSettingsTexts } from './settings-texts.ts'

export const finishedGoodsTexts = defineTexts({
  id: {
    ...finishedGoodsScreenTexts.id,
    settings: finishedGoodsSettingsTexts.id,
    title: 'Barang jadi',
    cartonStatuses: { PACKED: 'Dikemas', SCANNED: 'Dipindai', RECEIVED: 'Diterima' },
    receiptStatuses: { DRAFT: 'Sedang dipindai', POSTED: 'Diterima', REVERSED: 'Dibatalkan' },
    statuses: { PACKED: 'Dikemas', SCANNED: 'Dipindai', RECEIVED: 'Diterima', DRAFT: 'Sedang dipindai', POSTED: 'Diterima', REVERSED: 'Dibatalkan' },
    fields: {
      number: 'Nomor', carton: 'Karton', cartonId: 'Karton', quantity: 'Isi', countedQuantity: 'Isi terhitung', isPartial: 'Tidak penuh', packedDay: 'Tanggal kemas', packedBy: 'Dikemas oleh', position: 'Urutan',
      note: 'Keterangan', scannedBy: 'Dipindai oleh', scannedAt: 'Waktu pindai', receiptId: 'Penerimaan barang jadi', workOrderId: 'SPK', manufacturingOrderId: 'Perintah produksi', locationId: 'Tempat', status: 'Keadaan',
      packedQuantity: 'Dikemas', receivedQuantity: 'Diterima', variancePercent: 'Selisih (%)', reason: 'Alasan selisih', notes: 'Catatan', endedWorkOrders: 'SPK yang ikut selesai', deliveryBatchId: 'Pengiriman', isLast: 'Terakhir dari pengirimannya',
      packed: 'Dikemas', received: 'Diterima', ordered: 'Dipesan', week: 'Minggu dan tujuan',
    },
    issues: {
      'no-packing': '{{article}} belum punya isi per karton. Isi dulu di data barang.', 'last-is-partial': '{{carton}} tidak penuh, jadi karton terakhir. Bongkar dahulu bila masih ada yang akan dikemas.',
      'not-full': 'Hanya karton terakhir yang boleh tidak penuh; yang lain berisi {{pieces}}.',
      'no-packing-stage': 'SPK ini bukan SPK kemas. Buka SPK kemasnya.', 'no-place': 'Belum ada gudang untuk barang jadi. Tambahkan lokasinya di Data induk.', 'which-vouchers': 'Pilih tanggalnya, atau unduh dari halaman perintah produksi.',
    },
    stock: {
      title: 'Laporan stok barang jadi', description: 'Barang jadi yang tersimpan menurut minggu, tujuan dan artikel, yang masuk lebih dulu di atas; dalam palet, karton dan pcs.', stored: 'Lama simpan',
      old: '> {{days}} hari', fresh: '≤ {{days}} hari', pallets: 'Palet', palletsHint: 'Karton ÷ karton per palet, dibulatkan ke atas.', cartons: 'Karton', cartonsHint: 'Jumlah ÷ isi per karton, dibulatkan ke atas.',
    },
    form: { title: 'Formulir penerimaan barang jadi', file: 'penerimaan-barang-jadi', tick: 'Ada', counted: 'Isi dihitung', remark: 'Keterangan', packed: 'Diserahkan bagian kemas', received: 'Diterima gudang' },
    label: { order: 'MO', purchase: 'PO label', buyer: 'Pesanan', delivery: 'Kirim', packed: 'Dikemas', trace: 'Telusur', mark: 'Tanda', route: 'Rute', workOrders: 'SPK' },
    vouchers: {
      file: 'jurnal', columns: { day: 'Tanggal', voucher: 'Nomor bukti', debit: 'Debit', credit: 'Kredit', amount: 'Jumlah', note: 'Keterangan', department: 'Bagian' },
      notes: { MATERIAL: 'Pemakaian bahan {{order}}', GOODS: 'Barang jadi {{order}}', VARIANCE: 'Selisih produksi {{order}}' },
    },
  },
  en: {
    ...finishedGoodsScreenTexts.en,
    settings: finishedGoodsSettingsTexts.en,
    title: 'Finished goods',
    cartonStatuses: { PACKED: 'Packed', SCANNED: 'Scanned', RECEIVED: 'Received' },
    receiptStatuses: { DRAFT: 'Being scanned', POSTED: 'Received', REVERSED: 'Reversed' },
    statuses: { PACKED: 'Packed', SCANNED: 'Scanned', RECEIVED: 'Received', DRAFT: 'Being scanned', POSTED: 'Received', REVERSED: 'Reversed' },
    fields: {
      number: 'Number', carton: 'Carton', cartonId: 'Carton', quantity: 'Content', countedQuantity: 'Counted content', isPartial: 'Not full', packedDay: 'Packed on', packedBy: 'Packed by', position: 'Position',
      note: 'Remark', scannedBy: 'Scanned by', scannedAt: 'Scanned at', receiptId: 'Receipt of finished goods', workOrderId: 'Work order', manufacturingOrderId: 'Manufacturing order', locationId: 'Place', status: 'Status',
      packedQuantity: 'Packed', receivedQuantity: 'Received', variancePercent: 'Difference (%)', reason: 'Reason for the difference', notes: 'Notes', endedWorkOrders: 'Work orders that ended with it', deliveryBatchId: 'Delivery', isLast: 'Last of its delivery',
      packed: 'Packed', received: 'Received', ordered: 'Ordered', week: 'Week and destination',
    },
    issues: {
      'no-packing': '{{article}} has no quantity per carton yet. Enter it with the item first.', 'last-is-partial': '{{carton}} is not full, so it is the last one. Unpack it first if more is to be packed.',
      'not-full': 'Only the last carton may hold less; the others hold {{pieces}}.',
      'no-packing-stage': 'This is no work order of packing. Open the one that packs.', 'no-place': 'There is no store for finished goods yet. Add a location to the master data.', 'which-vouchers': 'Choose days, or download it from the manufacturing order.',
    },
    stock: {
      title: 'Finished goods stock report', description: 'Finished goods in the stores by week, destination and article, what came first before the rest; in pallets, cartons and pieces.', stored: 'Stored for',
      old: '> {{days}} days', fresh: '≤ {{days}} days', pallets: 'Pallets', palletsHint: 'Cartons ÷ cartons a pallet, rounded up.', cartons: 'Cartons', cartonsHint: 'Pieces ÷ pieces a carton, rounded up.',
    },
    form: { title: 'Form for receiving finished goods', file: 'finished-goods', tick: 'There', counted: 'Counted content', remark: 'Remark', packed: 'Handed over by packing', received: 'Received by the store' },
    label: { order: 'MO', purchase: 'Label order', buyer: 'Order', delivery: 'Ships', packed: 'Packed', trace: 'Trace', mark: 'Mark', route: 'Route', workOrders: 'Work orders' },
    vouchers: {
      file: 'vouchers', columns: { day: 'Date', voucher: 'Voucher', debit: 'Debit', credit: 'Credit', amount: 'Amount', note: 'Note', department: 'Department' },
      notes: { MATERIAL: 'Material used for {{order}}', GOODS: 'Finished goods of {{order}}', VARIANCE: 'Production variance of {{order}}' },
    },
  },
})
