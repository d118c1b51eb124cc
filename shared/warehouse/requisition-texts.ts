import { defineTexts } from '../core/texts.ts'

export const requisitionTexts = defineTexts({
  id: {
    title: 'Permintaan material', list: 'Daftar permintaan material', ask: 'Minta material', send: 'Kirim ke gudang', back: 'Semua permintaan',
    empty: 'Belum ada permintaan material',
    emptyHint: 'Bagian meminta beberapa barang sekaligus; gudang menyetujui, menyerahkan, dan bagian mengonfirmasi yang diterima.',
    statuses: { PENDING: 'Menunggu persetujuan', APPROVED: 'Disetujui', REJECTED: 'Ditolak', COMPLETED: 'Selesai', CANCELLED: 'Dibatalkan' },
    fields: {
      number: 'Nomor', status: 'Status', section: 'Bagian', items: 'Barang', neededBy: 'Dibutuhkan', purpose: 'Keperluan', workOrderNumber: 'Nomor SPK',
      supply: 'Dari gudang', store: 'Ke', requestedBy: 'Diminta oleh', quantity: 'Diminta', issued: 'Diserahkan', rest: 'Sisa', available: 'Tersedia',
      now: 'Serahkan sekarang', createdAt: 'Dibuat',
    },
    short: 'tersedia {{available}} dari {{rest}}, kurang {{missing}}. Serahkan yang ada, atau ambil sisanya sebagai utang material.',
    onDebt: 'Yang diambil dengan utang langsung dipakai, tidak masuk rak bagian.', debtWaits: '{{number}} menunggu persetujuan',
    onlyWhatIsThere: 'Tanpa utang, hanya yang ada', toHandOver: 'Belum diserahkan semua', nothingLeft: 'Tidak ada sisa',
    noneOfItem: 'Barang ini belum pernah diminta',
    moreItems: '{{first}} dan {{count}} lainnya', usedUp: 'Langsung dipakai', unconfirmed: 'Belum dikonfirmasi', onlyUnconfirmed: 'Ada yang belum dikonfirmasi',
    allConfirmed: 'Semua sudah dikonfirmasi', low: 'Stok tipis', lines: 'Barang yang diminta', linesHint: 'Yang dicadangkan untuk permintaan ini ikut tersedia',
    addLine: 'Tambah barang', removeLine: 'Hapus baris {{line}}', item: 'Barang {{line}}', quantityOf: 'Jumlah {{line}}',
    handOvers: 'Serah terima', handOversHint: 'Gudang menyerahkan, bagian mengonfirmasi', noHandOver: 'Belum ada yang diserahkan.', given: 'Diserahkan oleh',
    taken: 'Diterima oleh', waits: 'Menunggu konfirmasi', takenBack: 'Ditarik kembali', handOverTakenBack: 'Penyerahan ditarik kembali', history: 'Riwayat', about: 'Tentang permintaan ini', done: 'selesai',
    approve: 'Setujui', reject: 'Tolak', rejectTitle: 'Tolak {{number}}?', rejectText: 'Peminta diberi tahu alasannya.', issue: 'Serahkan',
    receive: 'Konfirmasi diterima', cancel: 'Batalkan', cancelTitle: 'Batalkan {{number}}?', cancelText: 'Stok yang dicadangkan dilepas.',
    close: 'Tutup sisanya', closeTitle: 'Tutup {{number}}?', closeText: 'Sisa yang belum diserahkan tidak akan dikirim.', reverse: 'Tarik kembali',
    reverseTitle: 'Tarik kembali {{item}}?', reverseText: 'Barang dicatat kembali di gudang dan dicadangkan lagi untuk permintaan ini.',
    told: {
      created: '{{number}} dikirim ke gudang', approved: '{{number}} disetujui', rejected: '{{number}} ditolak', issued: 'Barang untuk {{number}} diserahkan',
      received: 'Penerimaan {{number}} dikonfirmasi', cancelled: '{{number}} dibatalkan', closed: '{{number}} ditutup', reversed: 'Barang ditarik kembali',
    },
  },
  en: {
    title: 'Requisitions', list: 'List of requisitions', ask: 'Ask for material', send: 'Send to the stores', back: 'All requisitions',
    empty: 'No requisitions yet', emptyHint: 'Sections ask for several items at once; the stores approve and hand over, and the section confirms what came.',
    statuses: { PENDING: 'Waits for approval', APPROVED: 'Approved', REJECTED: 'Rejected', COMPLETED: 'Complete', CANCELLED: 'Cancelled' },
    fields: {
      number: 'Number', status: 'Status', section: 'Section', items: 'Items', neededBy: 'Needed by', purpose: 'Purpose', workOrderNumber: 'Work order',
      supply: 'From store', store: 'To', requestedBy: 'Asked by', quantity: 'Asked for', issued: 'Handed over', rest: 'Rest', available: 'Available',
      now: 'Hand over now', createdAt: 'Created',
    },
    short: '{{available}} of {{rest}} available, {{missing}} missing. Hand over what there is, or take the rest as a material debt.',
    onDebt: 'What is taken on debt is used up at once and enters no store.', debtWaits: '{{number}} waits for approval',
    onlyWhatIsThere: 'Without a debt, only what there is', toHandOver: 'Still to be handed over', nothingLeft: 'Nothing left',
    noneOfItem: 'Nobody has asked for this item',
    moreItems: '{{first}} and {{count}} more', usedUp: 'Used up at once', unconfirmed: 'Not confirmed', onlyUnconfirmed: 'Something is not confirmed',
    allConfirmed: 'Everything is confirmed', low: 'Low stock', lines: 'What is asked for', linesHint: 'What is kept for this requisition counts as available',
    addLine: 'Add an item', removeLine: 'Remove line {{line}}', item: 'Item {{line}}', quantityOf: 'Quantity {{line}}',
    handOvers: 'Hand-overs', handOversHint: 'The store hands over, the section confirms', noHandOver: 'Nothing was handed over yet.', given: 'Handed over by',
    taken: 'Received by', waits: 'Waits to be confirmed', takenBack: 'Taken back', handOverTakenBack: 'Hand-over taken back', history: 'History', about: 'About this requisition', done: 'done',
    approve: 'Approve', reject: 'Reject', rejectTitle: 'Reject {{number}}?', rejectText: 'Who asked is told the reason.', issue: 'Hand over',
    receive: 'Confirm receipt', cancel: 'Cancel', cancelTitle: 'Cancel {{number}}?', cancelText: 'What was kept for it is free again.',
    close: 'Close the rest', closeTitle: 'Close {{number}}?', closeText: 'What has not been handed over will not come.', reverse: 'Take back',
    reverseTitle: 'Take {{item}} back?', reverseText: 'The goods go back into the store and are kept for this requisition again.',
    told: {
      created: '{{number}} sent to the stores', approved: '{{number}} approved', rejected: '{{number}} rejected', issued: 'Goods for {{number}} handed over',
      received: 'Receipt of {{number}} confirmed', cancelled: '{{number}} cancelled', closed: '{{number}} closed', reversed: 'Goods taken back',
    },
  },
})

export const shortageTexts = defineTexts({
  id: {
    title: 'Kekurangan bahan', list: 'Daftar kekurangan bahan', report: 'Laporkan kekurangan', reportTitle: 'Laporkan kekurangan bahan',
    reportHint: 'Gudang diberi tahu saat itu juga', reportSave: 'Laporkan', reported: '{{number}} dilaporkan ke gudang',
    empty: 'Tidak ada kekurangan yang dilaporkan', emptyHint: 'Produksi melaporkan bahan yang kurang; gudang menanganinya dan menulis apa yang dilakukan.',
    fields: {
      number: 'Nomor', severity: 'Tingkat', required: 'Dibutuhkan', available: 'Tersedia', missing: 'Kurang', note: 'Keterangan', reportedBy: 'Dilaporkan oleh',
      state: 'Keadaan', handling: 'Yang dilakukan', reportedAt: 'Waktu',
    },
    open: 'Belum ditangani', handled: 'Ditangani', handle: 'Tangani', handleTitle: 'Tangani {{number}}',
    handleText: '{{section}} kekurangan {{quantity}} {{item}}. Tulis apa yang dilakukan; pelapor diberi tahu.', handledDone: '{{number}} ditangani',
    askDebt: 'Ajukan utang',
  },
  en: {
    title: 'Shortages', list: 'List of shortages', report: 'Report a shortage', reportTitle: 'Report a shortage', reportHint: 'The stores hear of it at once',
    reportSave: 'Report', reported: '{{number}} reported to the stores', empty: 'No shortages reported',
    emptyHint: 'Production reports what is short; the stores handle it and write down what they did.',
    fields: {
      number: 'Number', severity: 'Severity', required: 'Needed', available: 'Available', missing: 'Short', note: 'Note', reportedBy: 'Reported by',
      state: 'State', handling: 'What was done', reportedAt: 'Time',
    },
    open: 'Not handled', handled: 'Handled', handle: 'Handle', handleTitle: 'Handle {{number}}',
    handleText: '{{section}} is short of {{quantity}} of {{item}}. Write down what is done; who reported it is told.', handledDone: '{{number}} handled',
    askDebt: 'Ask for a debt',
  },
})
