import { defineTexts } from '../core/texts.ts'
import { kanbanSettingsTexts } from './settings-texts.ts'

export const kanbanTexts = defineTexts({
  id: {
    settings: kanbanSettingsTexts.id,
    title: 'Kanban',
    statuses: { PLANNED: 'Direncanakan', PENDING: 'Menunggu', APPROVED: 'Disetujui', IN_PROGRESS: 'Sedang disiapkan', COMPLETED: 'Selesai', CANCELLED: 'Dibatalkan' },
    priorities: { LOW: 'Rendah', NORMAL: 'Biasa', HIGH: 'Tinggi', URGENT: 'Mendesak' },
    issues: {
      'past-day': 'Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.',
      'not-factory-store': 'Pilih gudang milik pabrik, bukan milik sebuah bagian.',
      'not-section-store': 'Pilih tempat stok milik bagian ini sendiri.',
      'other-delivery': 'Pengiriman ini bukan milik kartu ini.',
    },
    fields: {
      workOrderId: 'SPK',
      number: 'Nomor', section: 'Bagian', item: 'Barang', quantity: 'Jumlah', fulfilled: 'Terkirim', priority: 'Prioritas', status: 'Keadaan',
      neededBy: 'Dibutuhkan', createdAt: 'Diminta', requestedBy: 'Diminta oleh', approvedBy: 'Disetujui oleh', completedBy: 'Diselesaikan oleh',
      cancelledBy: 'Dibatalkan oleh', cancelReason: 'Alasan batal', notes: 'Catatan', isAutomatic: 'Otomatis',
      itemCode: 'Kode barang', isPerson: 'Oleh orang', supply: 'Gudang pemasok', store: 'Rak bagian', deliverable: 'Bisa dikirim sekarang', reserved: 'Disisihkan untuk kartu ini',
    },
    acts: {
      submit: 'Ajukan', approve: 'Setujui', withdrawApproval: 'Tarik persetujuan', start: 'Mulai siapkan', withdrawStart: 'Kembalikan ke disetujui', fulfil: 'Kirim',
      reverseFulfilment: 'Batalkan pengiriman', cancel: 'Batalkan', reject: 'Tolak', open: 'Lihat rincian',
    },
    /** The key of each act on the board. */
    letters: { create: 'n', approve: 's', start: 'm', fulfil: 'k', withdraw: 't', cancel: 'b' },
    keys: {
      title: 'Papan kanban', move: 'Pindah kartu', open: 'Buka kartu', ends: 'Kartu pertama, terakhir', create: 'Minta material', approve: 'Setujui', start: 'Mulai siapkan', fulfil: 'Kirim',
      withdraw: 'Tarik kembali satu langkah', cancel: 'Batalkan atau tolak',
    },
    done: {
      created: '{{number}} dikirim ke Gudang', createdApproved: '{{number}} langsung disetujui', approved: '{{number}} disetujui', withdrawn: '{{number}} kembali menunggu', started: '{{number}} mulai disiapkan',
      unstarted: '{{number}} kembali ke disetujui', delivered: '{{quantity}} {{unit}} {{item}} dikirim', completed: '{{number}} selesai dikirim', reversed: 'Pengiriman dibatalkan, {{number}} terbuka lagi',
      cancelled: '{{number}} dibatalkan', boardSaved: 'Papan {{section}} disimpan', ruleSaved: 'Aturan {{item}} disimpan',
    },
    undone: 'Salah tekan, langsung dibatalkan',
    board: {
      title: 'Papan kanban', allSections: 'Semua bagian', request: 'Minta material', laneEmpty: 'Kosong',
      planned_one: '{{count}} direncanakan, menunggu tempat kosong', planned_other: '{{count}} direncanakan, menunggu tempat kosong',
      limit: '{{count}} dari {{maximum}}', completedHint: '7 hari terakhir', more_one: 'dan {{count}} lagi — lihat daftarnya', more_other: 'dan {{count}} lagi — lihat daftarnya',
      noBoards: 'Belum ada papan kanban', noBoardsHint: 'Sebuah papan menghubungkan satu bagian dengan gudangnya: dari situ permintaan material mengalir.',      drop: 'Lepas untuk: {{act}}', noDrop: 'Tidak bisa ke sini', lane: '{{status}}, {{count}} kartu',      card: '{{number}}, {{item}}, {{quantity}} {{unit}} untuk {{section}}, {{priority}}, {{status}}',
    },
    card: {
      age: 'diminta {{age}}', late: 'Terlambat', lateSince: 'Terlambat, {{day}}', today: 'Hari ini', tomorrow: 'Besok', progress: '{{fulfilled}} dari {{quantity}} {{unit}}', automatic: 'Otomatis',
      automaticHint: 'Dibuat oleh Sistem karena stok bagian mencapai {{point}} {{unit}}', facts: 'Rincian', stock: 'Stok', deliveries: 'Pengiriman', history: 'Riwayat', noDeliveries: 'Belum ada pengiriman',
      short: 'Stok gudang kurang {{missing}} {{unit}}', reversal: 'Pembatalan', reversed: 'Dibatalkan', gone: 'Kartu ini tidak dapat ditampilkan',
    },
    request: {
      title: 'Minta material', item: 'Barang', section: 'Untuk bagian', quantity: 'Jumlah', neededBy: 'Dibutuhkan tanggal', priority: 'Prioritas',
      urgentHint: 'Mendesak: layar Gudang berbunyi dan merah sampai ada yang menjawab. Pakai hanya kalau produksi berhenti.', highHint: 'Tinggi: Gudang mendapat peringatan.', notes: 'Catatan untuk Gudang', save: 'Kirim permintaan',
      stock: 'Gudang: {{supply}} {{unit}} · di rak sendiri: {{store}} {{unit}}', option: 'gudang {{supply}} {{unit}}', more: 'Melebihi stok gudang sekarang. Permintaan tetap bisa dikirim.', workOrderHint: 'Bila untuk satu SPK: yang dicadangkan untuknya dikirim lebih dulu',
    },
    deliver: { title: 'Kirim {{number}}', subtitle: '{{item}} untuk {{section}}', quantity: 'Jumlah yang dikirim', hint: 'Sisa permintaan {{rest}} {{unit}}, bisa dikirim sekarang {{deliverable}} {{unit}}', save: 'Kirim', part: 'Kirim sebagian: masih sisa {{rest}} {{unit}}', whole: 'Dengan ini permintaan selesai' },
    cancel: { title: 'Batalkan {{number}}?', rejectTitle: 'Tolak {{number}}?', text: '{{quantity}} {{unit}} {{item}} untuk {{section}}. Stok yang disisihkan menjadi bebas lagi.' },
    reverse: { title: 'Batalkan pengiriman {{quantity}} {{unit}}?', text: 'Stok kembali dari {{store}} ke {{supply}}, dan kartu terbuka lagi.' },
    list: {
      ofItem: 'Permintaan', noneOfItem: 'Tidak ada yang sedang meminta barang ini.',
      title: 'Daftar kartu', empty: 'Belum ada permintaan', emptyHint: 'Permintaan material dari semua bagian tercatat di sini, juga yang sudah selesai atau dibatalkan.', needed: 'Dibutuhkan',
    },
    dashboard: {
      title: 'Ringkasan bagian', waiting: 'Menunggu persetujuan', late: 'Terlambat', low: 'Stok menipis di rak', deliveries: 'Terakhir datang', noWaiting: 'Tidak ada yang menunggu', noLate: 'Tidak ada yang terlambat',
      noLow: 'Semua stok rak cukup', noDeliveries: 'Belum ada kiriman', ask: 'Minta', asked: 'sudah diminta: {{number}}', point: 'titik pesan ulang {{point}} {{unit}}', open: 'Buka papan', section: 'Bagian',
      storeItems_one: 'jenis barang', storeItems_other: 'jenis barang', storeEmpty_one: '{{count}} habis', storeEmpty_other: '{{count}} habis',
    },
    boards: {
      title: 'Pengaturan papan', add: 'Tambah papan', edit: 'Papan {{section}}', empty: 'Belum ada papan', section: 'Bagian yang meminta', supplySection: 'Bagian yang melayani', supplyLocation: 'Diambil dari', storeLocation: 'Dikirim ke',
      approval: 'Persetujuan', maximumPending: 'Paling banyak menunggu', maximumInProgress: 'Paling banyak sedang disiapkan', hasAutoApproval: 'Setujui otomatis permintaan kecil', autoApprovalThreshold: 'Sampai jumlah',
      thresholdHint: 'Dalam satuan barangnya masing-masing', notices: 'Pemberitahuan', hasNoticeOnNew: 'Gudang diberi tahu permintaan baru (yang mendesak selalu)', hasNoticeOnApproval: 'Bagian diberi tahu persetujuan',
      hasNoticeOnFulfilment: 'Bagian diberi tahu pengiriman', isActive: 'Papan dipakai', notActive: 'Tidak dipakai', auto: 'Otomatis sampai {{threshold}}', manual: 'Selalu oleh orang',
    },
    rules: {
      title: 'Isi ulang otomatis', add: 'Tambah aturan', edit: 'Aturan {{item}}', empty: 'Belum ada aturan', emptyHint: 'Bila stok di rak bagian mencapai titik pesan ulang, Sistem meminta sendiri ke Gudang.',
      reorderPoint: 'Titik pesan ulang', orderQuantity: 'Jumlah diminta', leadDays: 'Dibutuhkan dalam (hari)', storeOnHand: 'Stok rak', isActive: 'Aktif', paused: 'Dihentikan', atPoint: 'Di bawah titik',
      hint: 'Berlaku mulai mutasi stok berikutnya di rak bagian ini.',
    },
  },
  en: {
    settings: kanbanSettingsTexts.en,
    title: 'Kanban',
    statuses: { PLANNED: 'Planned', PENDING: 'Waiting', APPROVED: 'Approved', IN_PROGRESS: 'In progress', COMPLETED: 'Completed', CANCELLED: 'Cancelled' },
    priorities: { LOW: 'Low', NORMAL: 'Normal', HIGH: 'High', URGENT: 'Urgent' },
    issues: {
      'past-day': 'This day is past. Choose today or later.',
      'not-factory-store': 'Choose a store of the factory, not of a section.',
      'not-section-store': 'Choose a store of this very section.',
      'other-delivery': 'This delivery does not belong to this card.',
    },
    fields: {
      workOrderId: 'Work order',
      number: 'Number', section: 'Section', item: 'Item', quantity: 'Quantity', fulfilled: 'Delivered', priority: 'Priority', status: 'State',
      neededBy: 'Needed by', createdAt: 'Requested', requestedBy: 'Requested by', approvedBy: 'Approved by', completedBy: 'Completed by',
      cancelledBy: 'Cancelled by', cancelReason: 'Cancelled because', notes: 'Notes', isAutomatic: 'Automatic',
      itemCode: 'Item code', isPerson: 'By a person', supply: 'Supplying store', store: 'Section’s store', deliverable: 'Can be delivered now', reserved: 'Kept for this card',
    },
    acts: {
      submit: 'Submit', approve: 'Approve', withdrawApproval: 'Withdraw approval', start: 'Start', withdrawStart: 'Back to approved', fulfil: 'Deliver',
      reverseFulfilment: 'Reverse delivery', cancel: 'Cancel', reject: 'Reject', open: 'See details',
    },
    letters: { create: 'n', approve: 'a', start: 's', fulfil: 'd', withdraw: 'w', cancel: 'x' },
    keys: {
      title: 'Kanban board', move: 'Move between cards', open: 'Open the card', ends: 'First, last card', create: 'Request material', approve: 'Approve', start: 'Start', fulfil: 'Deliver',
      withdraw: 'Take back one step', cancel: 'Cancel or reject',
    },
    done: {
      created: '{{number}} sent to the Warehouse', createdApproved: '{{number}} approved at once', approved: '{{number}} approved', withdrawn: '{{number}} waits again', started: '{{number}} started',
      unstarted: '{{number}} back to approved', delivered: '{{quantity}} {{unit}} of {{item}} delivered', completed: '{{number}} completed', reversed: 'Delivery reversed, {{number}} is open again',
      cancelled: '{{number}} cancelled', boardSaved: 'Board of {{section}} saved', ruleSaved: 'Rule for {{item}} saved',
    },
    undone: 'Pressed by mistake, undone at once',
    board: {
      title: 'Kanban board', allSections: 'All sections', request: 'Request material', laneEmpty: 'Empty',
      planned_one: '{{count}} planned, waiting for a free place', planned_other: '{{count}} planned, waiting for a free place',
      limit: '{{count}} of {{maximum}}', completedHint: 'last 7 days', more_one: 'and {{count}} more — see the list', more_other: 'and {{count}} more — see the list',
      noBoards: 'No kanban board yet', noBoardsHint: 'A board connects a section with its store: requests for material flow along it.',      drop: 'Drop to: {{act}}', noDrop: 'Not possible here', lane: '{{status}}, {{count}} cards',      card: '{{number}}, {{item}}, {{quantity}} {{unit}} for {{section}}, {{priority}}, {{status}}',
    },
    card: {
      age: 'requested {{age}}', late: 'Late', lateSince: 'Late, {{day}}', today: 'Today', tomorrow: 'Tomorrow', progress: '{{fulfilled}} of {{quantity}} {{unit}}', automatic: 'Automatic',
      automaticHint: 'Made by the System because the section’s stock reached {{point}} {{unit}}', facts: 'Details', stock: 'Stock', deliveries: 'Deliveries', history: 'History', noDeliveries: 'No deliveries yet',
      short: 'The store is {{missing}} {{unit}} short', reversal: 'Reversal', reversed: 'Reversed', gone: 'This card cannot be shown',
    },
    request: {
      title: 'Request material', item: 'Item', section: 'For section', quantity: 'Quantity', neededBy: 'Needed by', priority: 'Priority',
      urgentHint: 'Urgent: the Warehouse’s screen sounds and stays red until somebody answers. Only when production stands still.', highHint: 'High: the Warehouse gets a warning.', notes: 'Note to the Warehouse', save: 'Send request',
      stock: 'Store: {{supply}} {{unit}} · on your own shelf: {{store}} {{unit}}', option: 'store {{supply}} {{unit}}', more: 'More than the store has now. It can be requested all the same.', workOrderHint: 'If it is for one work order: what is kept for that is delivered first',
    },
    deliver: { title: 'Deliver {{number}}', subtitle: '{{item}} for {{section}}', quantity: 'Quantity delivered', hint: '{{rest}} {{unit}} still requested, {{deliverable}} {{unit}} can be delivered now', save: 'Deliver', part: 'A part: {{rest}} {{unit}} remain', whole: 'This completes the request' },
    cancel: { title: 'Cancel {{number}}?', rejectTitle: 'Reject {{number}}?', text: '{{quantity}} {{unit}} of {{item}} for {{section}}. Stock kept for it is free again.' },
    reverse: { title: 'Reverse the delivery of {{quantity}} {{unit}}?', text: 'Stock goes back from {{store}} to {{supply}}, and the card opens again.' },
    list: {
      ofItem: 'Asked for', noneOfItem: 'Nobody is asking for this item.',
      title: 'Card list', empty: 'No requests yet', emptyHint: 'Material requests of all sections are recorded here, completed and cancelled ones too.', needed: 'Needed by',
    },
    dashboard: {
      title: 'Section overview', waiting: 'Waiting for approval', late: 'Late', low: 'Low on the shelf', deliveries: 'Latest arrivals', noWaiting: 'Nothing waits', noLate: 'Nothing is late',
      noLow: 'The shelf has enough of everything', noDeliveries: 'No deliveries yet', ask: 'Request', asked: 'requested: {{number}}', point: 'reorder point {{point}} {{unit}}', open: 'Open the board', section: 'Section',
      storeItems_one: 'item', storeItems_other: 'items', storeEmpty_one: '{{count}} out of stock', storeEmpty_other: '{{count}} out of stock',
    },
    boards: {
      title: 'Board settings', add: 'Add board', edit: 'Board of {{section}}', empty: 'No boards yet', section: 'Requesting section', supplySection: 'Serving section', supplyLocation: 'Taken from', storeLocation: 'Delivered to',
      approval: 'Approval', maximumPending: 'At most waiting', maximumInProgress: 'At most in progress', hasAutoApproval: 'Approve small requests automatically', autoApprovalThreshold: 'Up to a quantity of',
      thresholdHint: 'In the unit of each item', notices: 'Notices', hasNoticeOnNew: 'The Warehouse hears of new requests (of urgent ones always)', hasNoticeOnApproval: 'The section hears of approvals',
      hasNoticeOnFulfilment: 'The section hears of deliveries', isActive: 'Board in use', notActive: 'Not in use', auto: 'Automatic up to {{threshold}}', manual: 'Always by a person',
    },
    rules: {
      title: 'Automatic replenishment', add: 'Add rule', edit: 'Rule for {{item}}', empty: 'No rules yet', emptyHint: 'When the stock on a section’s shelf reaches the reorder point, the System asks the Warehouse by itself.',
      reorderPoint: 'Reorder point', orderQuantity: 'Quantity requested', leadDays: 'Needed within (days)', storeOnHand: 'On the shelf', isActive: 'Active', paused: 'Paused', atPoint: 'Below the point',
      hint: 'Works from the next stock move of this section’s shelf on.',
    },
  },
})
