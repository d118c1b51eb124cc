import { defineTexts } from '../core/texts.ts'

export const trainingTexts = defineTexts({
  id: {
    title: 'Mode latihan',
    banner: { word: 'LATIHAN', text: 'Data salinan — tidak ada yang tersimpan ke data pabrik', resets: 'Diulang dari awal pukul {{time}}', tab: 'LATIHAN' },
    login: {
      choose: 'Masuk ke mode latihan', chooseHint: 'Berlatih pada salinan data. Apa pun yang Anda lakukan di sana tidak mengubah data pabrik.', submit: 'Masuk untuk berlatih',
      preparing: 'Salinan data latihan sedang disiapkan; biasanya kurang dari satu menit.', reset: 'Data latihan baru saja diulang dari awal. Masuk lagi untuk melanjutkan latihan.',
      passwordFirst: 'Kata sandi Anda harus diganti dulu: masuk biasa (tanpa mode latihan), ganti kata sandi, lalu kembali berlatih.',
    },
    screen: {
      explanation: 'Siapa pun dapat berlatih dengan nama pengguna dan kata sandinya sendiri: di halaman masuk, nyalakan “Masuk ke mode latihan”. Latihan berjalan pada salinan data; setiap malam pukul 03:00 salinan itu dibuang.',
      now: 'Sekarang', closed: 'Belum dibuka', closedHint: 'Salinan latihan dibuat saat orang pertama masuk untuk berlatih.', open: 'Terbuka', desks_one: '{{count}} layar sedang berlatih', desks_other: '{{count}} layar sedang berlatih',
      madeOf: 'Dibuat dari', backup: 'Cadangan {{at}}', demo: 'Pabrik contoh', since: 'Dibuat', resets: 'Diulang dari awal', source: 'Asal data latihan', changeSource: 'Ubah di Pengaturan',
      refresh: 'Segarkan', reset: 'Ulangi dari awal', resetNow: 'Ulangi sekarang juga', resetWarned: 'Beri tahu, ulangi 10 menit lagi',
      resetTitle: 'Ulangi latihan dari awal?', resetText: 'Semua yang dicoba dalam latihan dibuang, dan yang sedang berlatih keluar. Data pabrik tidak berubah.',
      resetDone: 'Latihan diulang dari awal', resetPlanned: 'Yang sedang berlatih sudah diberi tahu; latihan diulang 10 menit lagi',
    },
    drills: {
      title: 'Uji pemulihan', explanation: 'Setiap salinan latihan dibuat dari cadangan: itu sekaligus membuktikan bahwa cadangannya dapat dibuka.', at: 'Kapan', source: 'Asal', result: 'Hasil', size: 'Ukuran', took: 'Lama',
      sound: 'Dapat dipulihkan', unsound: 'Tidak dapat dibuka', made: 'Disiapkan', seconds: '{{seconds}} detik',
      empty: 'Belum ada yang berlatih', emptyHint: 'Begitu seseorang masuk ke mode latihan, di sini tertulis dari cadangan mana salinannya dibuat dan apakah cadangan itu utuh.',
    },
    settings: {
      source: {
        name: 'Asal data latihan', explanation: 'Cadangan terbaru: berlatih dengan barang dan stok pabrik sendiri. Pabrik contoh: data karangan. Bila belum ada cadangan yang dapat dibuka, pabrik contoh yang dipakai.',
        choices: { newestBackup: 'Cadangan terbaru', demo: 'Pabrik contoh' },
      },
    },
  },
  en: {
    title: 'Training mode',
    banner: { word: 'TRAINING', text: 'Copied data — nothing is saved to the factory’s data', resets: 'Starts over at {{time}}', tab: 'TRAINING' },
    login: {
      choose: 'Sign in to training mode', chooseHint: 'Practise on a copy of the data. Nothing you do there changes the factory’s data.', submit: 'Sign in to practise',
      preparing: 'The training copy is being prepared; this usually takes less than a minute.', reset: 'Training has just started over. Sign in again to go on practising.',
      passwordFirst: 'Your password must be changed first: sign in as usual (without training mode), change it, then come back to practise.',
    },
    screen: {
      explanation: 'Anybody can practise with their own user name and password: switch on “Sign in to training mode” on the sign-in page. Training runs on a copy of the data; every night at 03:00 that copy is thrown away.',
      now: 'Now', closed: 'Not open yet', closedHint: 'The training copy is made when the first person signs in to practise.', open: 'Open', desks_one: '{{count}} screen is practising', desks_other: '{{count}} screens are practising',
      madeOf: 'Made from', backup: 'Backup of {{at}}', demo: 'Demo factory', since: 'Made', resets: 'Starts over', source: 'Source of the training data', changeSource: 'Change in Settings',
      refresh: 'Refresh', reset: 'Start over', resetNow: 'Start over now', resetWarned: 'Tell them, start over in 10 minutes',
      resetTitle: 'Start training over?', resetText: 'Everything tried in training is thrown away, and those who practise are signed out. The factory’s data does not change.',
      resetDone: 'Training starts over', resetPlanned: 'Those who practise have been told; training starts over in 10 minutes',
    },
    drills: {
      title: 'Restore drills', explanation: 'Every training copy is made from a backup, which also proves that the backup opens.', at: 'When', source: 'Source', result: 'Result', size: 'Size', took: 'Took',
      sound: 'Can be restored', unsound: 'Cannot be opened', made: 'Prepared', seconds: '{{seconds}} s',
      empty: 'Nobody has practised yet', emptyHint: 'As soon as somebody signs in to training mode, this says from which backup the copy was made and whether that backup is sound.',
    },
    settings: {
      source: {
        name: 'Source of the training data', explanation: 'Newest backup: practise with the factory’s own items and stock. Demo factory: invented data. Where no backup opens yet, the demo factory is used.',
        choices: { newestBackup: 'Newest backup', demo: 'Demo factory' },
      },
    },
  },
})
