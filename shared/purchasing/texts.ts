import { defineTexts } from '../core/texts.ts'
import { choiceTexts } from '../masters/choice-texts.ts'
import { purchasingScreenTexts } from './screen-texts.ts'
import { purchasingSettingsTexts } from './settings-texts.ts'

export const purchasingTexts = defineTexts({
  id: {
    ...purchasingScreenTexts.id,
    settings: purchasingSettingsTexts.id,
    title: 'Pembelian',
    destinations: choiceTexts.id.destinations,
    kinds: { FABRIC: 'Kain', LABEL: 'Label', ACCESSORIES: 'Aksesori' },
    statuses: { DRAFT: 'Draf', APPROVED: 'Disetujui', SENT: 'Terkirim ke pemasok', PARTIALLY_RECEIVED: 'Diterima sebagian', RECEIVED: 'Diterima', DONE: 'Selesai', CANCELLED: 'Dibatalkan' },
    paper: { title: 'Pesanan pembelian', line: 'No.', vendor: 'Diterima pemasok' },
    reports: {
      search: 'Pemasok atau barang', onlyLate: 'Hanya yang terlambat', daysLate: 'Hari terlambat', daysLateHint: 'Hari sejak tanggal dibutuhkan; tanpa itu, sejak tanggal PO diharapkan datang.', receipts: 'Kiriman',
      purchases: { title: 'Pembelian per pemasok', description: 'Barang yang datang dalam satu periode menurut pemasok, dengan nilainya.' },
      openOrders: { title: 'PO terbuka', description: 'Barang yang masih ditunggu, dari siapa, dan berapa hari terlambat.' },
      vendorScores: { title: 'Nilai pemasok', description: 'Nilai akhir pemasok dan kelima bagiannya dalam satu periode.' },
    },
    receiptStatuses: { POSTED: 'Dibukukan', REVERSED: 'Dibatalkan' },
    issues: {
      'article-needed': 'PO kain dan label menyebut artikelnya. Pilih artikel.', 'source-needed': 'PO label menyebut PO kain asalnya. Pilih PO kain.',
      'source-of-label': 'Hanya PO label yang menyebut PO kain. Kosongkan.', 'source-itself': 'PO tidak dapat menyebut dirinya sendiri. Pilih PO kain yang lain.',
      'source-not-fabric': 'Ini bukan PO kain. Pilih PO kain.', 'source-cancelled': 'PO kain ini sudah dibatalkan. Pilih yang lain.',
      'week-needed': 'PO label menyebut minggunya. Pilih minggu.', 'week-out-of-reach': 'Pilih minggu ini sampai 52 minggu ke depan, misalnya W05-2026.',
      'destination-needed': 'PO label menyebut tujuannya. Pilih tujuan.', 'expected-before-order': 'Barang tidak dapat datang sebelum dipesan. Pilih tanggal pesanan atau sesudahnya.',
      'not-a-vendor': 'Ini pelanggan. Pilih pemasok atau subkontraktor.', 'no-lines': 'PO ini belum berisi barang. Tambahkan baris dulu.',
      'no-price': '{{count}} baris belum berharga. Isi harganya dulu.', 'reason-for-rest': 'Masih ada barang yang belum datang. Tulis mengapa PO ditutup.', 'other-order': 'Baris ini bukan milik PO ini.',
      mark: 'Isi nilai 0 sampai 100.', 'month-ahead': 'Bulan ini belum mulai. Pilih bulan berjalan atau sebelumnya.',
    },
    fields: {
      number: 'Nomor PO', kind: 'Jenis', status: 'Keadaan', partner: 'Pemasok', vendorAddress: 'Alamat', partnerId: 'Pemasok', orderDay: 'Tanggal pesanan', expectedDay: 'Diharapkan datang', article: 'Artikel', articleId: 'Artikel',
      articleQuantity: 'Jumlah artikel', source: 'PO kain', sourceOrderId: 'PO kain', week: 'Minggu', destination: 'Tujuan', total: 'Nilai', lineCount: 'Jumlah baris', notes: 'Catatan', item: 'Barang', itemId: 'Barang',
      unit: 'Satuan', unitId: 'Satuan', quantity: 'Jumlah', unitPrice: 'Harga satuan', amount: 'Nilai', neededDay: 'Dibutuhkan', received: 'Sudah datang', rest: 'Sisa', manufacturing: 'Perintah produksi', createdBy: 'Dibuat oleh',
      approvedBy: 'Disetujui oleh', approvedAt: 'Disetujui', sentBy: 'Dikirim oleh', sentAt: 'Dikirim', closedBy: 'Ditutup oleh', closedAt: 'Ditutup', closeReason: 'Alasan ditutup', cancelledBy: 'Dibatalkan oleh',
      cancelledAt: 'Dibatalkan', cancelReason: 'Alasan batal', position: 'Urutan', quality: 'Mutu', delivery: 'Ketepatan waktu', price: 'Harga', responsiveness: 'Tanggapan', flexibility: 'Keluwesan', month: 'Bulan', score: 'Nilai akhir',
    },
  },
  en: {
    ...purchasingScreenTexts.en,
    settings: purchasingSettingsTexts.en,
    title: 'Purchasing',
    destinations: choiceTexts.en.destinations,
    kinds: { FABRIC: 'Fabric', LABEL: 'Label', ACCESSORIES: 'Accessories' },
    statuses: { DRAFT: 'Draft', APPROVED: 'Approved', SENT: 'Sent to the vendor', PARTIALLY_RECEIVED: 'Received in part', RECEIVED: 'Received', DONE: 'Done', CANCELLED: 'Cancelled' },
    paper: { title: 'Purchase order', line: 'No.', vendor: 'Received by the vendor' },
    reports: {
      search: 'Vendor or item', onlyLate: 'Only what is late', daysLate: 'Days late', daysLateHint: 'Days since it was needed; where nothing is said, since the order was expected.', receipts: 'Deliveries',
      purchases: { title: 'Purchases by vendor', description: 'What came in during a period, by vendor, and what it is worth.' },
      openOrders: { title: 'Open orders', description: 'What is still awaited, of whom, and how many days it is late.' },
      vendorScores: { title: 'Vendor scores', description: 'Scores of vendors and their five parts over a period.' },
    },
    receiptStatuses: { POSTED: 'Posted', REVERSED: 'Reversed' },
    issues: {
      'article-needed': 'Fabric and label orders name their article. Choose one.', 'source-needed': 'A label order names the fabric order it belongs to. Choose one.',
      'source-of-label': 'Only label orders name a fabric order. Leave it empty.', 'source-itself': 'An order cannot name itself. Choose another fabric order.',
      'source-not-fabric': 'This is no fabric order. Choose one.', 'source-cancelled': 'This fabric order is cancelled. Choose another.',
      'week-needed': 'A label order names its week. Choose one.', 'week-out-of-reach': 'Choose a week from this one to the 52nd after it, such as W05-2026.',
      'destination-needed': 'A label order names its destination. Choose one.', 'expected-before-order': 'Goods cannot come before they are ordered. Choose the order’s day or a later one.',
      'not-a-vendor': 'This is a customer. Choose a supplier or subcontractor.', 'no-lines': 'This order has no items yet. Add lines first.',
      'no-price': '{{count}} lines have no price yet. Enter the prices first.', 'reason-for-rest': 'Some goods have not come. Say why the order is closed.', 'other-order': 'This line does not belong to this order.',
      mark: 'Enter a mark from 0 to 100.', 'month-ahead': 'This month has not begun. Choose the present one or one before it.',
    },
    fields: {
      number: 'Order number', kind: 'Kind', status: 'State', partner: 'Vendor', vendorAddress: 'Address', partnerId: 'Vendor', orderDay: 'Ordered on', expectedDay: 'Expected on', article: 'Article', articleId: 'Article',
      articleQuantity: 'Quantity of the article', source: 'Fabric order', sourceOrderId: 'Fabric order', week: 'Week', destination: 'Destination', total: 'Value', lineCount: 'Lines', notes: 'Notes', item: 'Item', itemId: 'Item',
      unit: 'Unit', unitId: 'Unit', quantity: 'Quantity', unitPrice: 'Unit price', amount: 'Value', neededDay: 'Needed on', received: 'Received', rest: 'To come', manufacturing: 'Manufacturing order', createdBy: 'Made by',
      approvedBy: 'Approved by', approvedAt: 'Approved', sentBy: 'Sent by', sentAt: 'Sent', closedBy: 'Closed by', closedAt: 'Closed', closeReason: 'Why closed', cancelledBy: 'Cancelled by',
      cancelledAt: 'Cancelled', cancelReason: 'Why cancelled', position: 'Position', quality: 'Quality', delivery: 'Punctuality', price: 'Price', responsiveness: 'Responsiveness', flexibility: 'Flexibility', month: 'Month', score: 'Score',
    },
  },
})
