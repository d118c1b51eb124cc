import { defineTexts } from '../core/texts.ts'

export const finishedGoodsSettingsTexts = defineTexts({
  id: {
    dailyTolerance: { name: 'Selisih hitung harian', explanation: 'Selisih barang jadi di atas ini diperingatkan.' },
    ageDays: { name: 'Barang jadi lama setelah', explanation: 'Yang tersimpan lebih lama ditandai di laporan stok barang jadi.' },
    materialsAccount: { name: 'Akun persediaan bahan', explanation: 'Dikredit saat perintah produksi selesai, sebesar bahan yang dipakai.' },
    workAccount: { name: 'Akun barang dalam proses', explanation: 'Didebit oleh bahan, dikredit oleh barang jadi; setelah perintah selesai saldonya nol.' },
    goodsAccount: { name: 'Akun persediaan barang jadi', explanation: 'Didebit sebesar nilai barang jadi yang diterima.' },
    varianceAccount: { name: 'Akun selisih produksi', explanation: 'Menampung beda antara bahan yang dipakai dan nilai barang jadi.' },
  },
  en: {
    dailyTolerance: { name: 'Tolerance of the daily count', explanation: 'A larger difference of finished goods is told of.' },
    ageDays: { name: 'Finished goods are old after', explanation: 'What has been stored for longer is marked in the report of finished goods stock.' },
    materialsAccount: { name: 'Account of materials', explanation: 'Credited with what was used when a manufacturing order is completed.' },
    workAccount: { name: 'Account of work in progress', explanation: 'Debited by material, credited by finished goods; nothing is left on it once an order is completed.' },
    goodsAccount: { name: 'Account of finished goods', explanation: 'Debited with the value of the finished goods received.' },
    varianceAccount: { name: 'Account of production variance', explanation: 'Takes the difference between the material used and the value of the finished goods.' },
  },
})
