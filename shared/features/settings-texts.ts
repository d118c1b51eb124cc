import { defineTexts } from '../core/texts.ts'

export const featuresSettingsTexts = defineTexts({
  id: {
    strictPallets: { name: 'Palet harus penuh', explanation: 'Packing selesai hanya bila jumlah karton kelipatan isi palet.' },
    backflush: { name: 'Bahan dipotong dari hasil', explanation: 'Bahan dikeluarkan otomatis menurut BOM saat hasil dicatat; bila mati, dikeluarkan dengan tangan.' },
    manualPicking: { name: 'Ambil barang dengan tangan', explanation: 'Pengambilan boleh dikonfirmasi tanpa pemindaian.' },
    bulkPicking: { name: 'Ambil barang sekaligus', explanation: 'Beberapa faktur boleh diambil dalam satu jalan.' },
    ledgerBinds: { name: 'Buku WIP mengikat', explanation: 'Hasil dan limbah yang melebihi WIP yang tersedia ditolak, dan WIP minus dikabarkan. Nyalakan setelah alur proses lengkap dan hasil tiap bagian diisi.' },
    strictBackdate: { name: 'Isian mundur dilarang', explanation: 'Isian untuk hari yang sudah lewat ditolak sama sekali.' },
  },
  en: {
    strictPallets: { name: 'Pallets must be full', explanation: 'Packing is complete only where the cartons fill whole pallets.' },
    backflush: { name: 'Backflush material', explanation: 'Material is issued by the BOM when output is confirmed; when off, it is issued by hand.' },
    manualPicking: { name: 'Manual picking', explanation: 'Picks may be confirmed without a scan.' },
    bulkPicking: { name: 'Bulk picking', explanation: 'Several invoices may be picked on one round.' },
    ledgerBinds: { name: 'The WIP ledger binds', explanation: 'Output and waste beyond the WIP that is available are refused, and negative WIP is told. Switch it on once the process flows are complete and every section enters its output.' },
    strictBackdate: { name: 'No back-dated entries', explanation: 'Entries for a day that has passed are refused outright.' },
  },
})
