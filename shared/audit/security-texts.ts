import { defineTexts } from '../core/texts.ts'

export const securityTexts = defineTexts({
  id: {
    security: {
      title: 'Catatan keamanan', hint: 'Yang ditolak, percobaan masuk, dan kuncian. Pengulangan dalam satu menit menjadi satu baris.',
      kinds: {
        FORBIDDEN: 'Ditolak: belum punya izin', FOREIGN_SECTION: 'Ditolak: data bagian lain', LOGIN_FAILED: 'Kata sandi salah', ACCOUNT_LOCKED: 'Akun dikunci', ADDRESS_BLOCKED: 'Alamat diblokir',
        ACCOUNT_UNLOCKED: 'Kuncian akun dibuka', ADDRESS_UNBLOCKED: 'Blokir alamat dibuka', MANY_REFUSALS: 'Banjir penolakan',
        SESSION_REVOKED: 'Sesi diakhiri', KEY_REVOKED: 'Kunci API dicabut', KEY_REFUSED: 'Kunci API ditolak', KEY_MISUSED: 'Kunci API disalahgunakan',
      },
      meanings: {
        FORBIDDEN: 'Seseorang mencoba hal yang izinnya belum ia punya. Sesekali itu wajar; kalau sering, tanyakan apa yang ia perlukan, atau beri izinnya.',
        FOREIGN_SECTION: 'Seseorang mencoba membuka atau mengubah data bagian lain. Kalau memang tugasnya, tambahkan bagian itu pada akunnya.',
        LOGIN_FAILED: 'Nama pengguna atau kata sandi salah di halaman masuk. Beberapa kali biasanya lupa; berkali-kali dari satu alamat perlu ditanyakan.',
        ACCOUNT_LOCKED: 'Kata sandi salah berkali-kali, jadi akun ini tidak dapat masuk untuk sementara. Pastikan orangnya sendiri yang mencoba, lalu buka kuncinya.',
        ADDRESS_BLOCKED: 'Terlalu banyak kata sandi salah dari satu komputer. Cari komputernya sebelum membuka blokirnya.',
        SESSION_REVOKED: 'Seseorang yang berwenang mengakhiri sesi orang lain dari jauh.', KEY_REVOKED: 'Seseorang yang berwenang mencabut kunci sebuah program.',
        KEY_REFUSED: 'Sebuah program memakai kunci yang salah, sudah dicabut, atau sudah lewat masanya.', KEY_MISUSED: 'Sebuah program mencoba hal yang hanya boleh dilakukan orang, misalnya mengurus pengguna.',
        ACCOUNT_UNLOCKED: 'Seseorang yang berwenang membuka kuncian sebuah akun, dengan alasan.', ADDRESS_UNBLOCKED: 'Seseorang yang berwenang membuka blokir sebuah alamat, dengan alasan.',
        MANY_REFUSALS: 'Penolakan datang begitu banyak dalam satu menit sehingga hanya jumlahnya yang dicatat. Periksa program atau komputer di alamat itu.',
      },
      unknown: 'Kejadian lain', time: 'Waktu', kind: 'Kejadian', severity: 'Tingkat', who: 'Siapa', account: 'akun “{{name}}”', nobody: 'belum masuk', address: 'Alamat', what: 'Yang dicoba', times: 'Kali', until: 's.d. {{time}}', days: 'Tanggal', user: 'Pengguna',
      empty: 'Tidak ada kejadian keamanan', emptyHint: 'Penolakan izin dan percobaan masuk yang gagal akan muncul di sini.', details: 'Rincian kejadian', meaning: 'Artinya', needed: 'Izin yang kurang', section: 'Bagian', lockedUntil: 'Terkunci sampai', reason: 'Alasan', desk: 'Komputer',
      locks: {
        title: 'Yang sedang dikunci', none: 'Tidak ada akun atau alamat yang sedang dikunci.', address: 'Alamat {{address}}', account: 'Akun {{account}}', desk: 'Akun {{account}} di komputer {{desk}}', until: 'sampai {{time}}',
        lift: 'Buka', liftTitle: 'Buka {{what}}?', liftText: 'Setelah dibuka, percobaan masuk dihitung dari awal. Tulis mengapa Anda yakin ini aman.', lifted: '{{what}} dibuka', cannotLift: 'Hanya yang setingkat atau lebih tinggi yang dapat membukanya.',
      },
    },
  },
  en: {
    security: {
      title: 'Security log', hint: 'Refusals, attempts to sign in, and locks. Repeats within a minute are one line.',
      kinds: {
        FORBIDDEN: 'Refused: no permission', FOREIGN_SECTION: 'Refused: another section’s data', LOGIN_FAILED: 'Wrong password', ACCOUNT_LOCKED: 'Account locked', ADDRESS_BLOCKED: 'Address blocked',
        ACCOUNT_UNLOCKED: 'Account unlocked', ADDRESS_UNBLOCKED: 'Address unblocked', MANY_REFUSALS: 'Flood of refusals',
        SESSION_REVOKED: 'Session ended', KEY_REVOKED: 'API key revoked', KEY_REFUSED: 'API key refused', KEY_MISUSED: 'API key misused',
      },
      meanings: {
        FORBIDDEN: 'Somebody tried what they have no permission for. Now and then that is normal; if it is often, ask what they need, or grant it.',
        FOREIGN_SECTION: 'Somebody tried to open or change what belongs to another section. If it is their work, add that section to their account.',
        LOGIN_FAILED: 'A user name or password was wrong on the login page. A few times it is usually forgotten; many times from one address should be asked about.',
        ACCOUNT_LOCKED: 'The password was wrong many times, so this account cannot sign in for a while. Make sure it was the person themselves, then lift the lock.',
        ADDRESS_BLOCKED: 'Too many wrong passwords came from one computer. Find that computer before you unblock it.',
        SESSION_REVOKED: 'Somebody who may ended another person’s session from afar.', KEY_REVOKED: 'Somebody who may revoked the key of a program.',
        KEY_REFUSED: 'A program used a key that is wrong, revoked or past its time.', KEY_MISUSED: 'A program tried what only a person may do, such as looking after users.',
        ACCOUNT_UNLOCKED: 'Somebody who may lifted the lock of an account, and said why.', ADDRESS_UNBLOCKED: 'Somebody who may unblocked an address, and said why.',
        MANY_REFUSALS: 'So many refusals came within a minute that only their number was kept. Look at the program or computer at that address.',
      },
      unknown: 'Another event', time: 'Time', kind: 'Event', severity: 'Severity', who: 'Who', account: 'account “{{name}}”', nobody: 'not signed in', address: 'Address', what: 'What was tried', times: 'Times', until: 'to {{time}}', days: 'Days', user: 'User',
      empty: 'No security events', emptyHint: 'Refusals and failed attempts to sign in show up here.', details: 'Details of the event', meaning: 'What it means', needed: 'Missing permission', section: 'Section', lockedUntil: 'Locked until', reason: 'Reason', desk: 'Computer',
      locks: {
        title: 'Locked now', none: 'No account and no address is locked.', address: 'Address {{address}}', account: 'Account {{account}}', desk: 'Account {{account}} on computer {{desk}}', until: 'until {{time}}',
        lift: 'Lift', liftTitle: 'Lift the lock of {{what}}?', liftText: 'After that, attempts to sign in are counted anew. Write why you are sure that this is safe.', lifted: '{{what}} may sign in again', cannotLift: 'Only who is of the same level or higher can lift it.',
      },
    },
  },
})
