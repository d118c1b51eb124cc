import { defineTexts } from '../core/texts.ts'
import { ledgerReportTexts } from './report-texts.ts'

export const ledgerTexts = defineTexts({
  id: {
    title: 'Buku WIP', report: ledgerReportTexts.id,
    empty: 'Belum ada catatan WIP', emptyHint: 'Begitu hasil pekerja atau hasil harian disimpan, buku ini terisi sendiri menurut alur proses.',
    came: 'Masuk', unknown: 'Awal alur', unknownHint: 'Sampai hari ini belum ada yang datang dari bagian sebelumnya, diterima manual, atau dihitung, jadi sisanya tidak diketahui. Isi hasil hitungnya di penerimaan hari bagian.', fine: 'Wajar', short: 'Minus', anomaly: 'Hasil > tersedia',
    filters: { state: 'Keadaan', onlyShort: 'Hanya yang minus', onlyFine: 'Hanya yang wajar' },
    levels: { SOFT: 'Ringan', HARD: 'Berat', BLOCK: 'Gawat' },
    fields: {
      sectionId: 'Bagian', itemId: 'Barang', itemCode: 'Kode', day: 'Tanggal', opening: 'Awal', received: 'Dari bagian sebelumnya', manual: 'Penerimaan manual', available: 'Tersedia', output: 'Hasil', rejected: 'Reject', waste: 'Limbah', closing: 'Sisa', wastePercent: 'Limbah (%)',
      quantity: 'Jumlah', isCount: 'Hasil hitung', wasteReasonId: 'Alasan', notes: 'Catatan', enteredBy: 'Diisi oleh', changedBy: 'Diubah oleh', level: 'Tingkat', percent: 'Persen', dueAt: 'Batas waktu', isEscalated: 'Diteruskan', settledAt: 'Beres',
      negativeCount: 'Jumlah minus', worstPercent: 'Terparah (%)', state: 'Keadaan', createdAt: 'Sejak',
    },
    day: {
      title: '{{item}} · {{section}}',
      before: 'Sisa {{day}}', counted: 'Menurut hitungan', first: 'Hari pertama yang diketahui', receivedFrom: 'Hasil {{section}} pada {{day}}', arrives_one: 'tiba {{shown}} hari kemudian', arrives_other: 'tiba {{shown}} hari kemudian', arrivesNow: 'tiba hari itu juga',
      noInflow: 'Tidak ada yang tiba dari bagian sebelumnya hari ini.', outputs: 'Hasil', outputsOfWorkers: 'Menurut hasil pekerja', outputsOfOrders: 'Menurut hasil harian SPK', workersCount: 'Dihitung hasil pekerja {{workers}}, karena hasil harian SPK hanya {{orders}}. Periksa mana yang benar.', ordersCount: 'Dihitung hasil harian SPK {{orders}}, karena hasil pekerja hanya {{workers}}. Periksa mana yang benar.', rejects: 'Reject', noRejects: 'Tidak ada reject.', noOutput: 'Belum ada hasil.',
      receipts: 'Penerimaan manual', noReceipts: 'Tidak ada penerimaan manual.', waste: 'Limbah', noWaste: 'Tidak ada limbah.', onward: 'Diteruskan ke', noOnward: 'Tidak ada bagian sesudahnya di alur proses.', reaches: '{{section}}, {{day}}', bySlipFrom: 'diterima dengan slip dari {{section}}', bySlipTo: 'diterima {{section}} dengan slip', cameBefore: '{{quantity}} lagi sudah tercatat masuk sebelum memakai slip',
      anomaly: 'Hasil {{output}} lebih dari yang tersedia ({{available}}): minus {{missing}} {{unit}}, {{percent}}% dari yang tersedia. Periksa hasil bagian sebelumnya di bawah ini, atau catat penerimaan manual.',
      short: 'Hasil, reject, dan limbah lebih dari yang tersedia ({{available}}): minus {{missing}} {{unit}}, {{percent}}% dari yang tersedia. Periksa baris di bawah ini, atau catat penerimaan manual.', by: 'oleh {{name}}', openDay: 'Buka hari bagian', what: 'Baris', how: 'Keterangan',
    },
    alerts: {
      title: 'WIP minus', empty: 'Tidak ada WIP minus', emptyHint: 'Barang yang minus di suatu bagian muncul di sini sampai dibereskan.', notBinding: 'Buku WIP belum mengikat: tidak ada isian yang ditolak dan tidak ada yang dikabarkan. Admin menyalakannya di Pengaturan.',
      open: 'Terbuka', settled: 'Beres', overdue: 'Lewat batas', isSettled: 'Keadaan', figure: '{{quantity}} {{unit}}',
    },
    wasteGrid: { title: 'Limbah', itemHint: 'Kode atau nama barang', reasonHint: 'Kode atau nama alasan', quantityHint: 'Kosongkan untuk mengeluarkan baris yang sudah disimpan.', left: 'Sisa', share: 'Limbah (%)' },
    issues: { 'nothing-received': 'Isi jumlah yang diterima. Nol hanya untuk hasil hitung.', 'count-reason': 'Tulis mengapa dihitung, misalnya stok awal atau hitung fisik.' },
    receiptGrid: { title: 'Penerimaan manual', notesHint: 'Dari mana barangnya, atau mengapa dihitung', isCount: 'Hasil hitung awal hari', isCountHint: 'Bukan kiriman: jumlah yang ada sebelum kerja dimulai. Hari ini dibuka dengan jumlah itu.', counted: 'Awal menurut hitungan' },
    saved_one: '{{count}} baris disimpan', saved_other: '{{count}} baris disimpan',
  },
  en: {
    title: 'WIP ledger', report: ledgerReportTexts.en,
    empty: 'Nothing in the ledger yet', emptyHint: 'Once workers’ output or daily output is saved, it fills by itself along the process flow.',
    came: 'In', unknown: 'Start of the flow', unknownHint: 'Until this day nothing came from a section before, was received by hand or was counted, so what is left is not known. Enter what was counted among the receipts of the section’s day.', fine: 'Fine', short: 'Below zero', anomaly: 'Output > available',
    filters: { state: 'State', onlyShort: 'Below zero only', onlyFine: 'Fine only' },
    levels: { SOFT: 'Soft', HARD: 'Hard', BLOCK: 'Critical' },
    fields: {
      sectionId: 'Section', itemId: 'Item', itemCode: 'Code', day: 'Date', opening: 'Opening', received: 'From the section before', manual: 'Received by hand', available: 'Available', output: 'Output', rejected: 'Rejected', waste: 'Waste', closing: 'Closing', wastePercent: 'Waste (%)',
      quantity: 'Quantity', isCount: 'Counted', wasteReasonId: 'Reason', notes: 'Notes', enteredBy: 'Entered by', changedBy: 'Changed by', level: 'Level', percent: 'Percent', dueAt: 'Due', isEscalated: 'Passed on', settledAt: 'Settled',
      negativeCount: 'Items below zero', worstPercent: 'Worst (%)', state: 'State', createdAt: 'Since',
    },
    day: {
      title: '{{item}} · {{section}}',
      before: 'Closing of {{day}}', counted: 'As counted', first: 'The first day known', receivedFrom: 'Output of {{section}} on {{day}}', arrives_one: 'arrives {{shown}} day later', arrives_other: 'arrives {{shown}} days later', arrivesNow: 'arrives the same day',
      noInflow: 'Nothing arrives from a section before on this day.', outputs: 'Output', outputsOfWorkers: 'By the workers’ entries', outputsOfOrders: 'By the daily output of work orders', workersCount: 'The workers’ entries count with {{workers}}, for the daily output of work orders is only {{orders}}. Check which is right.', ordersCount: 'The daily output of work orders counts with {{orders}}, for the workers’ entries are only {{workers}}. Check which is right.', rejects: 'Rejected', noRejects: 'Nothing rejected.', noOutput: 'No output yet.',
      receipts: 'Received by hand', noReceipts: 'Nothing received by hand.', waste: 'Waste', noWaste: 'No waste.', onward: 'Goes on to', noOnward: 'No section comes after in the process flow.', reaches: '{{section}}, {{day}}', bySlipFrom: 'accepted by slip from {{section}}', bySlipTo: 'accepted by {{section}} by slip', cameBefore: '{{quantity}} more had come before there were slips',
      anomaly: 'The output of {{output}} is more than was available ({{available}}): {{missing}} {{unit}} below zero, {{percent}}% of what was available. Check the output of the section before, below, or enter what was received by hand.',
      short: 'Output, rejects and waste are more than was available ({{available}}): {{missing}} {{unit}} below zero, {{percent}}% of what was available. Check the rows below, or enter what was received by hand.', by: 'by {{name}}', openDay: 'Open the section’s day', what: 'Row', how: 'About it',
    },
    alerts: {
      title: 'Negative WIP', empty: 'No negative WIP', emptyHint: 'An item that stands below zero in a section is shown here until it is settled.', notBinding: 'The WIP ledger does not bind yet: no entry is refused and nothing is told. An Admin switches it on in the settings.',
      open: 'Open', settled: 'Settled', overdue: 'Overdue', isSettled: 'State', figure: '{{quantity}} {{unit}}',
    },
    wasteGrid: { title: 'Waste', itemHint: 'Code or name of the item', reasonHint: 'Code or name of the reason', quantityHint: 'Empty it to take out a row that is saved.', left: 'Left', share: 'Waste (%)' },
    issues: { 'nothing-received': 'Enter the quantity received. Zero is only for a count.', 'count-reason': 'Say why it was counted, such as opening stock or a physical count.' },
    receiptGrid: { title: 'Received by hand', notesHint: 'Where it came from, or why it was counted', isCount: 'Counted at the start', isCountHint: 'Not a delivery: what was there before work began. The day opens with it.', counted: 'Opening as counted' },
    saved_one: '{{count}} row saved', saved_other: '{{count}} rows saved',
  },
})
