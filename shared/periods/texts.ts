import { defineTexts } from '../core/texts.ts'

export const periodsTexts = defineTexts({
  id: {
    title: 'Periode buku', explanation: 'Ke dalam bulan yang ditutup tidak ada lagi yang dapat dibukukan. Menutup sebuah bulan juga menutup bulan-bulan sebelumnya.',
    statuses: { OPEN: 'Terbuka', CLOSED: 'Ditutup' }, month: 'Bulan', moves: 'Mutasi', changed: 'Terakhir diubah', running: 'Sedang berjalan',
    close: 'Tutup', closeName: 'Tutup {{month}}', closeTitle: 'Tutup {{month}}?', closeText: 'Setelah ditutup, tidak ada yang dapat dibukukan ke {{month}} atau sebelumnya, sampai dibuka lagi oleh yang berhak.',
    reopen: 'Buka lagi', reopenName: 'Buka lagi {{month}}', reopenTitle: 'Buka lagi {{month}}?', reopenText: 'Mutasi dapat dibukukan lagi ke {{month}}. Tulis mengapa; alasannya tercatat.',
    done: { closed: '{{month}} ditutup', reopened: '{{month}} dibuka lagi' },
    inTheWay: {
      title: 'Sampai akhir bulan itu masih ada yang tertinggal: {{what}}. Setelah ditutup, semuanya baru dapat dibereskan bila bulannya dibuka lagi.',
      negative_one: '{{shown}} barang dengan WIP minus', negative_other: '{{shown}} barang dengan WIP minus', lateEntries_one: '{{shown}} isian terlambat yang menunggu', lateEntries_other: '{{shown}} isian terlambat yang menunggu',
      requests_one: '{{shown}} permintaan persetujuan hasil', requests_other: '{{shown}} permintaan persetujuan hasil',
    },
    settings: { closeDay: { name: 'Bulan tutup sendiri pada tanggal', explanation: 'Tanggal di bulan berikutnya ketika sebuah bulan ditutup otomatis, bila tidak ada WIP minus, isian terlambat, atau permintaan yang menunggu. Isi 0 bila selalu ditutup dengan tangan.' } },
  },
  en: {
    title: 'Accounting periods', explanation: 'Nothing more is posted into a month that is closed. Closing a month closes those before it too.',
    statuses: { OPEN: 'Open', CLOSED: 'Closed' }, month: 'Month', moves: 'Moves', changed: 'Last changed', running: 'Running',
    close: 'Close', closeName: 'Close {{month}}', closeTitle: 'Close {{month}}?', closeText: 'Once closed, nothing can be posted into {{month}} or before it, until somebody with the right opens it again.',
    reopen: 'Reopen', reopenName: 'Reopen {{month}}', reopenTitle: 'Reopen {{month}}?', reopenText: 'Moves can be posted into {{month}} again. Say why; the reason is kept.',
    done: { closed: '{{month}} is closed', reopened: '{{month}} is open again' },
    inTheWay: {
      title: 'Up to the end of that month something is left: {{what}}. Once it is closed, none of it can be settled before the month is opened again.',
      negative_one: '{{shown}} item with negative WIP', negative_other: '{{shown}} items with negative WIP', lateEntries_one: '{{shown}} late entry that waits', lateEntries_other: '{{shown}} late entries that wait',
      requests_one: '{{shown}} request about output', requests_other: '{{shown}} requests about output',
    },
    settings: { closeDay: { name: 'Months close by themselves on day', explanation: 'The day of the month after on which a month closes by itself, where no WIP is negative and no late entry or request waits. 0: it is always closed by hand.' } },
  },
})
