import { defineTexts } from '../core/texts.ts'
import { securityTexts } from './security-texts.ts'
import { integrityTexts } from './integrity-texts.ts'
import { wordTexts } from './word-texts.ts'

export const auditTexts = defineTexts({
  id: {
    ...wordTexts.id, ...securityTexts.id, ...integrityTexts.id,
    title: 'Jejak audit', hint: 'Siapa mengubah apa, kapan, dari mana, dan mengapa. Tidak seorang pun dapat mengubah atau menghapusnya.',
    tabs: { entries: 'Daftar', summary: 'Ringkasan' },
    list: {
      number: 'Nomor', time: 'Waktu', user: 'Pengguna', action: 'Tindakan', module: 'Modul', record: 'Data', change: 'Perubahan', reason: 'Alasan', place: 'Dari mana', entity: 'Jenis data', days: 'Tanggal',
      more_one: '+{{count}} isian lain', more_other: '+{{count}} isian lain', empty: 'Belum ada yang tercatat', emptyHint: 'Setiap penambahan, perubahan, dan penghapusan akan muncul di sini dengan sendirinya.',
      export: 'Ekspor', exporting: 'Menyusun {{format}}', exported: '{{name}} siap', export_csv: 'CSV', export_xlsx: 'Excel', recordFilter: 'Satu data', ofRecord: 'Hanya {{record}}', searchHint: 'Nomor, kode, atau nama data',
      key: 'Jejak audit', openKey: 'Buka rincian', storyKey: 'Riwayat lengkap datanya',
    },
    entry: {
      title: 'Catatan nomor {{seq}}', field: 'Isian', before: 'Sebelum', after: 'Sesudah', nothing: '—', changed: 'Yang berubah', hidden_one: '{{count}} isian teknis tidak ditampilkan',
      hidden_other: '{{count}} isian teknis tidak ditampilkan', noFields: 'Tidak ada isian yang dapat ditampilkan.', account: 'Akun {{name}}', story: 'Riwayat lengkap data ini', open: 'Buka datanya',
      seal: 'Rantai bukti', hash: 'Sidik baris ini', previousHash: 'Sidik baris sebelumnya', chain: 'Baris ini terikat pada baris sebelum dan sesudahnya; mengubah satu huruf pun akan ketahuan saat diperiksa.',
      onlyThis: 'Semua tentang data ini', onlyUser: 'Semua oleh orang ini',
    },
    story: {
      title: 'Riwayat lengkap', hint: 'Siapa, apa, kapan, di mana, mengapa, bagaimana — yang terbaru di atas.', who: 'Siapa', what: 'Apa', when: 'Kapan', where: 'Di mana', why: 'Mengapa', how: 'Bagaimana',
      noReason: 'tanpa alasan', link: 'Siapa, apa, kapan, di mana, mengapa, bagaimana', empty: 'Belum ada yang tercatat tentang data ini', emptyHint: 'Kalau datanya ada sejak sebelum jejak audit diarsipkan, catatannya ada di arsip tahunan.',
      back: 'Ke jejak audit',
    },
    summary: {
      title: 'Ringkasan audit', total: 'Semua catatan', totalHint: 'di dalam data', lastDay: '24 jam terakhir', lastWeek: '7 hari terakhir', archived: 'Di arsip', perDay: 'Catatan per hari, 30 hari terakhir', day: 'Tanggal', count: 'Catatan',
      users: '10 pengguna teraktif, 30 hari', modules: '10 modul teraktif, 30 hari', deletions: 'Penghapusan terakhir', approvals: 'Persetujuan terakhir', noDeletions: 'Tidak ada yang dihapus', noApprovals: 'Belum ada persetujuan',
      refresh: 'Hitung ulang', table: 'Lihat sebagai tabel', chart: 'Lihat sebagai grafik', dayCount: '{{day}}: {{count}} catatan',
    },
    export: {
      title: 'Jejak audit',
      columns: {
        seq: 'Nomor', at: 'Waktu', user: 'Pengguna', role: 'Peran', action: 'Tindakan', module: 'Modul', entity: 'Jenis data', record: 'Data', before: 'Sebelum', after: 'Sesudah', reason: 'Alasan',
        where: 'Dari mana', how: 'Bagaimana',
      },
    },
    settings: {
      retentionYears: { name: 'Jejak audit disimpan di data', explanation: 'Tahun yang lebih lama dipindah ke arsip tersegel di folder “archives”, tidak pernah dibuang. Paling sedikit 5 tahun.' },
      securityYears: { name: 'Catatan keamanan disimpan', explanation: 'Penolakan dan percobaan masuk yang lebih lama dihapus. Paling sedikit 2 tahun.' },
      eventDays: { name: 'Kabar perubahan disimpan', explanation: 'Komputer yang terputus lebih lama dari ini memuat ulang semuanya saat tersambung lagi.' },
    },
  },
  en: {
    ...wordTexts.en, ...securityTexts.en, ...integrityTexts.en,
    title: 'Audit trail', hint: 'Who changed what, when, from where and why. Nobody can change or delete it.',
    tabs: { entries: 'List', summary: 'Summary' },
    list: {
      number: 'Number', time: 'Time', user: 'User', action: 'Act', module: 'Module', record: 'Record', change: 'Change', reason: 'Reason', place: 'From where', entity: 'Kind of record', days: 'Days',
      more_one: '+{{count}} more field', more_other: '+{{count}} more fields', empty: 'Nothing recorded yet', emptyHint: 'Whatever is added, changed or deleted shows up here by itself.',
      export: 'Export', exporting: 'Making {{format}}', exported: '{{name}} is ready', export_csv: 'CSV', export_xlsx: 'Excel', recordFilter: 'One record', ofRecord: 'Only {{record}}', searchHint: 'Number, code or name of a record',
      key: 'Audit trail', openKey: 'Open the details', storyKey: 'Full history of the record',
    },
    entry: {
      title: 'Record number {{seq}}', field: 'Field', before: 'Before', after: 'After', nothing: '—', changed: 'What changed', hidden_one: '{{count}} technical field is not shown',
      hidden_other: '{{count}} technical fields are not shown', noFields: 'There are no fields to be shown.', account: 'Account {{name}}', story: 'Full history of this record', open: 'Open the record',
      seal: 'Chain of evidence', hash: 'Fingerprint of this row', previousHash: 'Fingerprint of the row before', chain: 'This row is bound to the rows before and after it; a change of a single letter shows when it is checked.',
      onlyThis: 'All about this record', onlyUser: 'All by this person',
    },
    story: {
      title: 'Full history', hint: 'Who, what, when, where, why, how — the newest first.', who: 'Who', what: 'What', when: 'When', where: 'Where', why: 'Why', how: 'How',
      noReason: 'no reason given', link: 'Who, what, when, where, why, how', empty: 'Nothing is recorded of this', emptyHint: 'If it is older than the archived audit, its past is in the yearly archives.',
      back: 'To the audit trail',
    },
    summary: {
      title: 'Audit summary', total: 'All records', totalHint: 'in the database', lastDay: 'Last 24 hours', lastWeek: 'Last 7 days', archived: 'In archives', perDay: 'Records a day, last 30 days', day: 'Day', count: 'Records',
      users: '10 busiest users, 30 days', modules: '10 busiest modules, 30 days', deletions: 'Latest deletions', approvals: 'Latest approvals', noDeletions: 'Nothing was deleted', noApprovals: 'No approvals yet',
      refresh: 'Count again', table: 'Show as a table', chart: 'Show as a chart', dayCount: '{{day}}: {{count}} records',
    },
    export: {
      title: 'Audit trail',
      columns: {
        seq: 'Number', at: 'Time', user: 'User', role: 'Role', action: 'Act', module: 'Module', entity: 'Kind of record', record: 'Record', before: 'Before', after: 'After', reason: 'Reason',
        where: 'From where', how: 'How',
      },
    },
    settings: {
      retentionYears: { name: 'Audit kept in the database', explanation: 'Older years go to sealed archives in the folder “archives” and are never thrown away. At least 5 years.' },
      securityYears: { name: 'Security log kept', explanation: 'Older refusals and attempts to sign in are deleted. At least 2 years.' },
      eventDays: { name: 'Change events kept', explanation: 'A computer that was away for longer reads everything anew when it comes back.' },
    },
  },
})
