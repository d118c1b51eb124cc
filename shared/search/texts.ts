import { defineTexts } from '../core/texts.ts'

export const searchTexts = defineTexts({
  id: {
    title: 'Cari dan perintah',
    open: 'Cari',
    placeholder: 'Cari layar, perintah, kartu, barang, orang…',
    results: 'Hasil',
    searching: 'Mencari…',
    nothing: 'Tidak ada yang cocok dengan “{{text}}”',
    nothingHint: 'Coba sebagian namanya, kodenya, atau nomornya.',
    failed: 'Pencarian di host gagal: {{problem}}',
    count_one: '{{count}} hasil', count_other: '{{count}} hasil',
    groups: { recent: 'Terakhir dipakai', screens: 'Layar', actions: 'Perintah' },
    kinds: {
      productionLine: 'Lini produksi', partner: 'Mitra', customer: 'Pelanggan', salesman: 'Tenaga penjual', worker: 'Pekerja', machine: 'Mesin', workCalendar: 'Kalender kerja',
      workShift: 'Shift', courier: 'Kurir', tray: 'Baki', labelPrinter: 'Pencetak label', stockLot: 'Lot', defectReason: 'Jenis cacat', downtimeReason: 'Alasan mesin berhenti', wasteReason: 'Alasan limbah',
      requisition: 'Permintaan material', shortage: 'Kekurangan bahan',
      kanbanCard: 'Kartu kanban', item: 'Barang', location: 'Lokasi', section: 'Bagian', user: 'Pengguna', unit: 'Satuan', stockMove: 'Mutasi stok', materialDebt: 'Utang material', stockCount: 'Hitung stok', approvalRequest: 'Permintaan persetujuan', report: 'Laporan', importBatch: 'Impor',
      notification: 'Notifikasi', purchaseOrder: 'Pesanan pembelian', purchaseReceipt: 'Penerimaan barang',
    },
    hints: { move: 'pilih', open: 'buka', apart: 'di jendela baru', close: 'tutup' },
    formOpen: 'Formulir yang terbuka tetap ada: hasil dibuka di jendela baru.',
    blocked: 'Peramban menolak jendela baru. Izinkan jendela baru untuk alamat ini.',
    actions: {
      theme: 'Tampilan: {{theme}}', language: 'Bahasa: {{language}}', mute: 'Matikan bunyi di komputer ini', unmute: 'Nyalakan bunyi di komputer ini',
    },
  },
  en: {
    title: 'Search and commands',
    open: 'Search',
    placeholder: 'Find a screen, command, card, item, person…',
    results: 'Results',
    searching: 'Searching…',
    nothing: 'Nothing matches “{{text}}”',
    nothingHint: 'Try a part of its name, its code or its number.',
    failed: 'Searching the host failed: {{problem}}',
    count_one: '{{count}} result', count_other: '{{count}} results',
    groups: { recent: 'Used last', screens: 'Screens', actions: 'Commands' },
    kinds: {
      productionLine: 'Production lines', partner: 'Partners', customer: 'Customers', salesman: 'Salesmen', worker: 'Workers', machine: 'Machines', workCalendar: 'Work calendars',
      workShift: 'Shifts', courier: 'Couriers', tray: 'Trays', labelPrinter: 'Label printers', stockLot: 'Lots', defectReason: 'Defects', downtimeReason: 'Reasons for downtime', wasteReason: 'Reasons for waste',
      requisition: 'Requisitions', shortage: 'Shortages',
      kanbanCard: 'Kanban cards', item: 'Items', location: 'Locations', section: 'Sections', user: 'Users', unit: 'Units', stockMove: 'Stock moves', materialDebt: 'Material debts', stockCount: 'Stock counts', approvalRequest: 'Approval requests', report: 'Reports', importBatch: 'Imports',
      notification: 'Notices', purchaseOrder: 'Purchase orders', purchaseReceipt: 'Receipts of goods',
    },
    hints: { move: 'choose', open: 'open', apart: 'in a new window', close: 'close' },
    formOpen: 'The open form stays: results open in a new window.',
    blocked: 'The browser refused a new window. Allow new windows for this address.',
    actions: {
      theme: 'Appearance: {{theme}}', language: 'Language: {{language}}', mute: 'Turn the sound off on this computer', unmute: 'Turn the sound on on this computer',
    },
  },
})
