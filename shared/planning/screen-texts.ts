import { defineTexts } from '../core/texts.ts'

/** What the screens of planning say; part of `planningTexts`. */
export const planningScreenTexts = defineTexts({
  id: {
    sales: {
      title: 'Pesanan pembeli', add: 'Buat pesanan pembeli', form: 'Pesanan pembeli baru', edit: 'Ubah {{number}}', empty: 'Belum ada pesanan pembeli', emptyHint: 'Yang dipesan pembeli tercatat di sini, dari draf sampai ditutup.', back: 'Semua pesanan pembeli',
      lines: 'Artikel', made: 'Perintah produksi', madeOf: '{{made}} dari {{count}} artikel', ships: 'Dikirim', facts: 'Rincian', history: 'Riwayat', notFound: 'Pesanan ini tidak ditemukan', notFoundHint: 'Mungkin sudah dihapus. Cari di daftar pesanan pembeli.',
      noLines: 'Belum ada artikel. Kembalikan ke draf untuk menambahkannya.', lineCount_one: '{{count}} artikel', lineCount_other: '{{count}} artikel', linesSaved_one: '{{count}} baris disimpan', linesSaved_other: '{{count}} baris disimpan',
      removeLine: 'Hapus baris ini', lineRemoved: '{{item}} dihapus dari pesanan', chooseLine: 'Pilih dulu sel di baris yang sudah disimpan.', make: 'Buat perintah produksi', notMade: 'Belum dibuat',
      confirm: 'Pastikan', withdraw: 'Kembalikan ke draf', close: 'Tutup', reopen: 'Buka lagi', cancel: 'Batalkan', change: 'Ubah', cancelText: 'Pesanan {{number}} dari {{buyer}} tidak jadi dibuat. Pesanan ini masih dapat dibuka lagi.',
      created: '{{number}} dibuat', confirmed: '{{number}} dipastikan', drafted: '{{number}} kembali menjadi draf', closed: '{{number}} ditutup', reopened: '{{number}} dibuka lagi', cancelled: '{{number}} dibatalkan',
    },
    orders: {
      title: 'Perintah produksi', add: 'Buat perintah produksi', form: 'Perintah produksi baru', edit: 'Ubah {{number}}', empty: 'Belum ada perintah produksi', back: 'Semua perintah produksi', ships: 'Dikirim', urgent: 'Mendesak', notUrgent: 'Tidak mendesak',
      emptyHint: 'Muncul dengan sendirinya begitu PO kain disetujui, atau dibuat di sini.', notFound: 'Perintah produksi ini tidak ditemukan', notFoundHint: 'Mungkin sudah dihapus. Cari di daftar perintah produksi.',
      stages: 'Tahap dan target', materials: 'Bahan', deliveries: 'Pengiriman', workOrders: 'SPK', facts: 'Rincian', history: 'Riwayat', noStages: 'Targetnya belum dapat dihitung', noStagesHint: 'Artikel ini belum punya BOM yang berlaku, atau belum ada rute yang melewati semua bagiannya.',
      stage: 'Tahap', section: 'Bagian', buffer: 'Buffer', loss: 'Hilang', target: 'Target', cartons: 'Karton', opened: 'Terbuka', waitsForLabel: 'Menunggu label', closedYet: 'Belum dibuka', forDelivery: 'Pengiriman {{position}}',
      required: 'Diperlukan', available: 'Tersedia', missing: 'Kurang', enough: 'Cukup', low: 'Pas-pasan', noMaterials: 'Belum ada bahan yang dihitung.', shortCount_one: '{{count}} bahan kurang', shortCount_other: '{{count}} bahan kurang', allEnough: 'Semua bahan cukup',
      noDeliveries: 'Belum ada pengiriman. Ditambahkan begitu PO label disetujui atau perintah dibuka.', noWorkOrders: 'Belum ada SPK.', sameArticle: 'Artikel ini juga sedang dibuat dengan perintah lain:', other: '{{number}} ({{quantity}}, {{status}})',
      pallets: 'Jumlah ini tidak pas dengan palet penuh. Yang terdekat: {{lower}} atau {{upper}}.', palletsUp: 'Jumlah ini tidak pas satu palet penuh. Yang terdekat: {{upper}}.', waiting: '{{number}} menunggu keputusan', toFree: 'Produksi tanpa pesanan pembeli',
      buyerHint: 'Kosongkan bila bukan untuk pesanan pembeli.', daysHint: 'Kosong: dihitung dari pengaturan.', routeHint: 'Kosong: rute yang melewati semua bagian pembuatnya.', makes: 'Pesanan pembeli ini mengunci jumlahnya.', ofArticle: 'Produksi', ofArticleEmpty: 'Belum pernah dibuat', ofArticleHint: 'Perintah produksi artikel ini muncul di sini.',
    },
    acts: {
      edit: 'Ubah', release: 'Buka', change: 'Ajukan perubahan', generate: 'Buat SPK', cancel: 'Batalkan', changeTitle: 'Ajukan perubahan {{number}}', changeText: 'Berlaku setelah Manager dan Direktur setuju. Isi yang berubah saja.',
      reason: 'Alasan', cancelText: 'Perintah {{number}} tidak jadi dibuat. SPK yang belum selesai ikut batal, dan stok yang disisihkan bebas lagi. Ini tidak dapat dikembalikan.',
      created: '{{number}} dibuat', released: '{{number}} dibuka', asked: '{{number}} diajukan sebagai {{request}}', cancelled: '{{number}} dibatalkan', generated_one: '{{count}} SPK dibuat', generated_other: '{{count}} SPK dibuat', nothingToGenerate: 'Tidak ada SPK baru: semua yang terbuka untuk bagian Anda sudah dibuat.', waitForLabels: 'Menunggu PO label yang belum ada: {{stages}}.',
    },
    work: {
      title: 'SPK', empty: 'Belum ada SPK', emptyHint: 'SPK dibuat dari perintah produksi. Yang ditugaskan ke bagian Anda muncul di sini.', back: 'Semua SPK', notFound: 'SPK ini tidak ditemukan', notFoundHint: 'Mungkin milik bagian lain. Cari di daftar SPK.',
      due: 'Batas waktu', part: 'Yang dibuat', done: '{{good}} dari {{target}} pcs ({{percent}})', obstacles: 'Belum dapat dimulai:', late_one: 'Terlambat {{count}} hari', late_other: 'Terlambat {{count}} hari', dueTo: 'Sampai tanggal',
      some: 'Tahap sebelumnya baru menghasilkan {{pieces}} pcs. Mulai dengan sebagian, tunggu, atau sesuaikan targetnya.', start: 'Mulai', startPart: 'Mulai dengan {{pieces}} pcs', started: '{{number}} dimulai', print: 'Cetak SPK',
      materials: 'Bahan', short: 'Bahan kurang', noMaterials: 'SPK ini tidak mengambil bahan dari gudang.', given: 'Diserahkan', allocated: 'Disisihkan', place: 'Dari', fromPlace: 'dari {{place}}', sources: 'Lanjutan dari', noSources: 'Tidak menunggu tahap lain.', otherSection: 'bagian lain', output: 'Hasil', facts: 'Rincian', history: 'Riwayat',
      approvedBySystem: 'Sistem', approval: 'Disetujui', notApproved: 'Belum disetujui', progress: 'Kemajuan',
      paper: { title: 'Surat perintah kerja', line: 'No.', unit: 'Satuan', lots: 'Lot yang disisihkan', replaces: 'Menggantikan', days: 'Hasil harian', initials: 'Paraf', received: 'Diterima bagian', finished: 'Selesai' },
    },
  },
  en: {
    sales: {
      title: 'Sales orders', add: 'New sales order', form: 'New sales order', edit: 'Edit {{number}}', empty: 'No sales orders yet', emptyHint: 'What buyers order is kept here, from the draft until it is closed.', back: 'All sales orders',
      lines: 'Articles', made: 'Manufacturing order', madeOf: '{{made}} of {{count}} articles', ships: 'Ships', facts: 'Details', history: 'History', notFound: 'This order was not found', notFoundHint: 'It may have been deleted. Look for it in the list of sales orders.',
      noLines: 'No articles yet. Make it a draft again to add some.', lineCount_one: '{{count}} article', lineCount_other: '{{count}} articles', linesSaved_one: '{{count}} line saved', linesSaved_other: '{{count}} lines saved',
      removeLine: 'Remove this line', lineRemoved: '{{item}} removed from the order', chooseLine: 'First choose a cell of a line that is saved.', make: 'Make manufacturing order', notMade: 'Not yet',
      confirm: 'Confirm', withdraw: 'Back to draft', close: 'Close', reopen: 'Open again', cancel: 'Cancel', change: 'Edit', cancelText: 'Order {{number}} of {{buyer}} will not be made. It can be opened again.',
      created: '{{number}} created', confirmed: '{{number}} confirmed', drafted: '{{number}} is a draft again', closed: '{{number}} closed', reopened: '{{number}} opened again', cancelled: '{{number}} cancelled',
    },
    orders: {
      title: 'Manufacturing orders', add: 'New manufacturing order', form: 'New manufacturing order', edit: 'Edit {{number}}', empty: 'No manufacturing orders yet', back: 'All manufacturing orders', ships: 'Ships', urgent: 'Urgent', notUrgent: 'Not urgent',
      emptyHint: 'They come about as soon as a fabric order is approved, or are made here.', notFound: 'This manufacturing order was not found', notFoundHint: 'It may have been deleted. Look for it in the list of manufacturing orders.',
      stages: 'Stages and targets', materials: 'Materials', deliveries: 'Deliveries', workOrders: 'Work orders', facts: 'Details', history: 'History', noStages: 'Its targets cannot be reckoned yet', noStagesHint: 'The article has no BOM in force, or no route passes through all of its sections.',
      stage: 'Stage', section: 'Section', buffer: 'Buffer', loss: 'Loss', target: 'Target', cartons: 'Cartons', opened: 'Unlocked', waitsForLabel: 'Waits for labels', closedYet: 'Not released', forDelivery: 'Delivery {{position}}',
      required: 'Needed', available: 'Available', missing: 'Short', enough: 'Enough', low: 'Only just', noMaterials: 'No materials reckoned yet.', shortCount_one: '{{count}} material is short', shortCount_other: '{{count}} materials are short', allEnough: 'There is enough of everything',
      noDeliveries: 'No deliveries yet. They are added once labels are bought or the order is released.', noWorkOrders: 'No work orders yet.', sameArticle: 'Other orders make this article too:', other: '{{number}} ({{quantity}}, {{status}})',
      pallets: 'This does not fill whole pallets. The nearest quantities: {{lower}} or {{upper}}.', palletsUp: 'This does not fill a whole pallet. The nearest quantity: {{upper}}.', waiting: '{{number}} is waiting for a decision', toFree: 'Made without a buyer’s order',
      buyerHint: 'Empty if it is not for a buyer’s order.', daysHint: 'Empty: reckoned from the settings.', routeHint: 'Empty: the route through all sections that make it.', makes: 'This buyer’s order locks the quantity.', ofArticle: 'Production', ofArticleEmpty: 'It was never made', ofArticleHint: 'Manufacturing orders of this article are shown here.',
    },
    acts: {
      edit: 'Edit', release: 'Release', change: 'Ask for a change', generate: 'Make work orders', cancel: 'Cancel', changeTitle: 'Ask for a change of {{number}}', changeText: 'It holds once manager and director agree. Enter only what changes.',
      reason: 'Reason', cancelText: 'Order {{number}} will not be made. Work orders that are not finished end with it, and the stock kept for them is free again. This cannot be taken back.',
      created: '{{number}} created', released: '{{number}} released', asked: '{{number}} asked for as {{request}}', cancelled: '{{number}} cancelled', generated_one: '{{count}} work order made', generated_other: '{{count}} work orders made', nothingToGenerate: 'No new work orders: all that is unlocked for your sections is there already.', waitForLabels: 'Waiting for the label PO, which is missing: {{stages}}.',
    },
    work: {
      title: 'Work orders', empty: 'No work orders yet', emptyHint: 'Work orders are made from manufacturing orders. Those of your sections are shown here.', back: 'All work orders', notFound: 'This work order was not found', notFoundHint: 'It may be another section’s. Look for it in the list of work orders.',
      due: 'Deadline', part: 'Makes', done: '{{good}} of {{target}} pcs ({{percent}})', obstacles: 'It cannot start yet:', late_one: '{{count}} day late', late_other: '{{count}} days late', dueTo: 'Due until',
      some: 'Only {{pieces}} pcs have come from the stage before. Start with that, wait, or adjust the target.', start: 'Start', startPart: 'Start with {{pieces}} pcs', started: '{{number}} started', print: 'Print work order',
      materials: 'Materials', short: 'Material short', noMaterials: 'This work order takes no material from a store.', given: 'Handed over', allocated: 'Kept', place: 'From', fromPlace: 'from {{place}}', sources: 'Goes on from', noSources: 'It waits for no other stage.', otherSection: 'another section', output: 'Output', facts: 'Details', history: 'History',
      approvedBySystem: 'System', approval: 'Approved', notApproved: 'Not approved', progress: 'Progress',
      paper: { title: 'Work order', line: 'No.', unit: 'Unit', lots: 'Lots kept', replaces: 'Replaces', days: 'Daily output', initials: 'Initials', received: 'Received by section', finished: 'Finished' },
    },
  },
})
