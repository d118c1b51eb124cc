import { defineTexts } from '../core/texts.ts'

/** What the audit calls fields that no screen of their module names: one line a subject. `technicalFields` are told in exports, but on no screen. */
export const fieldTexts = defineTexts({
  id: {
    fields: {
      logoId: 'Logo', isTraining: 'Salinan latihan',
      madeBy: 'Diputuskan oleh', madeOn: 'Tanggal diputuskan', debtId: 'Utang material', averageCost: 'Harga rata-rata', workOrderId: 'SPK',
      receivedAt: 'Waktu terima', receivedDay: 'Tanggal terima', expiresOn: 'Kedaluwarsa', supplierLot: 'Lot pemasok',
      workOrderNumber: 'Nomor SPK', required: 'Kebutuhan', issued: 'Sudah diambil', settled: 'Sudah dilunasi', dueDay: 'Jatuh tempo', approvedDay: 'Tanggal setuju', purchaseOrderNumber: 'Nomor pesanan beli', purchaseOrderId: 'Pesanan beli', isByStores: 'Dibukukan gudang',
      estimatedCost: 'Perkiraan biaya', rushCost: 'Biaya percepatan', writtenOffAt: 'Waktu dihapusbukukan', writtenOffBy: 'Dihapusbukukan oleh', writeOffReason: 'Alasan dihapusbukukan',
      requisitionId: 'Permintaan barang', handOvers: 'Jumlah penyerahan', issuedBy: 'Diserahkan oleh', receivedBy: 'Diterima oleh', reversedAt: 'Waktu dibatalkan', reversedBy: 'Dibatalkan oleh', reverseReason: 'Alasan dibatalkan',
      fromStatus: 'Dari status', toStatus: 'Menjadi status', reportedBy: 'Dilaporkan oleh', handledBy: 'Ditangani oleh', handledAt: 'Waktu ditangani', handling: 'Penanganan',
      orderId: 'Pesanan beli', lineChanges: 'Perubahan baris', receiptId: 'Penerimaan', deliveryNote: 'Surat jalan', stockQuantity: 'Jumlah stok',
      rhythm: 'Irama hitung', locationIds: 'Tempat', categories: 'Kategori', abcClasses: 'Kelas ABC', countedOn: 'Terakhir dihitung', planId: 'Rencana hitung', countId: 'Hitung stok', isOnPaper: 'Di kertas',
      startedAt: 'Waktu mulai', frozenUntil: 'Dibekukan sampai', firstCounterId: 'Penghitung pertama', firstDoneAt: 'Hitungan pertama selesai', secondCounterId: 'Penghitung kedua', secondDoneAt: 'Hitungan kedua selesai', firstNamed: 'Nama di lembar pertama', secondNamed: 'Nama di lembar kedua', firstBy: 'Hitungan pertama diisi oleh', secondBy: 'Hitungan kedua diisi oleh',
      postedBy: 'Dibukukan oleh', postedAt: 'Waktu dibukukan', postedDay: 'Tanggal dibukukan', inBooks: 'Menurut buku', firstCount: 'Hitungan pertama', firstAt: 'Waktu hitungan pertama',
      secondCount: 'Hitungan kedua', secondAt: 'Waktu hitungan kedua', recount: 'Hitung ulang', recountBy: 'Dihitung ulang oleh', recountAt: 'Waktu hitung ulang', cause: 'Sebab selisih',
      subcontractorId: 'Subkontraktor', milliseconds: 'Lama (milidetik)', requestId: 'Permintaan persetujuan', step: 'Langkah',
    },
    technicalFields: {
      epoch: 'Tanda data', path: 'Alamat halaman', entity: 'Jenis data', entityId: 'Kode data', documentEntity: 'Jenis dokumen', documentId: 'Kode dokumen',
      requisitionLineId: 'Kode baris permintaan', lineId: 'Kode baris pesanan', moveSeq: 'Nomor mutasi', issueSeq: 'Nomor mutasi keluar', receiptSeq: 'Nomor mutasi masuk',
      columns: 'Kolom', constants: 'Nilai tetap', replacements: 'Arti tulisan', setup: 'Susunan impor', findings: 'Temuan', parts: 'Daftar dalam file', files: 'Daftar file', previewSha256: 'Sidik pratinjau',
      filters: 'Saringan', steps: 'Langkah persetujuan', subject: 'Pokok permintaan', lines: 'Rincian perubahan', before: 'Keadaan semula', topic: 'Bagian yang diubah',
      backupAuditSeq: 'Nomor audit cadangan', replacedSeq: 'Nomor audit yang diganti', replacedHash: 'Sidik audit yang diganti',
    },
  },
  en: {
    fields: {
      logoId: 'Logo', isTraining: 'Training copy',
      madeBy: 'Decided by', madeOn: 'Decided on', debtId: 'Material debt', averageCost: 'Average cost', workOrderId: 'Work order',
      receivedAt: 'Received at', receivedDay: 'Received on', expiresOn: 'Expires on', supplierLot: 'Supplier’s lot',
      workOrderNumber: 'Work order', required: 'Needed', issued: 'Taken', settled: 'Settled', dueDay: 'Due', approvedDay: 'Approved on', purchaseOrderNumber: 'Purchase order number', purchaseOrderId: 'Purchase order', isByStores: 'Posted by the stores',
      estimatedCost: 'Estimated cost', rushCost: 'Rush cost', writtenOffAt: 'Written off at', writtenOffBy: 'Written off by', writeOffReason: 'Reason for writing off',
      requisitionId: 'Requisition', handOvers: 'Hand-overs', issuedBy: 'Handed over by', receivedBy: 'Received by', reversedAt: 'Reversed at', reversedBy: 'Reversed by', reverseReason: 'Reason for reversing',
      fromStatus: 'From status', toStatus: 'To status', reportedBy: 'Reported by', handledBy: 'Handled by', handledAt: 'Handled at', handling: 'Handling',
      orderId: 'Purchase order', lineChanges: 'Changes of lines', receiptId: 'Receipt', deliveryNote: 'Delivery note', stockQuantity: 'Quantity in stock',
      rhythm: 'Rhythm of counting', locationIds: 'Places', categories: 'Categories', abcClasses: 'ABC classes', countedOn: 'Last counted', planId: 'Plan of counting', countId: 'Stock count', isOnPaper: 'On paper',
      startedAt: 'Started at', frozenUntil: 'Frozen until', firstCounterId: 'First counter', firstDoneAt: 'First count done', secondCounterId: 'Second counter', secondDoneAt: 'Second count done', firstNamed: 'Name on the first sheet', secondNamed: 'Name on the second sheet', firstBy: 'First count entered by', secondBy: 'Second count entered by',
      postedBy: 'Posted by', postedAt: 'Posted at', postedDay: 'Posted on', inBooks: 'By the books', firstCount: 'First count', firstAt: 'First counted at',
      secondCount: 'Second count', secondAt: 'Second counted at', recount: 'Recount', recountBy: 'Recounted by', recountAt: 'Recounted at', cause: 'Cause of the difference',
      subcontractorId: 'Subcontractor', milliseconds: 'Took (milliseconds)', requestId: 'Request for approval', step: 'Step',
    },
    technicalFields: {
      epoch: 'Mark of the data', path: 'Address of the page', entity: 'Kind of record', entityId: 'Id of the record', documentEntity: 'Kind of document', documentId: 'Id of the document',
      requisitionLineId: 'Id of the requisition’s line', lineId: 'Id of the order’s line', moveSeq: 'Number of the move', issueSeq: 'Number of the issue', receiptSeq: 'Number of the receipt',
      columns: 'Columns', constants: 'Fixed values', replacements: 'What texts mean', setup: 'Setup of the import', findings: 'Findings', parts: 'Lists in the file', files: 'Files', previewSha256: 'Fingerprint of the preview',
      filters: 'Filters', steps: 'Steps of approval', subject: 'What it is about', lines: 'What would change', before: 'How it was', topic: 'Part that changes',
      backupAuditSeq: 'Audit number of the backup', replacedSeq: 'Audit number replaced', replacedHash: 'Fingerprint of the audit replaced',
    },
  },
})
