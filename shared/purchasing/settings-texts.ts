import { defineTexts } from '../core/texts.ts'

export const purchasingSettingsTexts = defineTexts({
  id: {
    largeOrder: {
      name: 'PO besar mulai di atas', explanation: 'PO dengan nilai lebih dari ini memerlukan persetujuan Finance Manager setelah persetujuan biasa.',
    },
    overReceipt: {
      name: 'Kelebihan kirim yang boleh diterima', explanation: 'Bagian dari jumlah pesanan. Kiriman yang lebih banyak dari ini diterima setelah disetujui.',
    },
  },
  en: {
    largeOrder: {
      name: 'Orders are large above', explanation: 'A purchase order worth more than this needs the Finance Manager’s approval after the usual one.',
    },
    overReceipt: { name: 'Over-delivery taken in', explanation: 'Share of what was ordered. A delivery of more than this is taken in once it is approved.' },
  },
})
