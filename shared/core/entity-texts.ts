/** What a record is called within a sentence; part of `coreTexts`, which holds both languages to the same keys. */
export const entityTexts = {
  id: {
    accountingPeriod: 'Periode buku', documentForm: 'Bentuk dokumen', approvalChain: 'Alur persetujuan', approvalRequest: 'Permintaan persetujuan', approvalDecision: 'Keputusan', approvalDelegation: 'Titipan keputusan',
    site: 'Pabrik', setting: 'Pengaturan', role: 'Peran', roleGrant: 'Izin peran', user: 'Pengguna', userSection: 'Bagian pengguna', session: 'Sesi', desk: 'Komputer', apiKey: 'Kunci API', operatorPass: 'PIN dan kartu',
    productionLine: 'Lini produksi', partner: 'Mitra', customer: 'Pelanggan', salesman: 'Tenaga penjual', worker: 'Pekerja', machine: 'Mesin', workCalendar: 'Kalender kerja',
    workShift: 'Shift', holiday: 'Hari libur', targetRule: 'Aturan target', processFlowEdge: 'Alur proses', courier: 'Kurir', tray: 'Baki', labelPrinter: 'Pencetak label', defectReason: 'Jenis cacat',
    downtimeReason: 'Alasan mesin berhenti', wasteReason: 'Alasan limbah', attributeDefinition: 'Isian tambahan', permissionGrant: 'Izin sementara', menuItem: 'Menu', userMenu: 'Menu pengguna', roleMenu: 'Menu peran', jobTitle: 'Jabatan', passwordRecord: 'Kata sandi lama',
    unit: 'Satuan', unitConversion: 'Konversi satuan', bomHeader: 'BOM', bomLine: 'Bahan BOM', bomVariant: 'Pengganti bahan', section: 'Bagian', location: 'Lokasi', item: 'Barang', stockBalance: 'Saldo stok', stockReservation: 'Reservasi stok', stockMove: 'Mutasi stok', stockLot: 'Lot', lotBalance: 'Saldo lot', stockMoveLot: 'Lot dari mutasi',
    materialDebt: 'Utang material', debtSettlement: 'Pelunasan utang material',
    kanbanBoard: 'Papan kanban', kanbanRule: 'Aturan kanban', kanbanCard: 'Kartu kanban', notification: 'Notifikasi', notificationReceipt: 'Tanda baca notifikasi',
    purchaseOrder: 'Pesanan pembelian', purchaseLine: 'Baris pesanan', purchaseReceipt: 'Penerimaan barang', purchaseReceiptLine: 'Baris penerimaan', vendorMark: 'Nilai pemasok',
    importMapping: 'Pasangan kolom', importBatch: 'Impor', attachment: 'Lampiran', savedView: 'Tampilan tersimpan', reportExport: 'Ekspor laporan', restoreDrill: 'Uji pemulihan', supportBundle: 'Paket dukungan', backupCopy: 'Salinan cadangan', dataRestore: 'Pemulihan data', procedure: 'Perintah',
    purge: 'Pengarsipan catatan', unlocking: 'Pembukaan kuncian', noticeChoice: 'Pilihan notifikasi',
  },
  en: {
    accountingPeriod: 'accounting period', documentForm: 'form of a document', approvalChain: 'approval chain', approvalRequest: 'approval request', approvalDecision: 'approval decision', approvalDelegation: 'stand-in',
    site: 'factory', setting: 'setting', role: 'role', roleGrant: 'role permission', user: 'user', userSection: 'user’s section', session: 'session', desk: 'computer', apiKey: 'API key', operatorPass: 'PIN and badge',
    productionLine: 'production line', partner: 'partner', customer: 'customer', salesman: 'salesman', worker: 'worker', machine: 'machine', workCalendar: 'work calendar',
    workShift: 'shift', holiday: 'holiday', targetRule: 'target rule', processFlowEdge: 'process flow', courier: 'courier', tray: 'tray', labelPrinter: 'label printer', defectReason: 'defect',
    downtimeReason: 'reason for downtime', wasteReason: 'reason for waste', attributeDefinition: 'extra field', permissionGrant: 'temporary permission', menuItem: 'menu', userMenu: 'user’s menu', roleMenu: 'role’s menu', jobTitle: 'job title', passwordRecord: 'old password',
    unit: 'unit', unitConversion: 'unit conversion', bomHeader: 'BOM', bomLine: 'component of a BOM', bomVariant: 'substitute material', section: 'section', location: 'location', item: 'item', stockBalance: 'stock balance', stockReservation: 'stock reservation', stockMove: 'stock move', stockLot: 'lot', lotBalance: 'lot balance', stockMoveLot: 'lot of a move',
    materialDebt: 'material debt', debtSettlement: 'settlement of a material debt',
    kanbanBoard: 'kanban board', kanbanRule: 'kanban rule', kanbanCard: 'kanban card', notification: 'notification', notificationReceipt: 'notification receipt',
    purchaseOrder: 'purchase order', purchaseLine: 'line of an order', purchaseReceipt: 'receipt of goods', purchaseReceiptLine: 'line of a receipt', vendorMark: 'marks of a vendor',
    importMapping: 'column matching', importBatch: 'import', attachment: 'attachment', savedView: 'saved view', reportExport: 'report export', restoreDrill: 'restore drill', supportBundle: 'support bundle', backupCopy: 'copy of a backup', dataRestore: 'restored data', procedure: 'operation',
    purge: 'archiving of records', unlocking: 'lifting of a lock', noticeChoice: 'choice of notices',
  },
} as const
