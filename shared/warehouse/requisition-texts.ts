import { defineTexts } from '../core/texts.ts'

export const requisitionTexts = defineTexts({
  id: {
    title: 'Permintaan material', list: 'Daftar permintaan material',
    statuses: { PENDING: 'Menunggu persetujuan', APPROVED: 'Disetujui', REJECTED: 'Ditolak', COMPLETED: 'Selesai', CANCELLED: 'Dibatalkan' },
  },
  en: {
    title: 'Requisitions', list: 'List of requisitions',
    statuses: { PENDING: 'Waits for approval', APPROVED: 'Approved', REJECTED: 'Rejected', COMPLETED: 'Complete', CANCELLED: 'Cancelled' },
  },
})

export const shortageTexts = defineTexts({
  id: { title: 'Kekurangan bahan', list: 'Daftar kekurangan bahan' },
  en: { title: 'Shortages', list: 'List of shortages' },
})
