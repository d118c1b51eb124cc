import { defineTexts } from '../core/texts.ts'

export const warehouseSettingsTexts = defineTexts({
  id: {
    expiryWarningDays: { name: 'Peringatan kedaluwarsa', explanation: 'Sekian hari sebelum kedaluwarsa, lot ditandai dan disebut di ringkasan gudang.' },
    countAutomatic: { name: 'Selisih hitung: langsung', explanation: 'Selisih sampai persen ini langsung dibukukan.' },
    countManager: { name: 'Selisih hitung: Manajer di atas', explanation: 'Di atas persen ini Manajer memutuskan dan dihitung ulang; di bawahnya SPV.' },
    countFreezeMinutes: { name: 'Stok dibekukan saat hitung', explanation: 'Hanya barang dan lokasi yang dihitung.' },
    countMainDays: { name: 'Gudang utama dihitung setiap', explanation: 'Rencana gudang utama yang tidak menyebut kelas ABC.' },
    countClassADays: { name: 'Kelas A dihitung setiap', explanation: 'Rencana gudang utama untuk kelas A. Rencana beberapa kelas mengikuti yang paling sering.' },
    countClassBDays: { name: 'Kelas B dihitung setiap', explanation: 'Rencana gudang utama untuk kelas B.' },
    countClassCDays: { name: 'Kelas C dihitung setiap', explanation: 'Rencana gudang utama untuk kelas C.' },
    countSectionDays: { name: 'Gudang bagian dihitung setiap', explanation: 'Hitung berkala.' },
    countGoodsDays: { name: 'Barang jadi dihitung setiap', explanation: 'Juga bagian packing.' },
    packingTolerance: { name: 'Selisih di packing', explanation: 'Selisih yang dibiarkan di packing.' },
    abcFirst: { name: 'Kelas A sampai', explanation: 'Barang yang bersama-sama membawa sekian persen nilai keluar setahun.' },
    abcSecond: { name: 'Kelas B sampai', explanation: 'Di atas kelas A sampai sekian persen nilai keluar setahun; sisanya kelas C.' },
    ageFirst: {
      name: 'Umur stok: golongan pertama sampai',
      explanation: 'Stok yang masuk paling lama sekian hari lalu. Berlaku untuk umur lot, umur stok, dan umur utang material.',
    },
    ageSecond: {
      name: 'Umur stok: golongan kedua sampai',
      explanation: 'Setelah golongan pertama sampai sekian hari. Yang lebih lama menjadi “Stok lambat” di daftar lot.',
    },
    ageThird: {
      name: 'Umur stok: golongan ketiga sampai',
      explanation: 'Setelah golongan kedua sampai sekian hari; yang lebih lama masuk golongan terakhir dan ditandai.',
    },
    movingAverage: {
      name: 'Nilai stok dengan rata-rata bergerak',
      explanation: 'Bila tidak, stok dinilai menurut harga lotnya masing-masing (FIFO). Laporan nilai stok dapat menampilkan keduanya.',
    },
    debtMedium: { name: 'Utang material sedang mulai', explanation: 'Bagian kebutuhan yang diutang; di bawahnya ringan.' },
    debtHigh: { name: 'Utang material berat mulai', explanation: 'Bagian kebutuhan yang diutang.' },
    debtCritical: { name: 'Utang material gawat mulai', explanation: 'Bagian kebutuhan yang diutang.' },
  },
  en: {
    expiryWarningDays: { name: 'Warning of expiry', explanation: 'So many days before it expires a lot is marked, and named in the warehouse’s summary.' },
    countAutomatic: { name: 'Count difference: posted up to', explanation: 'A difference up to this is posted at once.' },
    countManager: { name: 'Count difference: manager above', explanation: 'Above this the manager decides and it is counted again; below, the supervisor.' },
    countFreezeMinutes: { name: 'Stock is frozen for', explanation: 'Only what is being counted.' },
    countMainDays: { name: 'Main store counted every', explanation: 'Plans of the main store that name no ABC class.' },
    countClassADays: { name: 'Class A counted every', explanation: 'Plans of the main store for class A. A plan of several classes follows the most frequent.' },
    countClassBDays: { name: 'Class B counted every', explanation: 'Plans of the main store for class B.' },
    countClassCDays: { name: 'Class C counted every', explanation: 'Plans of the main store for class C.' },
    countSectionDays: { name: 'Section stores counted every', explanation: 'Cycle counts.' },
    countGoodsDays: { name: 'Finished goods counted every', explanation: 'Packing too.' },
    packingTolerance: { name: 'Tolerance at packing', explanation: 'Difference that is let pass at packing.' },
    abcFirst: { name: 'Class A up to', explanation: 'Items that together make up so much of the value issued in a year.' },
    abcSecond: { name: 'Class B up to', explanation: 'After class A, up to so much of the value issued in a year; the rest is class C.' },
    ageFirst: {
      name: 'Age of stock: first band up to',
      explanation: 'Stock that came in at most so many days ago. Counts for the age of lots, of stock and of material debts.',
    },
    ageSecond: {
      name: 'Age of stock: second band up to', explanation: 'After the first band, up to so many days. What is older is “Slow stock” in the list of lots.',
    },
    ageThird: {
      name: 'Age of stock: third band up to', explanation: 'After the second band, up to so many days; what is older falls into the last band and is marked.',
    },
    movingAverage: {
      name: 'Value the stock by the moving average', explanation: 'Otherwise by what each lot cost (FIFO). The valuation report can show both.',
    },
    debtMedium: { name: 'Debt is medium from', explanation: 'Share of the need that is owed; below it is low.' },
    debtHigh: { name: 'Debt is high from', explanation: 'Share of the need that is owed.' },
    debtCritical: { name: 'Debt is critical from', explanation: 'Share of the need that is owed.' },
  },
})
