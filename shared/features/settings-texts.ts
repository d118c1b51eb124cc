import { defineTexts } from '../core/texts.ts'

export const featuresSettingsTexts = defineTexts({
  id: {
    strictPallets: { name: 'Palet harus penuh', explanation: 'Packing selesai hanya bila jumlah karton kelipatan isi palet.' },
    backflush: { name: 'Bahan dipotong dari hasil', explanation: 'Bahan dikeluarkan otomatis menurut BOM saat hasil dicatat; bila mati, dikeluarkan dengan tangan.' },
    manualPicking: { name: 'Ambil barang dengan tangan', explanation: 'Pengambilan boleh dikonfirmasi tanpa pemindaian.' },
    bulkPicking: { name: 'Ambil barang sekaligus', explanation: 'Beberapa faktur boleh diambil dalam satu jalan.' },
    strictBackdate: { name: 'Isian mundur dilarang', explanation: 'Isian untuk hari yang sudah lewat ditolak sama sekali.' },
  },
  en: {
    strictPallets: { name: 'Pallets must be full', explanation: 'Packing is complete only where the cartons fill whole pallets.' },
    backflush: { name: 'Backflush material', explanation: 'Material is issued by the BOM when output is confirmed; when off, it is issued by hand.' },
    manualPicking: { name: 'Manual picking', explanation: 'Picks may be confirmed without a scan.' },
    bulkPicking: { name: 'Bulk picking', explanation: 'Several invoices may be picked on one round.' },
    strictBackdate: { name: 'No back-dated entries', explanation: 'Entries for a day that has passed are refused outright.' },
  },
})
