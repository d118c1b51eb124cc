import { defineTexts } from '../core/texts.ts'

export const periodsTexts = defineTexts({
  id: {
    title: 'Periode buku', explanation: 'Ke dalam bulan yang ditutup tidak ada lagi yang dapat dibukukan. Menutup sebuah bulan juga menutup bulan-bulan sebelumnya.',
    statuses: { OPEN: 'Terbuka', CLOSED: 'Ditutup' }, month: 'Bulan', moves: 'Mutasi', changed: 'Terakhir diubah', running: 'Sedang berjalan',
    close: 'Tutup', closeName: 'Tutup {{month}}', closeTitle: 'Tutup {{month}}?', closeText: 'Setelah ditutup, tidak ada yang dapat dibukukan ke {{month}} atau sebelumnya, sampai dibuka lagi oleh yang berhak.',
    reopen: 'Buka lagi', reopenName: 'Buka lagi {{month}}', reopenTitle: 'Buka lagi {{month}}?', reopenText: 'Mutasi dapat dibukukan lagi ke {{month}}. Tulis mengapa; alasannya tercatat.',
    done: { closed: '{{month}} ditutup', reopened: '{{month}} dibuka lagi' },
  },
  en: {
    title: 'Accounting periods', explanation: 'Nothing more is posted into a month that is closed. Closing a month closes those before it too.',
    statuses: { OPEN: 'Open', CLOSED: 'Closed' }, month: 'Month', moves: 'Moves', changed: 'Last changed', running: 'Running',
    close: 'Close', closeName: 'Close {{month}}', closeTitle: 'Close {{month}}?', closeText: 'Once closed, nothing can be posted into {{month}} or before it, until somebody with the right opens it again.',
    reopen: 'Reopen', reopenName: 'Reopen {{month}}', reopenTitle: 'Reopen {{month}}?', reopenText: 'Moves can be posted into {{month}} again. Say why; the reason is kept.',
    done: { closed: '{{month}} is closed', reopened: '{{month}} is open again' },
  },
})
