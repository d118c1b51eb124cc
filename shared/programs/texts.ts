import { defineTexts } from '../core/texts.ts'

export const programsTexts = defineTexts({
  id: {
    title: 'Program lain', subtitle: 'Kunci API untuk timbangan, mesin absen, atau program lain yang membaca dan mengirim data sendiri.',
    empty: 'Belum ada kunci API', emptyHint: 'Buat satu kunci untuk tiap program, dengan hak sesedikit mungkin. Kunci bekerja atas nama pembuatnya.',
    add: 'Buat kunci', columns: { name: 'Nama', state: 'Keadaan', permissions: 'Boleh', sections: 'Bagian', expiresAt: 'Berlaku sampai', lastUsedAt: 'Terakhir dipakai', owner: 'Dibuat oleh', keyStart: 'Awal kunci' },
    states: { ACTIVE: 'Berlaku', EXPIRED: 'Lewat masa', REVOKED: 'Dicabut', SUSPENDED: 'Ditahan', OWNER_INACTIVE: 'Pembuatnya nonaktif' },
    never: 'Belum pernah', allSections: 'Semua bagian', sectionCount_one: '{{count}} bagian', sectionCount_other: '{{count}} bagian', permissionCount_one: '{{count}} izin', permissionCount_other: '{{count}} izin', isActive: 'Keadaan', active: 'Berlaku', notActive: 'Tidak berlaku lagi', details: 'Kunci {{name}}', revokedBy: 'Dicabut oleh', cost: 'Boleh melihat harga',
    form: {
      title: 'Kunci baru', subtitle: 'Hak sebuah kunci tidak pernah lebih dari hak Anda sendiri, dan berkurang bila hak Anda berkurang.', name: 'Nama program', nameHint: 'Misalnya: Timbangan gudang', expiresOn: 'Hari terakhir berlaku',
      permissions: 'Yang boleh dilakukan', section: 'Hanya untuk bagian', allSections: 'Semua bagian yang boleh saya lihat', canSeeCost: 'Ikut menerima harga', save: 'Buat kunci', chooseOne: 'Pilih paling sedikit satu.',
    },
    made: {
      title: 'Kunci {{name}} siap dipakai', once: 'Salin sekarang. Kunci ini hanya ditampilkan sekali; yang disimpan Lantai hanya sidiknya.', key: 'Kunci', copy: 'Salin kunci', copied: 'Kunci tersalin', example: 'Contoh pemanggilan', copyExample: 'Salin contoh',
      exampleCopied: 'Contoh tersalin', description: 'Daftar semua pemanggilan: {{address}}', done: 'Sudah saya simpan', desk: 'Supaya perintah yang dikirim ulang tidak dijalankan dua kali, beri header Replay-Key: {{desk}}:1, {{desk}}:2, dan seterusnya.',
    },
    revoke: 'Cabut kunci', revokeTitle: 'Cabut kunci {{name}}?', revokeHint: 'Program yang memakainya langsung ditolak. Kunci yang dicabut tidak dapat dihidupkan lagi.', revoked: 'Kunci {{name}} dicabut',
    suspended: 'Data dipulihkan dari cadangan, dan tidak dapat diketahui apakah kunci ini sudah dicabut sesudahnya. Kunci ini ditolak sampai Superadmin mengaktifkannya lagi.', resume: 'Aktifkan lagi', resumed: 'Kunci {{name}} berlaku lagi',
    issues: { past: 'Hari ini sudah lewat.', tooLong: 'Paling lama {{days}} hari dari sekarang.' },
    settings: { callsPerMinute: { name: 'Panggilan tiap kunci API per menit', explanation: 'Selebihnya ditolak dengan kode 429 dan diberi tahu berapa detik harus menunggu.' } },
  },
  en: {
    title: 'Other programs', subtitle: 'API keys for scales, time clocks and other programs that read and send data by themselves.',
    empty: 'No API keys yet', emptyHint: 'Make one key for each program, with as few rights as it needs. A key works in the name of who made it.',
    add: 'Make a key', columns: { name: 'Name', state: 'State', permissions: 'May', sections: 'Sections', expiresAt: 'Valid until', lastUsedAt: 'Last used', owner: 'Made by', keyStart: 'Key begins with' },
    states: { ACTIVE: 'Valid', EXPIRED: 'Expired', REVOKED: 'Revoked', SUSPENDED: 'On hold', OWNER_INACTIVE: 'Its maker is inactive' },
    never: 'Never yet', allSections: 'All sections', sectionCount_one: '{{count}} section', sectionCount_other: '{{count}} sections', permissionCount_one: '{{count}} permission', permissionCount_other: '{{count}} permissions', isActive: 'State', active: 'Valid', notActive: 'Not valid any more', details: 'Key {{name}}', revokedBy: 'Revoked by', cost: 'May see prices',
    form: {
      title: 'New key', subtitle: 'A key may never do more than you, and loses what you lose.', name: 'Name of the program', nameHint: 'For instance: warehouse scale', expiresOn: 'Last day it is valid',
      permissions: 'What it may do', section: 'Only for the section', allSections: 'All sections I may see', canSeeCost: 'Is given prices too', save: 'Make the key', chooseOne: 'Choose at least one.',
    },
    made: {
      title: 'Key {{name}} is ready', once: 'Copy it now. It is shown only once; Lantai keeps nothing but its fingerprint.', key: 'Key', copy: 'Copy the key', copied: 'Key copied', example: 'An example call', copyExample: 'Copy the example',
      exampleCopied: 'Example copied', description: 'All calls are listed at {{address}}', done: 'I have kept it', desk: 'So that a command sent again is not done twice, give the header Replay-Key: {{desk}}:1, {{desk}}:2 and so on.',
    },
    revoke: 'Revoke key', revokeTitle: 'Revoke the key {{name}}?', revokeHint: 'The program that uses it is refused at once. A revoked key cannot be brought back.', revoked: 'Key {{name}} revoked',
    suspended: 'The data was restored from a backup, and it cannot be known whether this key had been revoked since. It is refused until a Superadmin lets it work again.', resume: 'Let it work again', resumed: 'Key {{name}} works again',
    issues: { past: 'This day is over.', tooLong: 'At most {{days}} days from now.' },
    settings: { callsPerMinute: { name: 'Calls with each API key per minute', explanation: 'Further ones are refused with code 429 and told how many seconds to wait.' } },
  },
})
