import { defineTexts } from '../core/texts.ts'

export const operatorsTexts = defineTexts({
  id: {
    title: 'PIN dan kartu', subtitle: 'Operator di komputer yang dipakai bergantian masuk dengan memindai kartu atau mengetik PIN.',
    empty: 'Belum ada operator', emptyHint: 'Pilih dahulu peran yang boleh berganti cepat. Setelah itu semua penggunanya muncul di sini.',
    columns: { person: 'Operator', role: 'Peran', section: 'Bagian', pin: 'PIN', badge: 'Kartu', isSet: 'Ada', notSet: 'Belum', state: 'Keterangan', tooWide: 'Haknya terlalu luas' },
    roles: 'Peran yang boleh', rolesTitle: 'Peran yang boleh berganti cepat', rolesHint: 'Hanya peran terbatas. Yang mengurus pengguna, pengaturan, atau data, atau melihat harga, selalu masuk dengan kata sandi.', notLimited: 'Terlalu luas: {{rights}}', andMore_one: '{{rights}}, dan {{count}} hak lain', andMore_other: '{{rights}}, dan {{count}} hak lain', higherLevel: 'Tingkatnya di atas Anda', stillMay: 'Pernah dipilih, tetapi tidak berlaku selama haknya seluas ini', mayChosen: 'Dapat dipilih', mayNot: 'Selalu dengan kata sandi', roleOn: 'Peran {{name}} boleh berganti cepat', roleOff: 'Peran {{name}} kembali masuk dengan kata sandi',
    pinOf: 'PIN untuk {{name}}', badgeOf: 'Kartu untuk {{name}}', pin: 'PIN baru', pinHint: '4 sampai 8 angka, bukan 0000 atau 1234. Beri tahu orangnya sendiri.', code: 'Kode kartu', codeHint: 'Pindai kartunya sekarang, atau ketik kodenya. Paling sedikit 8 karakter, dan sukar ditebak.', makeCode: 'Buatkan kode',
    pinSaved: 'PIN {{name}} disimpan', badgeSaved: 'Kartu {{name}} disimpan', clearPin: 'Hapus PIN', clearBadge: 'Hapus kartu', pinCleared: 'PIN {{name}} dihapus', badgeCleared: 'Kartu {{name}} dihapus', setPin: 'Atur PIN', setBadge: 'Atur kartu', choose: 'Apa yang diatur untuk {{name}}?',
    own: {
      section: 'PIN dan kartu untuk komputer bersama', title: 'PIN saya', current: 'Kata sandi sekarang', hint: 'Dengan PIN Anda bergantian di komputer bersama tanpa mengetik kata sandi.', pinHint: '4 sampai 8 angka, bukan 0000 atau 1234. Jangan beri tahu siapa pun.', make: 'Buat PIN', change: 'Ganti PIN',
      saved: 'PIN Anda disimpan', pinCleared: 'PIN Anda dihapus', badgeCleared: 'Kartu Anda dihapus', tooWide: 'Anda masuk dengan kata sandi, karena hak Anda terlalu luas untuk PIN atau kartu: {{rights}}.',
    },
    door: {
      title: 'Siapa yang bertugas?', hint: 'Pindai kartu Anda, atau pilih nama lalu ketik PIN.', hintBadge: 'Pindai kartu Anda untuk mulai.', byPassword: 'Masuk dengan kata sandi', byName: 'Pilih nama', search: 'Cari nama', nobody: 'Belum ada operator yang punya PIN atau kartu. Masuk dengan kata sandi, lalu atur di halaman PIN dan kartu.',
      pinFor: 'PIN {{name}}', digit: 'Angka {{digit}}', erase: 'Hapus angka', back: 'Ganti nama', enter: 'Masuk', typed_one: '{{count}} angka diketik', typed_other: '{{count}} angka diketik', noPin: 'hanya kartu', checking: 'Sebentar…', noMatch: 'Tidak ada nama yang cocok',
      kept: 'Isian {{name}} yang belum disimpan tetap ada untuk {{name}}.',
    },
    change: 'Ganti orang', changed: 'Sekarang bertugas: {{name}}', notShared: 'Komputer ini tidak dipakai bergantian, jadi kartu tidak mengganti orang.', keys: { title: 'Komputer bersama', change: 'Ganti orang / kunci layar' },
    issues: { guessable: 'Terlalu mudah ditebak. Jangan pakai angka sama atau berurutan.', digits: 'Ketik 4 sampai 8 angka.' },
    settings: {
      lockMinutes: { name: 'Komputer bersama terkunci sendiri', explanation: 'Selama ini tidak dipakai, layar terkunci dan menanyakan siapa yang bertugas. Isian yang belum disimpan tetap ada.' },
      badgePrefix: { name: 'Awal kode kartu operator', explanation: 'Kode yang berawalan ini dikenali sebagai kartu orang, juga sewaktu layar lain terbuka.' },
    },
  },
  en: {
    title: 'PINs and badges', subtitle: 'At shared computers operators come in by scanning a badge or typing a PIN.',
    empty: 'No operators yet', emptyHint: 'First choose the roles that may change quickly. Then all of their users show here.',
    columns: { person: 'Operator', role: 'Role', section: 'Section', pin: 'PIN', badge: 'Badge', isSet: 'Set', notSet: 'Not yet', state: 'Remark', tooWide: 'Rights too wide' },
    roles: 'Roles that may', rolesTitle: 'Roles that may change quickly', rolesHint: 'Limited roles only. Those that look after users, settings or data, or see prices, always sign in by password.', notLimited: 'Too wide: {{rights}}', andMore_one: '{{rights}}, and {{count}} more right', andMore_other: '{{rights}}, and {{count}} more rights', higherLevel: 'Its level is above yours', stillMay: 'Chosen once, but of no effect as long as its rights are this wide', mayChosen: 'May be chosen', mayNot: 'Always by password', roleOn: 'Role {{name}} may change quickly', roleOff: 'Role {{name}} signs in by password again',
    pinOf: 'PIN for {{name}}', badgeOf: 'Badge for {{name}}', pin: 'New PIN', pinHint: '4 to 8 digits, not 0000 or 1234. Tell it to the person alone.', code: 'Badge code', codeHint: 'Scan the badge now, or type its code. At least 8 characters, and hard to guess.', makeCode: 'Make a code',
    pinSaved: 'PIN of {{name}} saved', badgeSaved: 'Badge of {{name}} saved', clearPin: 'Remove PIN', clearBadge: 'Remove badge', pinCleared: 'PIN of {{name}} removed', badgeCleared: 'Badge of {{name}} removed', setPin: 'Set PIN', setBadge: 'Set badge', choose: 'What is to be set for {{name}}?',
    own: {
      section: 'PIN and badge for shared computers', title: 'My PIN', current: 'Current password', hint: 'With a PIN you take turns at shared computers without typing your password.', pinHint: '4 to 8 digits, not 0000 or 1234. Tell it to nobody.', make: 'Make a PIN', change: 'Change PIN',
      saved: 'Your PIN is saved', pinCleared: 'Your PIN is removed', badgeCleared: 'Your badge is removed', tooWide: 'You sign in by password, because your rights are too wide for a PIN or a badge: {{rights}}.',
    },
    door: {
      title: 'Who is on duty?', hint: 'Scan your badge, or choose your name and type your PIN.', hintBadge: 'Scan your badge to begin.', byPassword: 'Sign in by password', byName: 'Choose a name', search: 'Search a name', nobody: 'No operator has a PIN or a badge yet. Sign in by password and set them on the page PINs and badges.',
      pinFor: 'PIN of {{name}}', digit: 'Digit {{digit}}', erase: 'Erase a digit', back: 'Another name', enter: 'Enter', typed_one: '{{count}} digit typed', typed_other: '{{count}} digits typed', noPin: 'badge only', checking: 'One moment…', noMatch: 'No name matches',
      kept: 'What {{name}} has not saved stays there for {{name}}.',
    },
    change: 'Change person', changed: 'Now on duty: {{name}}', notShared: 'People do not take turns at this computer, so a badge changes nobody.', keys: { title: 'Shared computer', change: 'Change person / lock the screen' },
    issues: { guessable: 'Too easy to guess. No equal digits and no sequences.', digits: 'Type 4 to 8 digits.' },
    settings: {
      lockMinutes: { name: 'Shared computers lock by themselves', explanation: 'After so long without use the screen locks and asks who is on duty. What is not saved stays there.' },
      badgePrefix: { name: 'How operators’ badge codes begin', explanation: 'A code that begins like this is known as a person’s badge, whatever screen is open.' },
    },
  },
})
