import { defineTexts } from '../core/texts.ts'

export const followUpScreenTexts = defineTexts({
  id: {
    clients: {
      empty: 'Belum ada tagihan',
      emptyHint: 'Impor buku piutang dari program akuntansi: kode pelanggan, debit, dan kredit. Impor berikutnya mengganti sisa tagihannya.',
      import: 'Impor buku piutang', owing: 'Tagihan', onlyOwing: 'Masih berutang', settled: 'Lunas', last: 'Terakhir ditagih', next: 'Berikutnya',
      leftOut: 'Buku terakhir', isLeftOut: 'Tidak ada di buku terakhir', isListed: 'Ada di buku terakhir', escalatedTo: 'Diteruskan kepada {{who}}',
      never: 'Belum pernah', since_one: '{{formatted}} hari lalu', since_other: '{{formatted}} hari lalu', today: 'Hari ini',
    },
    figures: {
      owing: 'Sisa tagihan', asOf: 'per {{day}}', customers_one: '{{shown}} pelanggan', customers_other: '{{shown}} pelanggan',
      byRisk: 'Menurut risiko', thisWeek: 'Janji minggu ini', late: 'Janji lewat tanggal', promises_one: '{{shown}} janji',
      promises_other: '{{shown}} janji',
    },
    page: {
      back: 'Semua tagihan', about: 'Pelanggan', history: 'Riwayat tindak lanjut', noHistory: 'Belum pernah ditindaklanjuti',
      noHistoryHint: 'Catat telepon, pesan, atau kunjungan pertama.', alerts: 'Peringatan', noAlerts: 'Tidak ada peringatan terbuka',
      past: 'Sudah selesai', forOther: 'Diteruskan kepada {{who}}: hanya dia yang mencatat tindak lanjut dan menyelesaikan peringatannya.',
      forYou: 'Diteruskan kepada Anda: hanya Anda yang mencatat tindak lanjut dan menyelesaikan peringatannya.', promised: 'Janji {{amount}}',
      promisedFor: 'Janji {{amount}} untuk {{day}}', next: 'Berikutnya {{day}}', outstandingThen: 'Sisa waktu itu {{amount}}',
      escalatedTo: 'Diteruskan kepada {{who}}', ledger: 'Perubahan tagihan', show: 'Tampilkan', unknownDay: 'belum diketahui', address: 'Alamat',
      contact: 'Kontak', noContact: 'Belum ada kontak', editCustomer: 'Data pelanggan', formula: 'Debit {{debit}} − kredit {{credit}}',
      endedBy: 'Selesai dengan tindak lanjut', endedByHost: 'Selesai dengan sendirinya',
    },
    log: {
      title: 'Catat tindak lanjut', act: 'Catat tindak lanjut', short: 'Catat', subtitle: '{{customer}} · sisa tagihan {{amount}}',
      customer: 'Pelanggan', promisedHint: 'Sisa tagihan {{amount}}.', promisedFor: 'Tanggal janji', nextHint: 'Sebelum tanggal ini Anda diingatkan.',
      done: 'Tindak lanjut {{customer}} tercatat', doneFor: 'Tindak lanjut {{customer}} tercatat, berikutnya {{day}}',
      escalated: 'Tagihan {{customer}} diteruskan kepada {{who}}', escalateHint: 'Sejak itu hanya dia yang boleh menindaklanjuti.',
      keys: { log: 'T', title: 'Tagihan pelanggan' },
    },
    alerts: {
      title: 'Peringatan tagihan', empty: 'Tidak ada peringatan',
      emptyHint: 'Pelanggan yang lewat tanggal, berisiko tinggi, belum pernah ditagih, atau diteruskan ke atasan muncul di sini dengan sendirinya.',
      state: 'Keadaan', open: 'Terbuka', closed: 'Selesai', me: 'Saya', resolve: 'Selesaikan', resolveTitle: 'Selesaikan peringatan: {{customer}}',
      resolveText: '{{kind}}. Tulis apa yang sudah disepakati; tersimpan dalam riwayat.', resolveLabel: 'Penyelesaian',
      resolved: 'Peringatan {{customer}} selesai', onlyFor: 'Hanya {{who}}', since: 'Sejak',
    },
    found: { owing: 'Masih berutang', settled: 'Lunas' },
    reportLinks: { outstanding: 'Laporan tagihan pelanggan' },
  },
  en: {
    clients: {
      empty: 'Nobody owes anything yet',
      emptyHint:
        'Import the ledger of receivables of the accounting program: customer code, debit and credit. The next import replaces what they owe.',
      import: 'Import ledger', owing: 'Debt', onlyOwing: 'Owing', settled: 'Settled', last: 'Last asked', next: 'Next', leftOut: 'Newest ledger',
      isLeftOut: 'Not in the newest ledger', isListed: 'In the newest ledger', escalatedTo: 'Escalated to {{who}}', never: 'Never',
      since_one: '{{formatted}} day ago', since_other: '{{formatted}} days ago', today: 'Today',
    },
    figures: {
      owing: 'Outstanding', asOf: 'as of {{day}}', customers_one: '{{shown}} customer', customers_other: '{{shown}} customers', byRisk: 'By risk',
      thisWeek: 'Promised this week', late: 'Promises past their day', promises_one: '{{shown}} promise', promises_other: '{{shown}} promises',
    },
    page: {
      back: 'All debts', about: 'Customer', history: 'History of follow-ups', noHistory: 'Never followed up',
      noHistoryHint: 'Log the first call, message or visit.', alerts: 'Alerts', noAlerts: 'No open alerts', past: 'Resolved',
      forOther: 'Escalated to {{who}}: they alone log follow-ups and resolve the alert.',
      forYou: 'Escalated to you: you alone log follow-ups and resolve the alert.', promised: 'Promised {{amount}}',
      promisedFor: 'Promised {{amount}} for {{day}}', next: 'Next on {{day}}', outstandingThen: 'Outstanding then: {{amount}}',
      escalatedTo: 'Escalated to {{who}}', ledger: 'Changes of the account', show: 'Show', unknownDay: 'not known', address: 'Address',
      contact: 'Contact', noContact: 'No contact known', editCustomer: 'Customer data', formula: 'Debit {{debit}} − credit {{credit}}',
      endedBy: 'Seen to by a follow-up', endedByHost: 'Over by itself',
    },
    log: {
      title: 'Log a follow-up', act: 'Log a follow-up', short: 'Log', subtitle: '{{customer}} · outstanding {{amount}}', customer: 'Customer',
      promisedHint: 'Outstanding: {{amount}}.', promisedFor: 'Promised for', nextHint: 'You are reminded before that day.',
      done: 'Follow-up of {{customer}} logged', doneFor: 'Follow-up of {{customer}} logged, next on {{day}}',
      escalated: 'What {{customer}} owes was escalated to {{who}}', escalateHint: 'From then on only they may follow up.',
      keys: { log: 'L', title: 'What customers owe' },
    },
    alerts: {
      title: 'Payment alerts', empty: 'No alerts',
      emptyHint: 'Customers past their day, of high risk, never asked, or escalated appear here by themselves.', state: 'State', open: 'Open',
      closed: 'Resolved', me: 'Me', resolve: 'Resolve', resolveTitle: 'Resolve alert: {{customer}}',
      resolveText: '{{kind}}. Write what was agreed; it is kept in the history.', resolveLabel: 'Resolution',
      resolved: 'Alert of {{customer}} resolved', onlyFor: 'Only {{who}}', since: 'Since',
    },
    found: { owing: 'Owing', settled: 'Settled' },
    reportLinks: { outstanding: 'Report of what customers owe' },
  },
})
