import { defineTexts } from '../core/texts.ts'

export const findingTexts = defineTexts({
  id: {
    title: 'Temuan', description: 'Pola dan pengecualian yang perlu dilihat dalam periode, dan siapa yang sudah melihatnya.', all: 'Semua temuan', empty: 'Tidak ada temuan', emptyHint: 'Pola dan pengecualian dari hasil harian, hasil pekerja, bahan, dan pindaian muncul di sini. Tidak ada yang ditolak karenanya.',
    columns: { day: 'Tanggal', section: 'Bagian', kind: 'Temuan', number: 'Tentang', who: 'Siapa', actual: 'Hasil', wanted: 'Seharusnya', share: 'Dari seharusnya', rows: 'Isian', look: 'Keadaan', note: 'Catatan' },
    states: { OPEN: 'Belum dilihat', LOOKED_AT: 'Sudah dilihat' }, standing: 'masih berlaku', behind: 'Isian di baliknya', open: 'Buka', code: 'Kode', times: '{{shown}} kali',
    look: 'Tandai sudah dilihat', lookTitle: 'Sudah dilihat', note: 'Apa yang Anda temukan', looked: 'Ditandai sudah dilihat', takeBack: 'Batalkan tanda', takenBack: 'Temuan ini perlu dilihat lagi', by: '{{name}}, {{at}}',
  },
  en: {
    title: 'Findings', description: 'Patterns and exceptions of the period that deserve a look, and who looked at them.', all: 'All findings', empty: 'No findings', emptyHint: 'Patterns and exceptions of daily output, workers’ output, material and scans are told here. Nothing is refused for them.',
    columns: { day: 'Date', section: 'Section', kind: 'Finding', number: 'About', who: 'Who', actual: 'Actual', wanted: 'Expected', share: 'Of expected', rows: 'Entries', look: 'State', note: 'Note' },
    states: { OPEN: 'To be looked at', LOOKED_AT: 'Looked at' }, standing: 'still so', behind: 'Entries behind it', open: 'Open', code: 'Code', times: '{{shown}} times',
    look: 'Mark as looked at', lookTitle: 'Looked at', note: 'What you found', looked: 'Marked as looked at', takeBack: 'Take the mark back', takenBack: 'This is to be looked at again', by: '{{name}}, {{at}}',
  },
})
