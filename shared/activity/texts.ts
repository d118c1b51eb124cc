import { defineTexts } from '../core/texts.ts'

export const activityTexts = defineTexts({
  id: {
    title: 'Kegiatan', subtitle: 'Siapa masuk dan keluar, layar apa yang dibuka dan berapa lama, serta tindakan yang dilakukan.',
    empty: 'Belum ada kegiatan pada hari-hari ini', emptyHint: 'Begitu seseorang masuk dan bekerja, kegiatannya tercatat di sini.',
    views: { log: 'Catatan', summary: 'Ringkasan' },
    columns: { at: 'Waktu', person: 'Pengguna', kind: 'Kegiatan', what: 'Apa', seconds: 'Lama', desk: 'Komputer', role: 'Peran' },
    kinds: { LOGIN: 'Masuk', LOGOUT: 'Keluar', PAGE: 'Layar', ACTION: 'Tindakan' },
    filters: { days: 'Hari', screen: 'Layar', user: 'Pengguna' },
    unnamedDesk: 'Tanpa nama', otherScreen: 'Layar lain', act: '{{verb}} ({{module}})',
    verbs: {
      accept: 'Menerima', acknowledge: 'Menyatakan tahu', add: 'Menambah', adjust: 'Menyesuaikan', apply: 'Menerapkan', approve: 'Menyetujui', begin: 'Memulai', cancel: 'Membatalkan', change: 'Mengubah',
      consume: 'Memakai', count: 'Menghitung', create: 'Membuat', decide: 'Memutuskan', discard: 'Membuang', download: 'Mengunduh', end: 'Mengakhiri', export: 'Mengekspor', finish: 'Menyelesaikan', forget: 'Melupakan',
      fulfil: 'Memenuhi', inspect: 'Memeriksa', issue: 'Mengeluarkan', make: 'Membuat', mark: 'Menandai', move: 'Memindahkan', name: 'Menamai', open: 'Membuka', post: 'Membukukan', put: 'Menaruh', receive: 'Menerima', reject: 'Menolak', remove: 'Menghapus',
      reopen: 'Membuka lagi', report: 'Melaporkan', request: 'Mengajukan', reset: 'Menyetel ulang', restore: 'Mengembalikan', return: 'Mengembalikan', reverse: 'Membalik', revoke: 'Mencabut', save: 'Menyimpan', send: 'Mengirim', set: 'Menetapkan', stage: 'Menyiapkan', start: 'Memulai',
      transfer: 'Memindahkan', unlock: 'Membuka kuncian', update: 'Mengubah', verify: 'Memastikan', withdraw: 'Menarik kembali', other: 'Melakukan tindakan',
    },
    summary: {
      people: 'Orang yang bekerja', views: 'Layar dibuka', actions: 'Tindakan', seconds: 'Waktu di layar',
      hours: 'Orang yang aktif menurut jam', hoursHint: 'Berapa orang berbeda yang bekerja pada jam itu.', hour: 'Pukul {{from}}–{{to}}', active_one: '{{count}} orang', active_other: '{{count}} orang',
      screens: 'Layar yang paling sering dibuka', users: 'Waktu yang dipakai', screen: 'Layar', opened: 'Dibuka', byPeople: 'Orang', time: 'Waktu', person: 'Pengguna', acts: 'Tindakan', last: 'Terakhir',
      spans: { today: 'Hari ini', week: '7 hari', month: '30 hari' }, span: 'Jangka waktu',
    },
    notice: 'Lantai mencatat kapan Anda masuk dan keluar, layar yang Anda buka beserta lamanya, dan tindakan yang Anda lakukan. Yang Anda ketik tidak ikut dicatat. Catatan ini dilihat oleh yang memegang izin jejak audit, dan dihapus setelah batas waktunya (bawaan: satu tahun).',
    noticeTitle: 'Kegiatan Anda dicatat',
    settings: { retentionDays: { name: 'Lama catatan kegiatan disimpan', explanation: 'Masuk, keluar, layar, dan tindakan yang lebih tua dari ini dihapus setiap hari. Jejak audit tidak ikut terhapus.' } },
  },
  en: {
    title: 'Activity', subtitle: 'Who came and went, which screens were open and for how long, and what was done.',
    empty: 'No activity on these days yet', emptyHint: 'As soon as somebody signs in and works, it is noted here.',
    views: { log: 'Log', summary: 'Summary' },
    columns: { at: 'Time', person: 'User', kind: 'Activity', what: 'What', seconds: 'How long', desk: 'Computer', role: 'Role' },
    kinds: { LOGIN: 'Sign-in', LOGOUT: 'Sign-out', PAGE: 'Screen', ACTION: 'Act' },
    filters: { days: 'Days', screen: 'Screen', user: 'User' },
    unnamedDesk: 'Without a name', otherScreen: 'Another screen', act: '{{verb}} ({{module}})',
    verbs: {
      accept: 'Accept', acknowledge: 'Acknowledge', add: 'Add', adjust: 'Adjust', apply: 'Apply', approve: 'Approve', begin: 'Begin', cancel: 'Cancel', change: 'Change',
      consume: 'Consume', count: 'Count', create: 'Create', decide: 'Decide', discard: 'Discard', download: 'Download', end: 'End', export: 'Export', finish: 'Finish', forget: 'Forget',
      fulfil: 'Fulfil', inspect: 'Inspect', issue: 'Issue', make: 'Make', mark: 'Mark', move: 'Move', name: 'Name', open: 'Open', post: 'Post', put: 'Put', receive: 'Receive', reject: 'Reject', remove: 'Remove',
      reopen: 'Reopen', report: 'Report', request: 'Request', reset: 'Reset', restore: 'Restore', return: 'Return', reverse: 'Reverse', revoke: 'Revoke', save: 'Save', send: 'Send', set: 'Set', stage: 'Prepare', start: 'Start',
      transfer: 'Transfer', unlock: 'Unlock', update: 'Change', verify: 'Verify', withdraw: 'Withdraw', other: 'Act',
    },
    summary: {
      people: 'People at work', views: 'Screens opened', actions: 'Acts', seconds: 'Time on screens',
      hours: 'Active people by hour', hoursHint: 'How many different people worked in that hour.', hour: '{{from}}–{{to}}', active_one: '{{count}} person', active_other: '{{count}} people',
      screens: 'Screens opened most', users: 'Time spent', screen: 'Screen', opened: 'Opened', byPeople: 'People', time: 'Time', person: 'User', acts: 'Acts', last: 'Last',
      spans: { today: 'Today', week: '7 days', month: '30 days' }, span: 'Span of time',
    },
    notice: 'Lantai notes when you sign in and out, which screens you open and for how long, and what you do. What you type is not noted. Holders of the audit permission can read it; it is deleted after its time (a year unless changed).',
    noticeTitle: 'Your activity is noted',
    settings: { retentionDays: { name: 'How long the activity log is kept', explanation: 'Sign-ins, sign-outs, screens and acts older than this are deleted daily. The audit is not touched by it.' } },
  },
})
