import { defineTexts } from '../core/texts.ts'

export const todayTexts = defineTexts({
  id: {
    title: 'Gudang hari ini', explanation: 'Yang menunggu gudang sekarang. Alt dan nomornya melompat ke daftarnya.', all: 'Lihat semua', keys: 'Gudang hari ini', jump: 'Lompat ke daftar',
    asks: 'Permintaan bagian', noAsks: 'Tidak ada permintaan yang menunggu.', shortages: 'Stok habis dan menipis', noShortages: 'Semua barang di atas minimumnya.', expiring: 'Lot yang kedaluwarsa', noExpiring: 'Tidak ada lot yang segera kedaluwarsa.',
    requisitions: 'Permintaan material', noRequisitions: 'Tidak ada permintaan material yang perlu disetujui atau diserahkan.', toDecide: 'belum disetujui', handOver: 'Serahkan', decide: 'Putuskan', open: 'Buka',
    arrivals: 'Kiriman yang ditunggu', noArrivals: 'Tidak ada kiriman pemasok yang ditunggu sampai tujuh hari ke depan.', receive: 'Terima', due: 'datang {{day}}',
    drafts: 'Draf yang menunggu', noDrafts: 'Tidak ada dokumen stok yang masih draf.', savedBy: 'dibuat {{name}}, {{at}}',
    counts: 'Harus dihitung', noCounts: 'Semua gudang sudah dihitung menurut rencananya.', countDue: 'jatuh tempo {{day}}', neverCounted: 'belum pernah dihitung', countNow: 'Hitung', goOn: 'Lanjutkan',
    reported: 'Laporan kekurangan', noReported: 'Tidak ada laporan kekurangan yang belum ditangani.', missing: 'kurang {{quantity}}', handle: 'Tangani',
    expired: 'sejak {{day}}', expiresOn: 'sampai {{day}}', below: 'tersedia {{available}}, minimum {{minimum}}', out: 'tersedia {{available}}', deliver: 'Serahkan', look: 'Lihat lot', more_one: '{{count}} lagi', more_other: '{{count}} lagi', needed: 'perlu {{day}}',
    count_one: '{{count}} hal menunggu', count_other: '{{count}} hal menunggu',
  },
  en: {
    title: 'Warehouse today', explanation: 'What waits for the warehouse now. Alt and its number jump to a list.', all: 'See all', keys: 'Warehouse today', jump: 'Jump to a list',
    asks: 'Asked for by sections', noAsks: 'Nothing that was asked for is waiting.', shortages: 'Stock that is out or low', noShortages: 'Every item is above its minimum.', expiring: 'Lots that expire', noExpiring: 'No lot expires soon.',
    requisitions: 'Requisitions', noRequisitions: 'No requisition waits to be approved or handed over.', toDecide: 'not approved yet', handOver: 'Hand over', decide: 'Decide', open: 'Open',
    arrivals: 'Deliveries expected', noArrivals: 'No vendor’s delivery is expected within seven days.', receive: 'Receive', due: 'due {{day}}',
    drafts: 'Drafts waiting', noDrafts: 'No stock document is still a draft.', savedBy: 'begun by {{name}}, {{at}}',
    counts: 'To be counted', noCounts: 'Every store has been counted as planned.', countDue: 'due {{day}}', neverCounted: 'never counted', countNow: 'Count', goOn: 'Go on',
    reported: 'Shortages reported', noReported: 'Every reported shortage has been handled.', missing: '{{quantity}} missing', handle: 'Handle',
    expired: 'since {{day}}', expiresOn: 'until {{day}}', below: '{{available}} available, minimum {{minimum}}', out: '{{available}} available', deliver: 'Deliver', look: 'See the lot', more_one: '{{count}} more', more_other: '{{count}} more', needed: 'needed {{day}}',
    count_one: '{{count}} waiting', count_other: '{{count}} waiting',
  },
})
