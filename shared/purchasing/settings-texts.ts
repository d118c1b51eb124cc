import { defineTexts } from '../core/texts.ts'

export const purchasingSettingsTexts = defineTexts({
  id: {
    largeOrder: {
      name: 'PO besar mulai di atas', explanation: 'PO dengan nilai lebih dari ini memerlukan persetujuan Finance Manager setelah persetujuan biasa.',
    },
    overReceipt: {
      name: 'Kelebihan kirim yang boleh diterima', explanation: 'Bagian dari jumlah pesanan. Kiriman yang lebih banyak dari ini diterima setelah disetujui.',
    },
    fabricLeadLeast: { name: 'Kain: paling cepat datang', explanation: 'Tanggal yang lebih dekat dari ini diberi peringatan pada PO, kalau pemasok tidak punya waktu tunggu sendiri.' },
    fabricLeadMost: { name: 'Kain: biasanya datang dalam', explanation: 'Tanggal inilah yang diusulkan pada PO, kalau pemasok tidak punya waktu tunggu sendiri.' },
    labelLeadLeast: { name: 'Label: paling cepat datang', explanation: 'Tanggal yang lebih dekat dari ini diberi peringatan pada PO, kalau pemasok tidak punya waktu tunggu sendiri.' },
    labelLeadMost: { name: 'Label: biasanya datang dalam', explanation: 'Tanggal inilah yang diusulkan pada PO, kalau pemasok tidak punya waktu tunggu sendiri.' },
    accessoryLeadLeast: { name: 'Aksesori: paling cepat datang', explanation: 'Tanggal yang lebih dekat dari ini diberi peringatan pada PO, kalau pemasok tidak punya waktu tunggu sendiri.' },
    accessoryLeadMost: { name: 'Aksesori: biasanya datang dalam', explanation: 'Tanggal inilah yang diusulkan pada PO, kalau pemasok tidak punya waktu tunggu sendiri.' },
  },
  en: {
    largeOrder: {
      name: 'Orders are large above', explanation: 'A purchase order worth more than this needs the Finance Manager’s approval after the usual one.',
    },
    overReceipt: { name: 'Over-delivery taken in', explanation: 'Share of what was ordered. A delivery of more than this is taken in once it is approved.' },
    fabricLeadLeast: { name: 'Fabric: here at the earliest after', explanation: 'An earlier day is warned of on the order, where the vendor has no lead time of its own.' },
    fabricLeadMost: { name: 'Fabric: usually here within', explanation: 'The day that is proposed on the order, where the vendor has no lead time of its own.' },
    labelLeadLeast: { name: 'Labels: here at the earliest after', explanation: 'An earlier day is warned of on the order, where the vendor has no lead time of its own.' },
    labelLeadMost: { name: 'Labels: usually here within', explanation: 'The day that is proposed on the order, where the vendor has no lead time of its own.' },
    accessoryLeadLeast: { name: 'Accessories: here at the earliest after', explanation: 'An earlier day is warned of on the order, where the vendor has no lead time of its own.' },
    accessoryLeadMost: { name: 'Accessories: usually here within', explanation: 'The day that is proposed on the order, where the vendor has no lead time of its own.' },
  },
})
