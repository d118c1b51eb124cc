import { defineTexts } from '../core/texts.ts'

export const warehouseSettingsTexts = defineTexts({
  id: {
    expiryWarningDays: { name: 'Peringatan kedaluwarsa', explanation: 'Sekian hari sebelum kedaluwarsa, lot ditandai dan disebut di ringkasan gudang.' },
    countAutomatic: { name: 'Selisih hitung: langsung', explanation: 'Selisih sampai persen ini langsung dibukukan.' },
    countManager: { name: 'Selisih hitung: Manajer di atas', explanation: 'Di atas persen ini Manajer memutuskan dan dihitung ulang; di bawahnya SPV.' },
    countFreezeMinutes: { name: 'Stok dibekukan saat hitung', explanation: 'Hanya barang dan lokasi yang dihitung.' },
    countMainDays: { name: 'Gudang utama dihitung setiap', explanation: 'Hitung berkala menurut kelas ABC.' },
    countSectionDays: { name: 'Gudang bagian dihitung setiap', explanation: 'Hitung berkala.' },
    countGoodsDays: { name: 'Barang jadi dihitung setiap', explanation: 'Juga bagian packing.' },
    packingTolerance: { name: 'Selisih di packing', explanation: 'Selisih yang dibiarkan di packing.' },
    abcFirst: { name: 'Kelas A sampai', explanation: 'Barang yang bersama-sama membawa sekian persen nilai keluar setahun.' },
    abcSecond: { name: 'Kelas B sampai', explanation: 'Di atas kelas A sampai sekian persen nilai keluar setahun; sisanya kelas C.' },
    debtMedium: { name: 'Utang material sedang mulai', explanation: 'Bagian kebutuhan yang diutang; di bawahnya ringan.' },
    debtHigh: { name: 'Utang material berat mulai', explanation: 'Bagian kebutuhan yang diutang.' },
    debtCritical: { name: 'Utang material gawat mulai', explanation: 'Bagian kebutuhan yang diutang.' },
  },
  en: {
    expiryWarningDays: { name: 'Warning of expiry', explanation: 'So many days before it expires a lot is marked, and named in the warehouse’s summary.' },
    countAutomatic: { name: 'Count difference: posted up to', explanation: 'A difference up to this is posted at once.' },
    countManager: { name: 'Count difference: manager above', explanation: 'Above this the manager decides and it is counted again; below, the supervisor.' },
    countFreezeMinutes: { name: 'Stock is frozen for', explanation: 'Only what is being counted.' },
    countMainDays: { name: 'Main store counted every', explanation: 'Cycle counts by ABC class.' },
    countSectionDays: { name: 'Section stores counted every', explanation: 'Cycle counts.' },
    countGoodsDays: { name: 'Finished goods counted every', explanation: 'Packing too.' },
    packingTolerance: { name: 'Tolerance at packing', explanation: 'Difference that is let pass at packing.' },
    abcFirst: { name: 'Class A up to', explanation: 'Items that together make up so much of the value issued in a year.' },
    abcSecond: { name: 'Class B up to', explanation: 'After class A, up to so much of the value issued in a year; the rest is class C.' },
    debtMedium: { name: 'Debt is medium from', explanation: 'Share of the need that is owed; below it is low.' },
    debtHigh: { name: 'Debt is high from', explanation: 'Share of the need that is owed.' },
    debtCritical: { name: 'Debt is critical from', explanation: 'Share of the need that is owed.' },
  },
})
