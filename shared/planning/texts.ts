import { defineTexts } from '../core/texts.ts'
import { choiceTexts } from '../masters/choice-texts.ts'
import { changeTexts } from './change-texts.ts'
import { closeTexts } from './close-texts.ts'
import { overrideTexts } from './override-texts.ts'
import { boardReportTexts } from './board-report-texts.ts'
import { planningBoardTexts } from './board-texts.ts'
import { planningSummaryTexts } from './summary-texts.ts'
import { planningScreenTexts } from './screen-texts.ts'
import { planningSettingsTexts } from './settings-texts.ts'

export const planningTexts = defineTexts({
  id: {
    ...planningScreenTexts.id,
    ...closeTexts.id,
    board: planningBoardTexts.id,
    boardReports: boardReportTexts.id,
    summary: planningSummaryTexts.id,
    changes: changeTexts.id,
    overrides: overrideTexts.id, directorOverrideKinds: overrideTexts.id.told,
    settings: planningSettingsTexts.id,
    title: 'Perencanaan',
    destinations: choiceTexts.id.destinations,
    kinds: { BUYER: 'Pembeli', PRODUCTION: 'Produksi' },
    statuses: { DRAFT: 'Draf', PARTIAL: 'Kain siap', RELEASED: 'Dibuka', IN_PROGRESS: 'Dikerjakan', COMPLETED: 'Selesai', CANCELLED: 'Dibatalkan' },
    workOrderStatuses: { PENDING: 'Menunggu', RUNNING: 'Dikerjakan', FINISHED: 'Selesai', VOIDED: 'Diganti', CANCELLED: 'Dibatalkan' },
    allocationStates: { ALLOCATED: 'Tersedia', PARTIAL: 'Kurang', DEBT: 'Dengan utang' },
    obstacles: { locked: 'Label belum disetujui', unapproved: 'SPK belum disetujui', upstream: 'Hasil tahap sebelumnya belum cukup', material: 'Bahan kurang' },
    salesStatuses: { DRAFT: 'Draf', CONFIRMED: 'Dipastikan', CLOSED: 'Ditutup', CANCELLED: 'Dibatalkan' },
    targetMethods: { BUFFER: 'Jumlah ditambah buffer', YIELD: 'Menurut hasil tiap tahap' },
    fields: {
      number: 'Nomor', kind: 'Jenis', status: 'Keadaan', partner: 'Pembeli', partnerId: 'Pembeli', buyerNumber: 'Nomor PO pembeli', orderDay: 'Tanggal pesanan', shipDay: 'Tanggal kirim', total: 'Nilai', notes: 'Catatan',
      workOrderId: 'SPK', targetQuantity: 'Target', goodQuantity: 'Hasil baik', rejectQuantity: 'Reject', entryCount: 'Hari tercatat', startDay: 'Mulai', deadlineDay: 'Batas waktu', finishedDay: 'Selesai', finishedAt: 'Selesai tercatat', revision: 'Revisi', productionStageId: 'Tahap', sectionId: 'Bagian', deliveryBatchId: 'Pengiriman',
      item: 'Artikel', itemId: 'Artikel', article: 'Artikel', articleId: 'Artikel', quantity: 'Jumlah', unitPrice: 'Harga satuan', amount: 'Nilai', week: 'Minggu', destination: 'Tujuan', targetMethod: 'Cara menghitung target',
      productionRouteId: 'Rute', route: 'Rute', salesLineId: 'Baris pesanan pembeli', salesOrderId: 'Pesanan pembeli', salesOrder: 'Pesanan pembeli', buyerOrderId: 'Pesanan pembeli', buyerOrder: 'Perintah pembeli',
      fabricOrderId: 'PO kain', fabricOrder: 'PO kain', labelOrderId: 'PO label', labelOrder: 'PO label', traceCode: 'Kode telusur', productionDay: 'Mulai produksi', labelDay: 'Label datang', startedDay: 'Mulai dikerjakan',
      completedDay: 'Selesai dikerjakan', isUrgent: 'Mendesak', createdBy: 'Dibuat oleh', releasedBy: 'Dibuka oleh', releasedAt: 'Dibuka', confirmedBy: 'Dipastikan oleh', confirmedAt: 'Dipastikan', closedBy: 'Ditutup oleh',
      closedAt: 'Ditutup', completedBy: 'Diselesaikan oleh', completedAt: 'Diselesaikan', cancelledBy: 'Dibatalkan oleh', cancelledAt: 'Dibatalkan', cancelReason: 'Alasan batal', position: 'Urutan', manufacturingOrderId: 'Perintah produksi', plannedItemId: 'Menggantikan', unlockedAt: 'Dibuka Direktur', begunDay: 'Dimulai tanpa hasil',
    },
    issues: {
      'not-a-buyer': 'Mitra ini bukan pelanggan. Pilih pelanggan.', 'not-finished': 'Hanya barang jadi yang dipesan pembeli. Pilih barang jadi.', 'ship-before-order': 'Tidak dapat dikirim sebelum dipesan. Pilih tanggal pesanan atau sesudahnya.',
      'ship-before-production': 'Tidak dapat dikirim sebelum dibuat. Pilih tanggal sesudah mulai produksi.', 'no-lines': 'Pesanan ini belum berisi artikel. Tambahkan baris dahulu.', 'other-order': 'Baris ini bukan milik pesanan ini.',
      'not-made': 'Barang ini dibeli, tidak dibuat. Pilih barang jadi atau setengah jadi.', whole: 'Harus angka bulat.', 'other-article': 'Pesanan pembeli ini untuk artikel lain. Pilih artikel yang sama.',
      'less-than-made': '{{number}} sudah membuat {{produced}}. Isi jumlah yang targetnya paling sedikit sebanyak itu.',
      'less-than-ordered': 'Kurang dari yang dipesan pembeli. Isi paling sedikit sebanyak itu.', 'locked-by-buyer': 'Jumlah ini dikunci oleh pesanan pembeli. Ubah pesanan pembelinya.', 'quantity-needed': 'PO kain menyebut berapa artikel yang akan dibuat. Isi jumlahnya.',
      'nothing-changed': 'Belum ada yang berubah. Isi yang baru.', 'nothing-come': 'Dari tahap sebelumnya belum datang apa-apa. Tunggu sampai ada, lalu sesuaikan targetnya.', 'same-target': 'Targetnya sudah {{target}}. Isi angka lain.', 'below-produced': 'Sudah dibuat {{produced}}. Isi paling sedikit sebanyak itu.',
      'deadline-before-start': 'Batas waktunya tidak boleh sebelum SPK mulai.', 'reason-short': 'Jelaskan lebih lengkap, paling sedikit {{least}} huruf.',
      'made-already': 'Ini sudah dibuat SPK ini atau SPK lain dari perintah yang sama. Pilih artikel lain.',
      'deadline-passed': 'Batas waktunya harus sesudah hari ini.', 'article-begun': 'Artikel tidak dapat diganti setelah ada hasil.', 'week-out-of-reach': 'Pilih minggu ini sampai 52 minggu ke depan, misalnya W05-2026.',
    },
  },
  en: {
    ...planningScreenTexts.en,
    ...closeTexts.en,
    board: planningBoardTexts.en,
    boardReports: boardReportTexts.en,
    summary: planningSummaryTexts.en,
    changes: changeTexts.en,
    overrides: overrideTexts.en, directorOverrideKinds: overrideTexts.en.told,
    settings: planningSettingsTexts.en,
    title: 'Planning',
    destinations: choiceTexts.en.destinations,
    kinds: { BUYER: 'Buyer', PRODUCTION: 'Production' },
    statuses: { DRAFT: 'Draft', PARTIAL: 'Fabric ready', RELEASED: 'Released', IN_PROGRESS: 'In progress', COMPLETED: 'Completed', CANCELLED: 'Cancelled' },
    workOrderStatuses: { PENDING: 'Waiting', RUNNING: 'Running', FINISHED: 'Finished', VOIDED: 'Replaced', CANCELLED: 'Cancelled' },
    allocationStates: { ALLOCATED: 'Available', PARTIAL: 'Short', DEBT: 'On debt' },
    obstacles: { locked: 'The labels are not approved', unapproved: 'The work order is not approved', upstream: 'Not enough has come from the stage before', material: 'Material is short' },
    salesStatuses: { DRAFT: 'Draft', CONFIRMED: 'Confirmed', CLOSED: 'Closed', CANCELLED: 'Cancelled' },
    targetMethods: { BUFFER: 'Quantity plus buffer', YIELD: 'By what each stage yields' },
    fields: {
      number: 'Number', kind: 'Kind', status: 'Status', partner: 'Buyer', partnerId: 'Buyer', buyerNumber: 'Buyer’s order number', orderDay: 'Order date', shipDay: 'Ship date', total: 'Value', notes: 'Notes',
      workOrderId: 'Work order', targetQuantity: 'Target', goodQuantity: 'Good output', rejectQuantity: 'Rejects', entryCount: 'Days entered', startDay: 'Start', deadlineDay: 'Deadline', finishedDay: 'Finished', finishedAt: 'Finish entered', revision: 'Revision', productionStageId: 'Stage', sectionId: 'Section', deliveryBatchId: 'Delivery',
      item: 'Article', itemId: 'Article', article: 'Article', articleId: 'Article', quantity: 'Quantity', unitPrice: 'Unit price', amount: 'Value', week: 'Week', destination: 'Destination', targetMethod: 'How targets are reckoned',
      productionRouteId: 'Route', route: 'Route', salesLineId: 'Line of the sales order', salesOrderId: 'Sales order', salesOrder: 'Sales order', buyerOrderId: 'Buyer’s order', buyerOrder: 'Buyer’s order',
      fabricOrderId: 'Fabric order', fabricOrder: 'Fabric order', labelOrderId: 'Label order', labelOrder: 'Label order', traceCode: 'Trace code', productionDay: 'Production begins', labelDay: 'Labels arrive', startedDay: 'Begun on',
      completedDay: 'Completed on', isUrgent: 'Urgent', createdBy: 'Created by', releasedBy: 'Released by', releasedAt: 'Released', confirmedBy: 'Confirmed by', confirmedAt: 'Confirmed', closedBy: 'Closed by',
      closedAt: 'Closed', completedBy: 'Completed by', completedAt: 'Completed', cancelledBy: 'Cancelled by', cancelledAt: 'Cancelled', cancelReason: 'Reason for cancelling', position: 'Position', manufacturingOrderId: 'Manufacturing order', plannedItemId: 'In place of', unlockedAt: 'Unlocked by the director', begunDay: 'Begun by hand',
    },
    issues: {
      'not-a-buyer': 'This partner is no customer. Choose a customer.', 'not-finished': 'Buyers order finished goods only. Choose one.', 'ship-before-order': 'It cannot ship before it is ordered. Choose the order’s day or a later one.',
      'ship-before-production': 'It cannot ship before it is made. Choose a day after production begins.', 'no-lines': 'This order has no articles yet. Add lines first.', 'other-order': 'This line belongs to another order.',
      'not-made': 'This item is bought, not made. Choose a finished good or a work in progress.', whole: 'Must be a whole number.', 'other-article': 'This buyer’s order is for another article. Choose the same one.',
      'less-than-made': '{{number}} has made {{produced}} already. Enter a quantity whose target is at least that.',
      'less-than-ordered': 'Less than the buyer ordered. Enter at least as much.', 'locked-by-buyer': 'The buyer’s order locks this quantity. Change the sales order.', 'quantity-needed': 'A fabric order says how many articles are to be made of it. Enter the quantity.',
      'nothing-changed': 'Nothing has changed yet. Enter what is new.', 'nothing-come': 'Nothing has come from the stage before. Wait until something has, then adjust the target.', 'same-target': 'The target is {{target}} already. Enter another.', 'below-produced': '{{produced}} have been made already. Enter at least as many.',
      'deadline-before-start': 'The deadline cannot be before the work order begins.', 'reason-short': 'Explain it in at least {{least}} characters.',
      'made-already': 'This work order or another one of the same order makes it already. Choose another article.',
      'deadline-passed': 'The deadline must be after today.', 'article-begun': 'The article cannot change once something has been made.', 'week-out-of-reach': 'Choose a week from this one to the 52nd after it, such as W05-2026.',
    },
  },
})
