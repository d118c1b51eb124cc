import { defineTexts } from '../../shared/core/texts.ts'

export type ShellLanguage = 'id' | 'en'

/** What menus, tray and the system's own boxes say; the screens' words are elsewhere. */
export const shellTexts = defineTexts({
  id: {
    menu: {
      file: '&Berkas', newWindow: 'Jendela &baru', print: '&Cetak…', autostart: '&Mulai bersama komputer (sebagai host)',
      autostartFixed: 'Mulai bersama komputer (diatur saat pemasangan)', quit: '&Keluar',
      view: '&Tampilan', zoomIn: 'Per&besar', zoomOut: 'Per&kecil', zoomReset: 'Ukuran &100 %', reload: '&Muat ulang', fullScreen: '&Layar penuh',
      help: 'B&antuan', keys: '&Daftar tombol', openLog: 'Buka &log', support: '&Ekspor paket dukungan…', about: '&Tentang Lantai',
    },
    tray: {
      open: 'Buka Lantai', copyAddress: 'Salin alamat {{address}}', starting: 'Host sedang mulai…', failed: 'Host tidak berjalan',
      desks: '{{count}} komputer terhubung', unread: '{{count}} belum dibaca', quit: 'Keluar',
      hintTitle: 'Lantai tetap berjalan', hint: 'Host tetap melayani komputer lain. Buka lagi atau hentikan lewat ikon Lantai di dekat jam.',
    },
    quit: {
      title: 'Hentikan Lantai?', question: '{{count}} komputer masih terhubung ke host ini.',
      detail: 'Kalau Lantai dihentikan, semuanya terputus sampai Lantai dijalankan lagi. Yang sudah tersimpan tetap aman.', stop: 'Hentikan', stay: 'Tetap jalan',
    },
    support: {
      title: 'Simpan paket dukungan', fileType: 'Arsip ZIP', done: 'Paket dukungan tersimpan',
      doneDetail: '{{path}}\n\nIsinya log, versi, dan ukuran — bukan data pabrik. README.txt di dalamnya menjelaskan.', show: 'Tampilkan di folder', close: 'Tutup',
      failed: 'Paket dukungan tidak dapat disimpan', failedDetail: '{{reason}}\n\nPilih folder lain, atau periksa sisa ruang disk.',
    },
    about: { title: 'Tentang Lantai', version: 'Lantai {{version}}', address: 'Alamat host: {{address}}', folder: 'Folder data: {{folder}}' },
    edit: { undo: 'Batalkan', cut: 'Potong', copy: 'Salin', paste: 'Tempel', selectAll: 'Pilih semua' },
    window: {
      unresponsive: 'Layar ini tidak menjawab', unresponsiveDetail: 'Tunggu sebentar, atau muat ulang. Yang sudah tersimpan tetap aman; isian yang belum disimpan hilang.',
      wait: 'Tunggu', reload: 'Muat ulang', crashed: 'Layar ini berhenti berkali-kali', crashedDetail: 'Yang sudah tersimpan tetap aman. Muat ulang sekali lagi, atau tutup jendela ini.',
      close: 'Tutup', unsent: 'Tinggalkan halaman ini?', unsentDetail: 'Ada isian yang belum sampai ke host. Kalau ditinggalkan, isian itu hilang.', leave: 'Tinggalkan', stay: 'Tetap di sini',
    },
    failures: {
      title: 'Lantai tidak dapat dijalankan', fallen: 'Host Lantai berhenti',
      FolderInUseError: 'Data di {{folder}} sedang dipakai program Lantai lain di komputer ini.\n\nTutup program itu — mungkin host tanpa jendela — lalu jalankan lagi.',
      PortInUseError: 'Port {{port}} sedang dipakai program lain.\n\nTutup program itu, atau jalankan Lantai dengan nomor lain, misalnya --port 4311.',
      PortForbiddenError: 'Akun ini tidak boleh memakai port {{port}}.\n\nJalankan Lantai dengan nomor dari 1024 ke atas, misalnya --port 4310.',
      AddressMissingError: 'Komputer ini tidak punya alamat {{bind}}.\n\nPeriksa sambungan jaringan, atau pilih alamat lain dengan --bind.',
      NewerDatabaseError: 'Data di {{folder}} ditulis oleh Lantai yang lebih baru. Tidak ada yang diubah.\n\nPasang Lantai versi terbaru di komputer ini, lalu jalankan lagi.',
      ForeignDatabaseError: 'File data di {{folder}} bukan milik Lantai, atau rusak. Tidak ada yang diubah.\n\nKembalikan file yang benar atau cadangannya. Rincian:\n{{reason}}',
      DamagedDatabaseError: 'Data di {{folder}} rusak. Tidak ada yang diubah atau dihapus.\n\nJangan hapus apa pun; minta bantuan yang mengurus Lantai. Rincian:\n{{reason}}',
      DiskFullError: 'Disk tempat {{folder}} penuh. Tidak ada yang hilang.\n\nKosongkan disk itu, lalu jalankan lagi.',
      DiskFailingError: 'Disk tempat {{folder}} gagal membaca atau menulis. Tidak ada yang diubah.\n\nPeriksa disknya sebelum menjalankan lagi.',
      FolderReadOnlyError: 'Lantai tidak boleh menulis di {{folder}}: folder atau disknya hanya bisa dibaca, atau milik pengguna lain.\n\nBuka izin tulisnya, lalu jalankan lagi.',
      FolderInvalidError: '{{folder}} bukan folder, atau jalannya putus.\n\nPilih folder lain untuk data dengan --data.',
      FileUnopenedError: 'lantai.db atau host.lock di {{folder}} tidak dapat dibuka.\n\nPeriksa apakah itu file, siapa yang boleh menulis di sana, dan apakah disknya penuh.',
      DatabaseHeldError: 'lantai.db di {{folder}} sedang dipegang program lain.\n\nTutup program itu, lalu jalankan lagi.',
      options: 'Perintahnya tidak dikenal: {{reason}}',
      other: '{{reason}}\n\nData yang sudah tersimpan tetap aman. Jalankan lagi; kalau tetap begini, kirim isi folder {{logs}} ke yang mengurus Lantai.',
    },
  },
  en: {
    menu: {
      file: '&File', newWindow: '&New window', print: '&Print…', autostart: '&Start with the computer (as host)',
      autostartFixed: 'Start with the computer (set by the installation)', quit: '&Quit',
      view: '&View', zoomIn: 'Zoom &in', zoomOut: 'Zoom &out', zoomReset: '&Actual size', reload: '&Reload', fullScreen: '&Full screen',
      help: '&Help', keys: '&Keys', openLog: 'Open &log', support: '&Export support bundle…', about: '&About Lantai',
    },
    tray: {
      open: 'Open Lantai', copyAddress: 'Copy the address {{address}}', starting: 'The host is starting…', failed: 'The host is not running',
      desks: '{{count}} desks connected', unread: '{{count}} unread', quit: 'Quit',
      hintTitle: 'Lantai keeps running', hint: 'The host goes on serving the other desks. Open or stop it by the Lantai icon near the clock.',
    },
    quit: {
      title: 'Stop Lantai?', question: '{{count}} desks are connected to this host.',
      detail: 'If Lantai stops, all of them are cut off until it is started again. What was saved stays safe.', stop: 'Stop', stay: 'Keep running',
    },
    support: {
      title: 'Save support bundle', fileType: 'ZIP archive', done: 'Support bundle saved',
      doneDetail: '{{path}}\n\nIt holds logs, versions and sizes — no data of the factory. README.txt inside explains.', show: 'Show in folder', close: 'Close',
      failed: 'The support bundle could not be saved', failedDetail: '{{reason}}\n\nChoose another folder, or check the space left on the disk.',
    },
    about: { title: 'About Lantai', version: 'Lantai {{version}}', address: 'Address of the host: {{address}}', folder: 'Data folder: {{folder}}' },
    edit: { undo: 'Undo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all' },
    window: {
      unresponsive: 'This screen does not answer', unresponsiveDetail: 'Wait a moment, or reload it. What was saved stays safe; what was not saved is lost.',
      wait: 'Wait', reload: 'Reload', crashed: 'This screen has stopped several times', crashedDetail: 'What was saved stays safe. Reload once more, or close this window.',
      close: 'Close', unsent: 'Leave this page?', unsentDetail: 'Some entries have not reached the host. If you leave, they are lost.', leave: 'Leave', stay: 'Stay here',
    },
    failures: {
      title: 'Lantai could not start', fallen: 'The Lantai host has stopped',
      FolderInUseError: 'The data in {{folder}} is in use by another Lantai on this computer.\n\nClose that program — perhaps a host without a window — and start again.',
      PortInUseError: 'Port {{port}} is in use by another program.\n\nClose that program, or start Lantai with another number, such as --port 4311.',
      PortForbiddenError: 'This account may not use port {{port}}.\n\nStart Lantai with a number from 1024 on, such as --port 4310.',
      AddressMissingError: 'This computer has no address {{bind}}.\n\nCheck the network connection, or choose another address by --bind.',
      NewerDatabaseError: 'The data in {{folder}} was written by a newer Lantai. Nothing was changed.\n\nInstall the newest Lantai on this computer and start again.',
      ForeignDatabaseError: 'The data file in {{folder}} is no Lantai’s, or it is damaged. Nothing was changed.\n\nPut the right file or its backup back. Details:\n{{reason}}',
      DamagedDatabaseError: 'The data in {{folder}} is damaged. Nothing was changed or deleted.\n\nDo not delete anything; ask whoever looks after Lantai. Details:\n{{reason}}',
      DiskFullError: 'The disk of {{folder}} is full. Nothing was lost.\n\nFree some space on it and start again.',
      DiskFailingError: 'The disk of {{folder}} fails to read or write. Nothing was changed.\n\nCheck the disk before you start again.',
      FolderReadOnlyError: 'Lantai may not write in {{folder}}: the folder or its disk is read-only, or belongs to another user.\n\nAllow writing there and start again.',
      FolderInvalidError: '{{folder}} is no folder, or its path leads nowhere.\n\nChoose another folder for the data by --data.',
      FileUnopenedError: 'lantai.db or host.lock in {{folder}} cannot be opened.\n\nCheck whether it is a file, who may write there, and whether the disk is full.',
      DatabaseHeldError: 'Another program holds lantai.db in {{folder}}.\n\nClose that program and start again.',
      options: 'The command line is not understood: {{reason}}',
      other: '{{reason}}\n\nWhat was saved stays safe. Start again; if this stays, send the folder {{logs}} to whoever looks after Lantai.',
    },
  },
})
export type ShellTexts = (typeof shellTexts)['en']

/** The system's first language that Lantai speaks, else Indonesian. `locales` as `app.getPreferredSystemLanguages()` gives them. */
export function systemLanguage(locales: readonly string[]): ShellLanguage {
  const spoken = locales.map(locale => locale.toLowerCase().split(/[-_]/)[0]).find(language => language === 'id' || language === 'in' || language === 'en')
  return spoken === 'en' ? 'en' : 'id'
}

/** Fills in what a text leaves open: `{{name}}`. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole))
}
