import { defineTexts } from '../core/texts.ts'

/** `notices.<KIND>`: what each kind of notice says, with the parameters named in `noticeKinds`. */
export const notificationsTexts = defineTexts({
  id: {
    title: 'Notifikasi',
    notices: {
      KANBAN_NEW_REQUEST: '{{section}} minta {{quantity}} {{unit}} {{item}} ({{number}})',
      KANBAN_APPROVED: '{{number}} disetujui: {{quantity}} {{unit}} {{item}}',
      KANBAN_FULFILLED: '{{number}}: {{quantity}} {{unit}} {{item}} sudah diserahkan',
      KANBAN_CANCELLED: '{{number}} ({{item}}) dibatalkan: {{reason}}',
      MATERIAL_LOW_STOCK: 'Stok {{item}} di pabrik tinggal {{quantity}} {{unit}} (minimum {{minimum}})',
      MATERIAL_STOCKOUT: 'Stok {{item}} di pabrik habis',
      BACKUP_UNUSABLE: 'Cadangan {{backup}} tidak dapat dibuka waktu dicoba untuk latihan. Data pabrik tidak apa-apa, tetapi cadangan ini tidak dapat diandalkan: buat cadangan baru dan periksa disknya.',
      TRAINING_RESET: 'Latihan diulang dari awal {{minutes}} menit lagi. Selesaikan yang sedang dicoba; setelah itu masuk lagi.',
      DATA_DIFFERS: 'Pemeriksaan data menemukan {{count}} hal yang tidak cocok. Jangan hapus file apa pun; jalankan “check-data” di komputer host atau hubungi yang mengurus Lantai.',
      unknown: 'Pemberitahuan {{kind}} — versi layar ini belum mengenalnya. Muat ulang halaman.',
    },
    severities: { INFO: 'Info', WARNING: 'Peringatan', CRITICAL: 'Penting' },
    bell: {
      open: 'Notifikasi', unread_one: '{{count}} belum dibaca', unread_other: '{{count}} belum dibaca',
      openCritical_one: '{{count}} penting menunggu “Saya tahu”', openCritical_other: '{{count}} penting menunggu “Saya tahu”',
      markAllRead: 'Tandai semua sudah dibaca', seeAll: 'Lihat semua', today: 'Hari ini', yesterday: 'Kemarin',
      empty: 'Tidak ada notifikasi', emptyHint: 'Permintaan, persetujuan, dan stok menipis akan muncul di sini.',
    },
    alert: {
      title: 'Peringatan penting', acknowledge: 'Saya tahu', acknowledgeAll_one: 'Saya tahu, tutup {{count}} peringatan',
      acknowledgeAll_other: 'Saya tahu, tutup {{count}} peringatan', more_one: 'dan {{count}} lagi', more_other: 'dan {{count}} lagi',
      mute: 'Matikan bunyi di komputer ini', unmute: 'Nyalakan bunyi di komputer ini', muted: 'Bunyi mati', blocked: 'Tekan tombol apa saja agar bunyi peringatan terdengar',
    },
    desktop: {
      show: 'Beri tahu juga saat jendela lain di depan', refused: 'Browser ini tidak mengizinkan pemberitahuan. Izinkan lewat gembok di bilah alamat.',
    },
    list: {
      time: 'Waktu', severity: 'Tingkat', notice: 'Isi', state: 'Keadaan', unread: 'Belum dibaca', read: 'Dibaca', acknowledged: 'Diketahui {{time}}', waiting: 'Menunggu “Saya tahu”',
      isUnread: 'Belum dibaca', isOpen: 'Penting dan masih menunggu', acknowledge: 'Saya tahu', markRead: 'Tandai sudah dibaca',
      empty: 'Belum ada notifikasi', emptyHint: 'Yang menyangkut Anda atau bagian Anda akan muncul di sini, juga yang datang selagi Anda tidak di tempat.',
    },
    done: { read_one: '{{count}} notifikasi ditandai sudah dibaca', read_other: '{{count}} notifikasi ditandai sudah dibaca', acknowledged: 'Tercatat bahwa Anda tahu' },
  },
  en: {
    title: 'Notifications',
    notices: {
      KANBAN_NEW_REQUEST: '{{section}} asks for {{quantity}} {{unit}} of {{item}} ({{number}})',
      KANBAN_APPROVED: '{{number}} approved: {{quantity}} {{unit}} of {{item}}',
      KANBAN_FULFILLED: '{{number}}: {{quantity}} {{unit}} of {{item}} handed over',
      KANBAN_CANCELLED: '{{number}} ({{item}}) cancelled: {{reason}}',
      MATERIAL_LOW_STOCK: 'Stock of {{item}} in the factory is down to {{quantity}} {{unit}} (minimum {{minimum}})',
      MATERIAL_STOCKOUT: 'The factory is out of {{item}}',
      BACKUP_UNUSABLE: 'The backup {{backup}} did not open when it was tried for training. The factory’s data is unharmed, but this backup cannot be relied on: make a new one and check its disk.',
      TRAINING_RESET: 'Training starts over in {{minutes}} minutes. Finish what you are trying; then sign in again.',
      DATA_DIFFERS: 'The check of the data found {{count}} things that do not fit. Delete no file; run “check-data” on the host computer or call whoever looks after Lantai.',
      unknown: 'Notice {{kind}} — this version of the screen does not know it. Reload the page.',
    },
    severities: { INFO: 'Info', WARNING: 'Warning', CRITICAL: 'Critical' },
    bell: {
      open: 'Notifications', unread_one: '{{count}} unread', unread_other: '{{count}} unread',
      openCritical_one: '{{count}} critical one waits for “I have seen it”', openCritical_other: '{{count}} critical ones wait for “I have seen it”',
      markAllRead: 'Mark all as read', seeAll: 'See all', today: 'Today', yesterday: 'Yesterday',
      empty: 'No notifications', emptyHint: 'Requests, approvals and low stock will show up here.',
    },
    alert: {
      title: 'Critical alert', acknowledge: 'I have seen it', acknowledgeAll_one: 'I have seen it, close {{count}} alert',
      acknowledgeAll_other: 'I have seen them, close {{count}} alerts', more_one: 'and {{count}} more', more_other: 'and {{count}} more',
      mute: 'Turn the sound off on this computer', unmute: 'Turn the sound on on this computer', muted: 'Sound is off', blocked: 'Press any key to let the alert be heard',
    },
    desktop: {
      show: 'Tell me also while another window is in front', refused: 'This browser does not allow notifications. Allow them by the lock in the address bar.',
    },
    list: {
      time: 'Time', severity: 'Severity', notice: 'Notice', state: 'State', unread: 'Unread', read: 'Read', acknowledged: 'Acknowledged {{time}}', waiting: 'Waits for “I have seen it”',
      isUnread: 'Unread', isOpen: 'Critical and still waiting', acknowledge: 'I have seen it', markRead: 'Mark as read',
      empty: 'No notifications yet', emptyHint: 'What concerns you or your section shows up here, also what came while you were away.',
    },
    done: { read_one: '{{count}} notification marked as read', read_other: '{{count}} notifications marked as read', acknowledged: 'Noted that you have seen it' },
  },
})
