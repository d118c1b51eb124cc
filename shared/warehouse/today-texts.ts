import { defineTexts } from '../core/texts.ts'

export const todayTexts = defineTexts({
  id: {
    title: 'Gudang hari ini', explanation: 'Yang menunggu gudang sekarang. Alt+1 sampai Alt+5 melompat ke daftarnya.', all: 'Lihat semua', keys: 'Gudang hari ini', jump: 'Lompat ke daftar',
    asks: 'Permintaan bagian', noAsks: 'Tidak ada permintaan yang menunggu.', shortages: 'Stok habis dan menipis', noShortages: 'Semua barang di atas minimumnya.', expiring: 'Lot yang kedaluwarsa', noExpiring: 'Tidak ada lot yang segera kedaluwarsa.',
    expired: 'sejak {{day}}', expiresOn: 'sampai {{day}}', below: 'tersedia {{available}}, minimum {{minimum}}', out: 'tersedia {{available}}', deliver: 'Serahkan', look: 'Lihat lot', more_one: '{{count}} lagi', more_other: '{{count}} lagi', needed: 'perlu {{day}}',
    count_one: '{{count}} hal menunggu', count_other: '{{count}} hal menunggu',
  },
  en: {
    title: 'Warehouse today', explanation: 'What waits for the warehouse now. Alt+1 to Alt+5 jump to a list.', all: 'See all', keys: 'Warehouse today', jump: 'Jump to a list',
    asks: 'Asked for by sections', noAsks: 'Nothing that was asked for is waiting.', shortages: 'Stock that is out or low', noShortages: 'Every item is above its minimum.', expiring: 'Lots that expire', noExpiring: 'No lot expires soon.',
    expired: 'since {{day}}', expiresOn: 'until {{day}}', below: '{{available}} available, minimum {{minimum}}', out: '{{available}} available', deliver: 'Deliver', look: 'See the lot', more_one: '{{count}} more', more_other: '{{count}} more', needed: 'needed {{day}}',
    count_one: '{{count}} waiting', count_other: '{{count}} waiting',
  },
})
