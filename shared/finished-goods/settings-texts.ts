import { defineTexts } from '../core/texts.ts'

export const finishedGoodsSettingsTexts = defineTexts({
  id: {
    dailyTolerance: { name: 'Selisih hitung harian', explanation: 'Selisih barang jadi di atas ini diperingatkan.' },
    ageDays: { name: 'Barang jadi lama setelah', explanation: 'Yang tersimpan lebih lama diperingatkan.' },
  },
  en: {
    dailyTolerance: { name: 'Tolerance of the daily count', explanation: 'A larger difference of finished goods is told of.' },
    ageDays: { name: 'Finished goods are old after', explanation: 'What has been stored for longer is told of.' },
  },
})
