import { defineTexts } from '../core/texts.ts'

export const countTexts = defineTexts({
  id: {
    title: 'Hitung stok', differing: 'Baris yang berbeda dari buku',
    statuses: { DRAFT: 'Disiapkan', COUNTING: 'Sedang dihitung', COMPARED: 'Dibandingkan', POSTED: 'Dibukukan', CANCELLED: 'Dibatalkan' },
    rhythms: { MAIN: 'Gudang utama', SECTION: 'Gudang bagian', GOODS: 'Barang jadi dan packing' },
    causes: { COUNTING: 'Salah hitung', UNRECORDED: 'Belum dicatat', LOSS_SCRAP: 'Rusak atau terbuang', THEFT: 'Hilang dicuri', SYSTEM: 'Kesalahan sistem' },
    bands: { AUTOMATIC: 'Langsung', SUPERVISOR: 'SPV', MANAGER: 'Manajer' },
    abcClasses: { A: 'Kelas A', B: 'Kelas B', C: 'Kelas C' },
  },
  en: {
    title: 'Stock counts', differing: 'Lines that differ from the books',
    statuses: { DRAFT: 'Prepared', COUNTING: 'Being counted', COMPARED: 'Compared', POSTED: 'Posted', CANCELLED: 'Cancelled' },
    rhythms: { MAIN: 'Main store', SECTION: 'Section’s store', GOODS: 'Finished goods and packing' },
    causes: { COUNTING: 'Miscounted', UNRECORDED: 'Not recorded', LOSS_SCRAP: 'Damaged or scrapped', THEFT: 'Theft', SYSTEM: 'Fault of the system' },
    bands: { AUTOMATIC: 'At once', SUPERVISOR: 'Supervisor', MANAGER: 'Manager' },
    abcClasses: { A: 'Class A', B: 'Class B', C: 'Class C' },
  },
})
