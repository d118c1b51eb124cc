/** What is said to whoever is refused at the door: programs with keys, and people at shared desks. A part of the core's texts. */
export const doorTexts = {
  id: {
    errors: {
      'desk-not-shared': 'Komputer ini tidak dipakai bergantian. Masuk dengan kata sandi, atau minta Admin menandainya di halaman Siapa di mana.',
      'password-needed': 'Akun ini harus masuk dengan kata sandi: haknya terlalu luas untuk PIN atau kartu, atau kata sandinya belum diganti.',
      'pin-wrong': 'PIN salah. Ketik ulang, atau masuk dengan kata sandi.',
      'badge-unknown': 'Kartu ini tidak dikenal. Pindai sekali lagi, atau pilih nama dan ketik PIN.',
      'badge-taken': 'Kartu ini sudah dipakai orang lain. Pindai kartu yang lain.',
      'role-not-limited': 'Peran ini terlalu luas untuk PIN atau kartu: mengurus pengguna, pengaturan, atau data, atau melihat harga.',
      'key-invalid': 'Kunci API ini tidak berlaku: salah, sudah dicabut, atau sudah lewat masanya. Minta Admin membuatkan yang baru.',
      'key-exceeds': 'Kunci API tidak dapat diberi lebih dari hak Anda sendiri, dan tidak boleh mengurus pengguna atau seluruh data.',
      'person-only': 'Ini hanya untuk orang yang masuk, bukan untuk program dengan kunci API.',
    },
    errorDetails: {
      'role-not-limited': 'Peran {{role}} terlalu luas untuk PIN atau kartu karena hak ini: {{needed}}. Cabut dahulu haknya di Peran & izin, atau biarkan orangnya masuk dengan kata sandi.',
      'password-needed': '{{name}} harus masuk dengan kata sandi: haknya terlalu luas untuk PIN atau kartu, atau kata sandinya belum diganti.',
      'badge-taken': 'Kartu ini sudah dipakai {{name}}. Pindai kartu yang lain.',
    },
  },
  en: {
    errors: {
      'desk-not-shared': 'People do not take turns at this computer. Sign in by password, or ask an Admin to mark it on the page Who is where.',
      'password-needed': 'This account has to sign in by password: its rights are too wide for a PIN or a badge, or its password must be changed first.',
      'pin-wrong': 'Wrong PIN. Type it again, or sign in by password.',
      'badge-unknown': 'This badge is not known. Scan it once more, or choose your name and type your PIN.',
      'badge-taken': 'This badge is somebody else’s already. Scan another one.',
      'role-not-limited': 'This role is too wide for a PIN or a badge: it looks after users, settings or data, or sees prices.',
      'key-invalid': 'This API key is not valid: wrong, revoked, or past its time. Ask an Admin for a new one.',
      'key-exceeds': 'An API key cannot be given more than you may yourself, and none may look after users or the data as a whole.',
      'person-only': 'This is only for a person who signed in, not for a program with an API key.',
    },
    errorDetails: {
      'role-not-limited': 'The role {{role}} is too wide for a PIN or a badge because of this right: {{needed}}. Take the right away in Roles & permissions, or let its people sign in by password.',
      'password-needed': '{{name}} has to sign in by password: their rights are too wide for a PIN or a badge, or their password must be changed first.',
      'badge-taken': 'This badge is {{name}}’s already. Scan another one.',
    },
  },
} as const
