import { defineTexts } from '../core/texts.ts'

export const sessionsTexts = defineTexts({
  id: {
    title: 'Sesi', subtitle: 'Setiap kali seseorang masuk, satu sesi dimulai. Yang ditinggal terbuka dapat diakhiri dari sini.',
    empty: 'Belum ada sesi', emptyHint: 'Begitu seseorang masuk, sesinya muncul di sini.',
    columns: { person: 'Pengguna', desk: 'Komputer', browser: 'Peramban', ip: 'Alamat', startedAt: 'Masuk', lastSeenAt: 'Terakhir terlihat', expiresAt: 'Paling lama sampai', endedAt: 'Berakhir' },
    state: 'Keadaan', running: 'Berjalan', ended: 'Sudah berakhir',
    states: {
      RUNNING: 'Berjalan', LOGOUT: 'Keluar sendiri', REVOKED: 'Diakhiri', DEACTIVATED: 'Akun dinonaktifkan', PASSWORD: 'Kata sandi diganti', SWITCHED: 'Berganti orang',
      LOCKED: 'Layar dikunci', IDLE: 'Lama tidak dipakai', EXPIRED: 'Batas umur sesi', ENDED: 'Berakhir',
    },
    online: 'Layar terbuka', thisOne: 'sesi ini', unnamedDesk: 'Tanpa nama', otherBrowser: 'Program lain', details: 'Sesi {{name}}', user: 'Pengguna', filterUser: 'Pengguna',
    end: 'Akhiri sesi ini', endAll: 'Akhiri semua sesinya', endedOne: 'Sesi {{name}} diakhiri', endedAll_one: '{{count}} sesi {{name}} diakhiri', endedAll_other: '{{count}} sesi {{name}} diakhiri',
    endHint: 'Layarnya langsung tertutup. Isian yang belum disimpan hilang, kecuali konsepnya yang tersimpan di komputer itu.',
    endAllTitle: 'Akhiri semua sesi {{name}}?',
    own: {
      title: 'Sesi saya', subtitle: 'Komputer tempat Anda sedang atau pernah masuk. Akhiri yang bukan Anda pakai lagi.', end: 'Akhiri', endOthers: 'Akhiri semua yang lain', othersEnded_one: '{{count}} sesi lain diakhiri', othersEnded_other: '{{count}} sesi lain diakhiri',
      running: 'Sedang berjalan', ended: 'Yang sudah berakhir', strange: 'Ada yang bukan Anda? Akhiri, lalu ganti kata sandi.',
    },
  },
  en: {
    title: 'Sessions', subtitle: 'Every sign-in begins a session. One that was left open can be ended from here.',
    empty: 'No sessions yet', emptyHint: 'As soon as somebody signs in, their session shows here.',
    columns: { person: 'User', desk: 'Computer', browser: 'Browser', ip: 'Address', startedAt: 'Signed in', lastSeenAt: 'Last seen', expiresAt: 'At most until', endedAt: 'Ended' },
    state: 'State', running: 'Running', ended: 'Ended',
    states: {
      RUNNING: 'Running', LOGOUT: 'Signed out', REVOKED: 'Was ended', DEACTIVATED: 'Account deactivated', PASSWORD: 'Password changed', SWITCHED: 'Somebody else took over',
      LOCKED: 'Screen locked', IDLE: 'Unused for long', EXPIRED: 'Session too old', ENDED: 'Ended',
    },
    online: 'Screen open', thisOne: 'this session', unnamedDesk: 'Without a name', otherBrowser: 'Another program', details: 'Session of {{name}}', user: 'User', filterUser: 'User',
    end: 'End this session', endAll: 'End all of their sessions', endedOne: 'Session of {{name}} ended', endedAll_one: '{{count}} session of {{name}} ended', endedAll_other: '{{count}} sessions of {{name}} ended',
    endHint: 'Their screen closes at once. What is not saved is lost, but for drafts that are kept on that computer.',
    endAllTitle: 'End all sessions of {{name}}?',
    own: {
      title: 'My sessions', subtitle: 'Computers where you are or were signed in. End those you do not use any more.', end: 'End', endOthers: 'End all others', othersEnded_one: '{{count}} other session ended', othersEnded_other: '{{count}} other sessions ended',
      running: 'Running', ended: 'Ended', strange: 'One of them is not yours? End it, then change your password.',
    },
  },
})
