import { masterFieldTexts } from '../masters/field-texts.ts'
import { defineTexts } from './texts.ts'

/** What the shared pieces of the screens say. */
export const screenTexts = defineTexts({
  id: {
    words: {
      yes: 'Ya', no: 'Tidak', all: 'Semua', none: 'Tidak ada', and: 'dan', or: 'atau', today: 'hari ini', of: 'dari', unknown: 'tidak diketahui',
      active: 'Aktif', inactive: 'Nonaktif', optional: 'tidak wajib', required: 'wajib', system: 'Sistem', loading: 'Memuat…', total: 'Jumlah',
    },
    fields: {
      ...masterFieldTexts.id,
      code: 'Kode', name: 'Nama', number: 'Nomor', date: 'Tanggal', time: 'Waktu', status: 'Status', quantity: 'Jumlah', unitId: 'Satuan', sectionId: 'Bagian',
      itemId: 'Barang', locationId: 'Lokasi', parentId: 'Induk', kind: 'Jenis', category: 'Kategori', buyer: 'Pembeli', notes: 'Catatan', note: 'Catatan', reason: 'Alasan',
      username: 'Nama pengguna', fullName: 'Nama lengkap', password: 'Kata sandi', roleId: 'Peran', language: 'Bahasa', isActive: 'Aktif', createdAt: 'Dibuat',
      createdBy: 'Dibuat oleh', minimumStock: 'Stok minimum', unitCost: 'Harga satuan', piecesPerCarton: 'Isi per karton', cartonsPerPallet: 'Karton per palet', piecesPerPallet: 'Isi per palet',
      places: 'Angka desimal', version: 'Versi', priority: 'Prioritas', level: 'Tingkat', list: 'Daftar', file: 'File',
    },
    buttons: {
      save: 'Simpan', cancel: 'Batal', undo: 'Batalkan', close: 'Tutup', add: 'Tambah', edit: 'Ubah', delete: 'Hapus', deactivate: 'Nonaktifkan', activate: 'Aktifkan',
      approve: 'Setujui', reject: 'Tolak', confirm: 'Ya, lanjutkan', retry: 'Coba lagi', reload: 'Muat ulang', export: 'Ekspor', import: 'Impor', print: 'Cetak', search: 'Cari',
      clear: 'Kosongkan', choose: 'Pilih', next: 'Lanjut', back: 'Kembali', copy: 'Salin rincian', copied: 'Tersalin', details: 'Rincian', more: 'Lainnya', open: 'Buka',
      acknowledge: 'Saya tahu', history: 'Riwayat', template: 'Unduh templat', example: 'Pakai contoh', discard: 'Buang', keepEditing: 'Lanjut mengisi', download: 'Unduh', refresh: 'Segarkan',
    },
    navigation: { today: 'Hari ini', kanban: 'Permintaan bahan', warehouse: 'Gudang', fulfilment: 'Pengiriman faktur', purchasing: 'Pembelian', planning: 'Perencanaan', engineering: 'Rekayasa', reports: 'Laporan', masters: 'Data induk', administration: 'Pengaturan' },
    frame: {
      navigation: 'Menu utama', skip: 'Langsung ke isi', collapse: 'Kecilkan menu', expand: 'Lebarkan menu', userMenu: 'Menu pengguna: {{name}}', language: 'Bahasa',
      theme: 'Tampilan', themeLight: 'Terang', themeDark: 'Gelap', themeSystem: 'Ikut komputer', changePassword: 'Ganti kata sandi', signOut: 'Keluar', signIn: 'Masuk',
      keys: 'Daftar tombol', notFound: 'Halaman ini tidak ada', notFoundHint: 'Alamatnya mungkin salah ketik, atau halamannya sudah dipindah. Pilih dari menu.',
      sessionEnded: 'Sesi Anda berakhir. Masuk lagi — isian di layar masih ada.', notAllowed: 'Anda belum punya izin untuk halaman ini', notAllowedHint: 'Admin dapat memberikan izin {{needed}}.',
    },
    status: {
      bar: 'Keadaan sambungan', host: 'Host', thisComputer: 'komputer ini', online: 'Tersambung', connecting: 'Menyambungkan…', offline: 'Terputus sejak {{time}}', idle: 'Belum masuk',
      retrying: 'mencoba menyambung lagi', unsent_one: '{{count}} isian belum terkirim', unsent_other: '{{count}} isian belum terkirim',
      newVersion: 'Versi baru di host', newVersionHint: 'Muat ulang halaman untuk memakainya', sound: 'Bunyi', soundOn: 'Bunyi menyala', soundOff: 'Bunyi mati',
    },
    table: {
      search: 'Cari', searchIn: 'Cari dalam {{title}}', filter: 'Saring', addFilter: 'Tambah saringan', removeFilter: 'Lepas saringan {{label}}', clearFilters: 'Lepas semua saringan',
      columns: 'Kolom', showColumns: 'Kolom yang ditampilkan', views: 'Tampilan', saveView: 'Simpan tampilan ini', viewName: 'Nama tampilan', viewSaved: 'Tampilan “{{name}}” disimpan',
      removeView: 'Hapus tampilan {{name}}', noViews: 'Belum ada tampilan tersimpan', defaultView: 'Tampilan awal', empty: 'Belum ada data', noMatch: 'Tidak ada yang cocok',
      noMatchHint: 'Ubah kata pencarian, atau lepas saringannya.', rows_one: '{{count}} baris', rows_other: '{{count}} baris', range: '{{from}}–{{to}} dari {{total}}', rangeOpen: '{{from}}–{{to}}',
      pageOf: 'Halaman {{page}} dari {{pages}}', page: 'Halaman {{page}}', firstPage: 'Halaman pertama', previousPage: 'Halaman sebelumnya', nextPage: 'Halaman berikutnya',
      pageSize: 'Baris per halaman', selected_one: '{{count}} dipilih', selected_other: '{{count}} dipilih', unselect: 'Lepas pilihan', updating: 'Memperbarui…', from: 'Dari', to: 'Sampai',
      sortedUp: 'diurutkan naik', sortedDown: 'diurutkan turun', failed: 'Daftar tidak dapat dimuat',
    },
    form: {
      draft: { offered: 'Ada isian Anda dari {{time}} yang belum disimpan.', use: 'Pakai lagi', waits: '“{{title}}”: isian Anda belum disimpan dan masih ada.', open: 'Buka halamannya' },
      unsavedTitle: 'Buang isian?', unsaved: 'Isian yang belum disimpan akan hilang.', saved: 'Tersimpan', saving: 'Menyimpan…', keys: 'Enter lanjut · Ctrl+Enter simpan · Esc tutup',
      problems: 'Belum dapat disimpan', row: 'Baris {{row}}', openCalendar: 'Buka kalender', showPassword: 'Tampilkan kata sandi', hidePassword: 'Sembunyikan kata sandi',
      searching: 'Mencari…', noOptions: 'Tidak ada yang cocok', notFound: '“{{code}}” tidak ditemukan. Pilih dari daftar.', typeToSearch: 'Ketik kode atau nama', reasonLabel: 'Alasan', reasonHint: 'Dicatat dalam riwayat', dayHint: 'hh-bb-tttt',
      conflictTitle: 'Diubah orang lain', conflict: 'Sementara Anda mengisi, orang lain sudah menyimpan perubahan. Pilih isi yang dipakai, lalu simpan lagi.', theirs: 'Isi mereka', mine: 'Isi saya',
      field: 'Isian', useChoice: 'Pakai pilihan ini', conflictSame: 'Perubahan mereka tidak mengenai isian Anda. Simpan lagi untuk melanjutkan.', emptyValue: '(kosong)',
    },
    history: {
      title: 'Riwayat', empty: 'Belum ada perubahan yang tercatat.', by: 'oleh {{name}}', desk: 'dari {{desk}}', reason: 'Alasan: {{reason}}', before: 'sebelum', after: 'sesudah', hidden: '(dirahasiakan)',
      CREATE: 'Dibuat', UPDATE: 'Diubah', DELETE: 'Dihapus', LOGIN: 'Masuk', LOGOUT: 'Keluar', APPROVE: 'Disetujui', REJECT: 'Ditolak', TRANSFER: 'Diserahkan', EXPORT: 'Diekspor', IMPORT: 'Diimpor',
      UNLOCK: 'Dibuka kuncinya', OVERRIDE: 'Dipaksa', RESTORE: 'Dipulihkan',
    },
    progress: { of: '{{done}} dari {{total}}', percent: '{{percent}}%', cancelling: 'Membatalkan…', done: 'Selesai' },
    files: { saved: 'Disimpan: {{name}}', drop: 'Tarik file ke sini, atau pilih', dropSeveral: 'Tarik satu atau beberapa file ke sini, atau pilih', choose: 'Pilih file', wrongKind: 'Jenis file ini tidak bisa dipakai. Pilih {{kinds}}.', tooLarge: 'File {{name}} terlalu besar: paling besar {{maximum}}.', remove: 'Lepas file', one: 'Pilih satu file saja.' },
    fault: { title: 'Bagian layar ini berhenti', hint: 'Data yang sudah tersimpan aman. Coba lagi; kalau tetap begini, salin rincian dan kirim ke Admin.' },
    keys: {
      title: 'Tombol yang bisa dipakai', general: 'Di mana saja', help: 'Daftar tombol ini', search: 'Cari layar, dokumen, atau barang', list: 'Dalam daftar', move: 'Pindah baris', open: 'Buka baris', select: 'Pilih baris',
      find: 'Ke kotak cari', form: 'Dalam formulir', nextField: 'Ke isian berikutnya', save: 'Simpan', close: 'Tutup', pages: 'Halaman sebelum / sesudah', days: 'Tanggal: hari ini, besok', calendar: 'Tanggal: buka kalender',
    },
    toasts: { region: 'Pemberitahuan' },
  },
  en: {
    words: {
      yes: 'Yes', no: 'No', all: 'All', none: 'None', and: 'and', or: 'or', today: 'today', of: 'of', unknown: 'unknown',
      active: 'Active', inactive: 'Inactive', optional: 'optional', required: 'required', system: 'System', loading: 'Loading…', total: 'Total',
    },
    fields: {
      ...masterFieldTexts.en,
      code: 'Code', name: 'Name', number: 'Number', date: 'Date', time: 'Time', status: 'Status', quantity: 'Quantity', unitId: 'Unit', sectionId: 'Section',
      itemId: 'Item', locationId: 'Location', parentId: 'Parent', kind: 'Kind', category: 'Category', buyer: 'Buyer', notes: 'Notes', note: 'Note', reason: 'Reason',
      username: 'User name', fullName: 'Full name', password: 'Password', roleId: 'Role', language: 'Language', isActive: 'Active', createdAt: 'Created',
      createdBy: 'Created by', minimumStock: 'Minimum stock', unitCost: 'Unit cost', piecesPerCarton: 'Pieces per carton', cartonsPerPallet: 'Cartons per pallet', piecesPerPallet: 'Pieces per pallet',
      places: 'Decimals', version: 'Version', priority: 'Priority', level: 'Level', list: 'List', file: 'File',
    },
    buttons: {
      save: 'Save', cancel: 'Cancel', undo: 'Undo', close: 'Close', add: 'Add', edit: 'Edit', delete: 'Delete', deactivate: 'Deactivate', activate: 'Activate',
      approve: 'Approve', reject: 'Reject', confirm: 'Yes, go on', retry: 'Try again', reload: 'Reload', export: 'Export', import: 'Import', print: 'Print', search: 'Search',
      clear: 'Clear', choose: 'Choose', next: 'Next', back: 'Back', copy: 'Copy details', copied: 'Copied', details: 'Details', more: 'More', open: 'Open',
      acknowledge: 'I have seen it', history: 'History', template: 'Download template', example: 'Use the example', discard: 'Discard', keepEditing: 'Go on editing', download: 'Download', refresh: 'Refresh',
    },
    navigation: { today: 'Today', kanban: 'Material requests', warehouse: 'Warehouse', fulfilment: 'Fulfilment', purchasing: 'Purchasing', planning: 'Planning', engineering: 'Engineering', reports: 'Reports', masters: 'Master data', administration: 'Administration' },
    frame: {
      navigation: 'Main menu', skip: 'Skip to content', collapse: 'Make the menu small', expand: 'Make the menu wide', userMenu: 'User menu: {{name}}', language: 'Language',
      theme: 'Appearance', themeLight: 'Light', themeDark: 'Dark', themeSystem: 'As the computer', changePassword: 'Change password', signOut: 'Sign out', signIn: 'Sign in',
      keys: 'List of keys', notFound: 'This page does not exist', notFoundHint: 'The address may be mistyped, or the page has moved. Choose from the menu.',
      sessionEnded: 'Your session ended. Sign in again — what you entered is still there.', notAllowed: 'You do not have permission for this page', notAllowedHint: 'An Admin can grant you {{needed}}.',
    },
    status: {
      bar: 'State of the connection', host: 'Host', thisComputer: 'this computer', online: 'Online', connecting: 'Connecting…', offline: 'Offline since {{time}}', idle: 'Not signed in',
      retrying: 'trying to reconnect', unsent_one: '{{count}} unsent entry', unsent_other: '{{count}} unsent entries',
      newVersion: 'New version on the host', newVersionHint: 'Reload the page to use it', sound: 'Sound', soundOn: 'Sound is on', soundOff: 'Sound is off',
    },
    table: {
      search: 'Search', searchIn: 'Search in {{title}}', filter: 'Filter', addFilter: 'Add filter', removeFilter: 'Remove filter {{label}}', clearFilters: 'Remove all filters',
      columns: 'Columns', showColumns: 'Columns shown', views: 'Views', saveView: 'Save this view', viewName: 'Name of the view', viewSaved: 'View “{{name}}” saved',
      removeView: 'Delete view {{name}}', noViews: 'No saved views yet', defaultView: 'First view', empty: 'No data yet', noMatch: 'Nothing matches',
      noMatchHint: 'Change the search words, or remove filters.', rows_one: '{{count}} row', rows_other: '{{count}} rows', range: '{{from}}–{{to}} of {{total}}', rangeOpen: '{{from}}–{{to}}',
      pageOf: 'Page {{page}} of {{pages}}', page: 'Page {{page}}', firstPage: 'First page', previousPage: 'Previous page', nextPage: 'Next page',
      pageSize: 'Rows per page', selected_one: '{{count}} selected', selected_other: '{{count}} selected', unselect: 'Unselect', updating: 'Updating…', from: 'From', to: 'To',
      sortedUp: 'sorted ascending', sortedDown: 'sorted descending', failed: 'The list could not be loaded',
    },
    form: {
      draft: { offered: 'There is what you entered at {{time}} and did not save.', use: 'Use it again', waits: '“{{title}}”: what you entered is not saved and still there.', open: 'Open its page' },
      unsavedTitle: 'Discard your entries?', unsaved: 'What is not saved will be lost.', saved: 'Saved', saving: 'Saving…', keys: 'Enter next · Ctrl+Enter save · Esc close',
      problems: 'It cannot be saved yet', row: 'Row {{row}}', openCalendar: 'Open calendar', showPassword: 'Show password', hidePassword: 'Hide password',
      searching: 'Searching…', noOptions: 'Nothing matches', notFound: '“{{code}}” was not found. Choose from the list.', typeToSearch: 'Type a code or name', reasonLabel: 'Reason', reasonHint: 'Kept in the history', dayHint: 'dd-mm-yyyy',
      conflictTitle: 'Changed by somebody else', conflict: 'While you were editing, somebody else saved changes. Choose what to use, then save again.', theirs: 'Theirs', mine: 'Mine',
      field: 'Field', useChoice: 'Use these', conflictSame: 'Their changes do not touch yours. Save again to go on.', emptyValue: '(empty)',
    },
    history: {
      title: 'History', empty: 'No changes recorded yet.', by: 'by {{name}}', desk: 'at {{desk}}', reason: 'Reason: {{reason}}', before: 'before', after: 'after', hidden: '(hidden)',
      CREATE: 'Created', UPDATE: 'Changed', DELETE: 'Deleted', LOGIN: 'Signed in', LOGOUT: 'Signed out', APPROVE: 'Approved', REJECT: 'Rejected', TRANSFER: 'Transferred', EXPORT: 'Exported', IMPORT: 'Imported',
      UNLOCK: 'Unlocked', OVERRIDE: 'Overridden', RESTORE: 'Restored',
    },
    progress: { of: '{{done}} of {{total}}', percent: '{{percent}}%', cancelling: 'Cancelling…', done: 'Done' },
    files: { saved: 'Saved: {{name}}', drop: 'Drag a file here, or choose one', dropSeveral: 'Drag one or several files here, or choose them', choose: 'Choose a file', wrongKind: 'This kind of file cannot be used. Choose {{kinds}}.', tooLarge: 'The file {{name}} is too large: {{maximum}} at most.', remove: 'Remove the file', one: 'Choose one file only.' },
    fault: { title: 'This part of the screen has stopped', hint: 'What was saved is safe. Try again; if it stays like this, copy the details and send them to an Admin.' },
    keys: {
      title: 'Keys you can use', general: 'Everywhere', help: 'This list of keys', search: 'Find a screen, document or item', list: 'In a list', move: 'Move between rows', open: 'Open the row', select: 'Select the row',
      find: 'To the search box', form: 'In a form', nextField: 'To the next field', save: 'Save', close: 'Close', pages: 'Page before / after', days: 'Date: today, tomorrow', calendar: 'Date: open the calendar',
    },
    toasts: { region: 'Messages' },
  },
})
