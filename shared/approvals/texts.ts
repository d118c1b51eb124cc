import { defineTexts } from '../core/texts.ts'

/** `kinds.<KIND>.title` says what is asked for, with the request's subject as parameters. */
export const approvalsTexts = defineTexts({
  id: {
    title: 'Persetujuan',
    kinds: {
      SETTING_CHANGE: { name: 'Perubahan pengaturan penting', title: 'Ubah pengaturan “{{setting}}”', explanation: 'Pengaturan bertanda penting yang diubah oleh orang yang tidak memutuskannya sendiri.' },
      STOCK_COUNT: { name: 'Hasil hitung stok', title: 'Bukukan hasil hitung {{count}} ({{places}})', explanation: 'Selisih hitung yang diputuskan SPV.' },
      STOCK_COUNT_LARGE: { name: 'Hasil hitung stok, selisih besar', title: 'Bukukan hasil hitung {{count}} ({{places}}), selisih besar', explanation: 'Selisih hitung di atas batas Manajer.' },
      STOCK_ADJUSTMENT: { name: 'Penyesuaian stok', title: 'Sesuaikan stok {{item}} di {{place}}', explanation: 'Hasil hitung yang berbeda dari buku, diajukan oleh yang tidak boleh mengubah buku.' },
      MATERIAL_DEBT: { name: 'Utang material', title: 'Utang {{quantity}} {{unit}} {{item}} untuk {{section}}', explanation: 'Bahan yang boleh diambil melebihi stok, untuk dilunasi saat barang datang.' },
      CONSUMPTION_REVIEW: { name: 'Pemakaian di atas BOM', title: 'Terima pemakaian {{item}} untuk {{made}}', explanation: 'Bahan yang dipakai melebihi BOM, atau isi karton yang berbeda, di atas batas pengaturan.' },
      CARTON_REVIEW: { name: 'Selisih isi karton', title: 'Terima selisih isi karton {{made}}', explanation: 'Isi karton yang selisihnya di atas batas SPV.' },
      USER_GRANT: { name: 'Izin sementara', title: 'Beri {{person}} izin “{{permission}}” sampai {{until}}', explanation: 'Izin untuk waktu terbatas, diminta oleh yang tidak memberikannya sendiri. Yang memutuskan terakhir menjadi pemberinya.' },
      PURCHASE_ORDER: { name: 'PO', title: 'Setujui {{order}} ke {{vendor}}', explanation: 'Pesanan pembelian, diajukan oleh yang tidak menyetujuinya sendiri.' },
      LARGE_PURCHASE_ORDER: { name: 'PO besar', title: 'Setujui {{order}} ke {{vendor}} (besar)', explanation: 'Pesanan pembelian yang nilainya di atas batas pengaturan.' },
      WORK_ORDER: { name: 'SPK', title: '{{workOrder}}: {{article}} di {{section}}', explanation: 'SPK yang tidak dapat disetujui otomatis: mendesak, atau bahannya kurang. Baru dapat dimulai setelah disetujui.' },
      MANUFACTURING_CHANGE: { name: 'Perubahan perintah produksi', title: 'Ubah {{order}}: {{article}}', explanation: 'Jumlah, minggu, atau tujuan perintah produksi yang sudah dibuka, diubah setelah Manager dan Direktur setuju.' },
      PURCHASE_DELETION: { name: 'Penghapusan PO', title: 'Hapus {{order}} ke {{vendor}}', explanation: 'Pesanan pembelian yang belum ada kirimannya, dihapus atas permintaan orang selain Admin.' },
      OVER_RECEIPT: { name: 'Kelebihan kirim', title: 'Terima kelebihan kirim {{order}} dari {{vendor}}', explanation: 'Barang datang lebih banyak dari pesanan dan kelonggarannya. Begitu disetujui, barang dibukukan masuk.' },
    },
    statuses: { PENDING: 'Menunggu', APPROVED: 'Disetujui', REJECTED: 'Ditolak', CANCELLED: 'Dibatalkan', REVERTED: 'Batal sendiri' },
    verdicts: { APPROVED: 'disetujui', REJECTED: 'ditolak' },
    views: { waiting: 'Menunggu saya', mine: 'Permintaan saya', decided: 'Sudah saya putuskan', all: 'Semua' },
    fields: {
      request: 'Permintaan', requester: 'Diminta oleh', kind: 'Jenis', section: 'Bagian', since: 'Menunggu sejak', state: 'Keadaan', asked: 'Diminta', reason: 'Alasan', change: 'Yang akan berubah', steps: 'Langkah', note: 'Catatan',
      person: 'Siapa', from: 'Dari tanggal', to: 'Sampai tanggal', giver: 'Pemilik hak', delegate: 'Diputuskan oleh',
    },
    step: 'Langkah {{step}} dari {{count}}', stepNumber: 'Langkah {{step}}', overdue: 'Terlambat', waitsFor: 'Menunggu {{names}}', waitsForNobody: 'Belum ada yang berhak memutuskan langkah ini',
    decided: '{{name}} {{verdict}}, {{at}}', standIn: 'dengan hak {{name}}', byRightOf: 'Anda memutuskan dengan hak {{name}}.',
    steps: {
      level: 'Peran tingkat {{level}} ke atas', permissionConcerned: 'Yang berhak “{{permission}}” di bagian terkait, atau bagian induknya', permissionAny: 'Yang berhak “{{permission}}”',
    },
    approveTitle: 'Setujui {{number}}', rejectTitle: 'Tolak {{number}}?', rejectText: '{{title}}. Pemohon diberi tahu alasannya.',
    cancel: 'Batalkan permintaan', cancelTitle: 'Batalkan {{number}}?', cancelText: 'Permintaan ini tidak akan diputuskan lagi. Riwayatnya tetap ada.',
    done: { approved: '{{number}} disetujui', passed: '{{number}} disetujui, menunggu langkah berikutnya', reverted: '{{number}} batal sendiri: datanya sudah berubah sejak diminta, atau waktunya sudah lewat', rejected: '{{number}} ditolak', cancelled: '{{number}} dibatalkan' },
    empty: {
      waiting: 'Tidak ada yang menunggu Anda', waitingHint: 'Permintaan yang harus Anda putuskan muncul di sini dan di lonceng.', mine: 'Anda belum pernah meminta persetujuan',
      mineHint: 'Bila suatu langkah butuh persetujuan, Lantai mengajukannya dan Anda dapat mengikutinya di sini.', other: 'Belum ada permintaan', otherHint: 'Yang pernah diminta dan diputuskan akan muncul di sini.',
    },
    delegations: {
      title: 'Titip keputusan', explanation: 'Selama Anda tidak di tempat, orang lain dapat memutuskan dengan hak Anda. Riwayat mencatat keduanya.', add: 'Titipkan hak saya', none: 'Belum ada titipan', noneHint: 'Titipkan hak keputusan Anda sebelum cuti, supaya tidak ada permintaan yang menunggu.',
      states: { COMING: 'Akan datang', RUNNING: 'Berlaku', ENDED: 'Selesai' }, saved: '{{name}} dapat memutuskan untuk Anda', end: 'Akhiri', ended: 'Titipan untuk {{name}} diakhiri', endTitle: 'Akhiri titipan sekarang?', endText: '{{name}} tidak dapat lagi memutuskan dengan hak {{giver}}.',
    },
    chains: {
      title: 'Alur persetujuan', explanation: 'Siapa memutuskan apa, langkah demi langkah. Permintaan yang sudah menunggu tetap memakai alur saat diminta.', edit: 'Ubah alur “{{name}}”', addStep: 'Tambah langkah', removeStep: 'Hapus langkah {{step}}', by: 'Diputuskan oleh', byLevel: 'Tingkat peran', byPermission: 'Pemegang izin',
      level: 'Tingkat paling rendah', levelName: 'Tingkat {{level}} – {{roles}}', permission: 'Izin', section: 'Berlaku untuk', concerned: 'Bagian terkait (atau induknya)', any: 'Semua bagian', saved: 'Alur “{{name}}” disimpan', reset: 'Kembalikan ke bawaan', differs: 'Berbeda dari bawaan', changedBy: 'Diubah oleh yang memutuskan langkah terakhirnya dan boleh mengubah pengaturan, atau oleh Superadmin.',
    },
    issues: { 'same-step': 'Sama dengan langkah {{step}}. Hapus salah satunya.', 'ends-before': 'Tanggal akhirnya sebelum tanggal mulai.', oneself: 'Pilih orang lain: hak sendiri sudah Anda pegang.', past: 'Tanggal ini sudah lewat.' },
    settings: {
      reminderHours: { name: 'Ingatkan persetujuan setelah', explanation: 'Yang belum diputuskan selama ini diingatkan; dua kali lipatnya menjadi peringatan merah.' },
      informsDirector: { name: 'Direktur diberi tahu tiap persetujuan', explanation: 'Setiap permintaan yang disetujui juga dikabarkan kepada Direktur.' },
    },
  },
  en: {
    title: 'Approvals',
    kinds: {
      SETTING_CHANGE: { name: 'Change of an important setting', title: 'Change the setting “{{setting}}”', explanation: 'A setting marked as important, changed by somebody who does not decide it alone.' },
      STOCK_COUNT: { name: 'Stock count', title: 'Post count {{count}} ({{places}})', explanation: 'Differences of a count that a supervisor decides.' },
      STOCK_COUNT_LARGE: { name: 'Stock count, large difference', title: 'Post count {{count}} ({{places}}), large difference', explanation: 'Differences of a count above the manager’s limit.' },
      STOCK_ADJUSTMENT: { name: 'Stock adjustment', title: 'Adjust the stock of {{item}} at {{place}}', explanation: 'A count that differs from the books, by somebody who may not correct them.' },
      MATERIAL_DEBT: { name: 'Material debt', title: 'Debt of {{quantity}} {{unit}} of {{item}} for {{section}}', explanation: 'Material that may be taken beyond the stock, to be settled when goods come in.' },
      CONSUMPTION_REVIEW: { name: 'Use beyond the BOM', title: 'Accept the use of {{item}} for {{made}}', explanation: 'More material than the BOM expects, or cartons that differ, beyond the limits of the settings.' },
      CARTON_REVIEW: { name: 'Difference in cartons', title: 'Accept the difference in cartons of {{made}}', explanation: 'Cartons that differ by more than a supervisor accepts.' },
      USER_GRANT: { name: 'Temporary permission', title: 'Give {{person}} the permission “{{permission}}” until {{until}}', explanation: 'A permission for a limited time, asked for by somebody who does not give it. Whoever decides last is its giver.' },
      PURCHASE_ORDER: { name: 'Purchase order', title: 'Approve {{order}} to {{vendor}}', explanation: 'A purchase order, by somebody who may not approve it alone.' },
      LARGE_PURCHASE_ORDER: { name: 'Large purchase order', title: 'Approve {{order}} to {{vendor}} (large)', explanation: 'A purchase order worth more than the limit of the settings.' },
      WORK_ORDER: { name: 'Work order', title: '{{workOrder}}: {{article}} in {{section}}', explanation: 'A work order that the System may not approve: it is urgent, or material is short. It begins once it is approved.' },
      MANUFACTURING_CHANGE: { name: 'Change of a manufacturing order', title: 'Change {{order}}: {{article}}', explanation: 'Quantity, week or destination of a manufacturing order that is unlocked, changed once manager and director agree.' },
      PURCHASE_DELETION: { name: 'Deletion of an order', title: 'Delete {{order}} to {{vendor}}', explanation: 'A purchase order of which nothing has come, to be deleted for somebody who is no Admin.' },
      OVER_RECEIPT: { name: 'Over-delivery', title: 'Take in more than ordered of {{order}} from {{vendor}}', explanation: 'More came than the order and its tolerance allow. Once it is approved, the goods are posted in.' },
    },
    statuses: { PENDING: 'Waiting', APPROVED: 'Approved', REJECTED: 'Rejected', CANCELLED: 'Cancelled', REVERTED: 'Void by itself' },
    verdicts: { APPROVED: 'approved', REJECTED: 'rejected' },
    views: { waiting: 'Waiting for me', mine: 'My requests', decided: 'Decided by me', all: 'All' },
    fields: {
      request: 'Request', requester: 'Asked by', kind: 'Kind', section: 'Section', since: 'Waiting since', state: 'State', asked: 'Asked', reason: 'Reason', change: 'What would change', steps: 'Steps', note: 'Note',
      person: 'Who', from: 'From', to: 'Until', giver: 'Right of', delegate: 'Decided by',
    },
    step: 'Step {{step}} of {{count}}', stepNumber: 'Step {{step}}', overdue: 'Overdue', waitsFor: 'Waits for {{names}}', waitsForNobody: 'Nobody may decide this step yet',
    decided: '{{name}} {{verdict}} it, {{at}}', standIn: 'by the right of {{name}}', byRightOf: 'You decide by the right of {{name}}.',
    steps: {
      level: 'Roles of level {{level}} and above', permissionConcerned: 'Who holds “{{permission}}” for the section concerned, or its parent', permissionAny: 'Who holds “{{permission}}”',
    },
    approveTitle: 'Approve {{number}}', rejectTitle: 'Reject {{number}}?', rejectText: '{{title}}. Who asked is told the reason.',
    cancel: 'Cancel the request', cancelTitle: 'Cancel {{number}}?', cancelText: 'Nobody will decide this request any more. Its history stays.',
    done: { approved: '{{number}} approved', passed: '{{number}} approved, waiting for the next step', reverted: '{{number}} is void: its record has changed since it was asked for, or its time has passed', rejected: '{{number}} rejected', cancelled: '{{number}} cancelled' },
    empty: {
      waiting: 'Nothing waits for you', waitingHint: 'Requests you have to decide show up here and at the bell.', mine: 'You have not asked for an approval yet',
      mineHint: 'Where a step needs an approval, Lantai asks for it and you can follow it here.', other: 'No requests yet', otherHint: 'What was asked for and decided shows up here.',
    },
    delegations: {
      title: 'Stand-ins', explanation: 'While you are away, somebody else can decide by your right. The history names you both.', add: 'Let somebody decide for me', none: 'No stand-ins yet', noneHint: 'Name one before your leave, so that no request has to wait.',
      states: { COMING: 'Coming', RUNNING: 'Running', ENDED: 'Ended' }, saved: '{{name}} can decide for you', end: 'End', ended: '{{name}} does not stand in any more', endTitle: 'End it now?', endText: '{{name}} can no longer decide by the right of {{giver}}.',
    },
    chains: {
      title: 'Approval chains', explanation: 'Who decides what, step by step. Requests that wait already keep the chain they began with.', edit: 'Edit the chain “{{name}}”', addStep: 'Add a step', removeStep: 'Remove step {{step}}', by: 'Decided by', byLevel: 'Level of role', byPermission: 'Holders of a permission',
      level: 'Lowest level', levelName: 'Level {{level}} – {{roles}}', permission: 'Permission', section: 'Counts for', concerned: 'The section concerned (or its parent)', any: 'Any section', saved: 'Chain “{{name}}” saved', reset: 'Back to the default', differs: 'Differs from the default', changedBy: 'Changed by those who decide its last step and may change settings, or by a Superadmin.',
    },
    issues: { 'same-step': 'The same as step {{step}}. Remove one of them.', 'ends-before': 'It ends before it begins.', oneself: 'Choose somebody else: your own right is yours already.', past: 'This date has passed.' },
    settings: {
      reminderHours: { name: 'Remind of approvals after', explanation: 'What is not decided by then is reminded of; after twice as long it is a red alert.' },
      informsDirector: { name: 'The Director hears of every approval', explanation: 'Every request that was approved is told to the Director too.' },
    },
  },
})
