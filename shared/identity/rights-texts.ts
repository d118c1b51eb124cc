import { defineTexts } from '../core/texts.ts'

/** What roles, grants and menus are called. */
export const rightsTexts = defineTexts({
  id: {
    acts: {
      createManufacturingOrder: 'Membuat MO', approveManufacturingOrder: 'Menyetujui MO', approvePurchaseOrder: 'Menyetujui PO', approveLargePurchaseOrder: 'Menyetujui PO di atas batas',
      generateWorkOrder: 'Membuat SPK', voidWorkOrder: 'Membatalkan atau merevisi SPK', enterDailyProduction: 'Mengisi produksi harian', readDailyProduction: 'Membaca produksi harian',
      viewPlanningDashboard: 'Melihat dasbor PPIC', requestModification: 'Meminta perubahan SPK', decideModification: 'Memutuskan perubahan SPK', requestMaterial: 'Meminta material dari gudang', requestMaterialDebt: 'Meminta utang material',
      decideMaterialDebt: 'Memutuskan utang material', handleShortage: 'Menangani kekurangan bahan', transferOutOfCutting: 'Serah terima keluar dari Cutting', acceptTransfer: 'Menerima serah terima',
      overrideSegregation: 'Melewati pemisahan barang', overrideEmergency: 'Keputusan darurat direktur', approveRework: 'Menyetujui perbaikan ulang', releaseQualityHold: 'Melepas penahanan mutu',
      unlockSectionDay: 'Membuka hari bagian', shipFinishedGoods: 'Mengirim barang jadi', exportVouchers: 'Mengambil jurnal untuk pembukuan', importData: 'Mengimpor data', restoreData: 'Memulihkan cadangan', clearData: 'Mengosongkan data',
      importInvoice: 'Mengimpor faktur', importLedger: 'Mengimpor buku piutang', forceCompleteInvoice: 'Menyelesaikan faktur secara paksa', changeInvoicesInBulk: 'Mengubah status faktur sekaligus',
    },
    roles: {
      title: 'Peran & izin', subtitle: 'Apa yang boleh dilakukan setiap peran. Perubahan berlaku saat itu juga bagi semua yang memegangnya.', matrix: 'Izin peran', module: 'Modul', acts: 'Tindakan khusus',
      view: 'Tampilan', one: 'Satu peran', all: 'Semua peran', compare: 'Bandingkan dengan', sees: 'Melihat', scopes: { all: 'Semua bagian', own: 'Bagian sendiri' },
      summary: 'Tingkat {{level}} · {{count}} pengguna', given: 'diberikan', taken: 'diambil', otherHas: '{{role}} boleh', otherLacks: '{{role}} tidak boleh',
      add: 'Tambah peran', addHint: 'Mulai dari salinan peran yang paling mirip, lalu ubah izinnya.', made: 'Peran {{name}} dibuat', copyOf: 'Salin dari', levelHint: 'Makin kecil makin tinggi, 2 sampai 5',
      review: 'Periksa perubahan {{name}}', reviewChange: 'Periksa & simpan (+{{given}} −{{taken}})', saved: 'Peran {{name}} disimpan', gives_one: 'Memberi {{count}} izin', gives_other: 'Memberi {{count}} izin',
      takes_one: 'Mengambil {{count}} izin', takes_other: 'Mengambil {{count}} izin', concerns_one: 'Berlaku bagi {{count}} orang', concerns_other: 'Berlaku bagi {{count}} orang', concernsNobody: 'Belum ada yang memegang peran ini.',
      renamed: 'Nama baru: {{name}}', relevelled: 'Tingkat {{before}} menjadi {{after}}', costGiven: 'Boleh melihat harga', costTaken: 'Tidak lagi melihat harga',
      deactivate: 'Nonaktifkan peran {{name}}', activate: 'Aktifkan peran {{name}}', activityHint: 'Peran yang tidak aktif tidak dapat diberikan lagi. Riwayatnya tetap ada.',
      letters: { view: 'L', create: 'B', update: 'U', delete: 'H', approve: 'S', execute: 'J' },
    },
    grants: {
      title: 'Izin sementara', subtitle: 'Izin tambahan untuk waktu terbatas, misalnya saat menggantikan orang. Berakhir sendiri, tanpa perlu diingat.', add: 'Beri izin sementara', addHint: 'Berlaku saat itu juga, dan berakhir sendiri.',
      give: 'Beri izin', given: 'Izin diberikan kepada {{name}}', empty: 'Tidak ada izin sementara', permission: 'Izin', until: 'Sampai', by: 'Diberikan oleh', howLong: 'Selama',
      spans: { h1: '1 jam', h4: '4 jam', h12: '12 jam', h24: '1 hari', h72: '3 hari', h168: '1 minggu', h336: '2 minggu', h720: '30 hari' },
      revoke: 'Cabut izin', revokeText: '{{name}} langsung kehilangan izin “{{permission}}”.', none: 'Tidak ada izin sementara.', noneOf: '{{name}} belum pernah diberi izin sementara.',
      request: 'Minta izin sementara', requestHint: 'Yang berhak memberi izin memutuskannya. Berlaku sejak disetujui, dan berakhir sendiri.', ask: 'Kirim permintaan', asked: 'Permintaan {{number}} dikirim kepada yang berhak memutuskan',
      person: 'Pengguna', sections: 'Bagian tambahan', sectionsHint: 'Selama izin berlaku, ia juga melihat dan mengisi bagian ini. Kosongkan bila cukup bagiannya sendiri.', seesToo: 'Juga bagian {{sections}}', runsUntil: 'Sampai {{time}}', lapsedAt: 'Berakhir {{time}}', revokedAt: 'Dicabut {{time}}',
    },
    menus: {
      title: 'Menu', subtitle: 'Apa yang tampil di menu setiap orang. Menu tidak memberi izin: izin diatur pada peran.', views: { users: 'Menu pengguna', roles: 'Menu awal peran', order: 'Susunan menu' },
      choose: 'Pilih orang atau peran', chooseHint: 'Beberapa orang sekaligus boleh: yang dicentang diberikan kepada semuanya.', people_one: '{{count}} pengguna', people_other: '{{count}} pengguna',
      hasAll: 'Selalu punya semua menu karena perannya: {{names}}', change_one: '+{{given}} −{{taken}} menu', change_other: '+{{given}} −{{taken}} menu untuk {{count}} orang',
      gives: 'Diberikan: {{names}}.', takes: 'Diambil: {{names}}.', concerns: 'Bagi: {{names}}.', saved: 'Menu disimpan', up: 'Naikkan {{name}}', down: 'Turunkan {{name}}',
      edit: 'Ubah menu {{name}}', name: 'Nama (Indonesia)', nameEnglish: 'Nama (Inggris)', activeHint: 'Menu yang tidak aktif tidak tampil bagi siapa pun.',
    },
    jobTitles: {
      title: 'Jabatan', subtitle: 'Sebutan pekerjaan di setiap bagian, untuk data pengguna.', add: 'Tambah jabatan', edit: 'Ubah {{name}}', empty: 'Belum ada jabatan', name: 'Jabatan', saved: 'Jabatan {{name}} disimpan',
    },
    profile: {
      title: 'Profil saya', subtitle: 'Data Anda sendiri. Peran dan bagian diatur oleh Admin.', saved: 'Profil disimpan', grants: 'Izin sementara Anda', photo: 'Pilih foto', otherPhoto: 'Ganti foto', removePhoto: 'Hapus foto', photoSaved: 'Foto disimpan', photoRemoved: 'Foto dihapus',
      noPicture: 'File ini bukan gambar yang dapat ditampilkan. Pilih foto JPEG atau PNG.', rights: 'Peran dan bagian', sessions: 'Perangkat tempat Anda masuk',
    },
    bulk: {
      role: 'Ganti peran', section: 'Ganti bagian', menus: 'Atur menu', title_one: 'Ubah {{count}} pengguna', title_other: 'Ubah {{count}} pengguna', done_one: '{{count}} pengguna diubah', done_other: '{{count}} pengguna diubah',
      activity: 'Yang dinonaktifkan langsung dikeluarkan dari semua komputer.', open: 'Ubah yang dipilih', tooMany: 'Paling banyak {{maximum}} sekaligus', leftOut: 'Tidak ikut diubah:', isOwn: 'akun Anda sendiri', isHigher: 'tingkatnya di atas Anda',
      drop_one: 'Lanjutkan tanpa {{count}} orang itu', drop_other: 'Lanjutkan tanpa {{count}} orang itu', noSection: 'Dibiarkan kosong: bagiannya dilepas.',
    },
    rights: { canSeeCost: 'melihat harga', allSections: 'semua bagian' },
    statuses: { RUNNING: 'berlaku', LAPSED: 'berakhir', REVOKED: 'dicabut' },
  },
  en: {
    acts: {
      createManufacturingOrder: 'Create manufacturing orders', approveManufacturingOrder: 'Approve manufacturing orders', approvePurchaseOrder: 'Approve purchase orders', approveLargePurchaseOrder: 'Approve purchase orders above the limit',
      generateWorkOrder: 'Generate work orders', voidWorkOrder: 'Void or revise work orders', enterDailyProduction: 'Enter daily production', readDailyProduction: 'Read daily production',
      viewPlanningDashboard: 'See the planning dashboard', requestModification: 'Request work order changes', decideModification: 'Decide work order changes', requestMaterial: 'Request material from the stores', requestMaterialDebt: 'Request material debt',
      decideMaterialDebt: 'Decide material debt', handleShortage: 'Handle shortages of material', transferOutOfCutting: 'Transfer out of Cutting', acceptTransfer: 'Accept transfers',
      overrideSegregation: 'Override segregation', overrideEmergency: 'Director’s emergency decision', approveRework: 'Approve rework', releaseQualityHold: 'Release quality holds',
      unlockSectionDay: 'Unlock a section’s day', shipFinishedGoods: 'Ship finished goods', exportVouchers: 'Take out vouchers for the books', importData: 'Import data', restoreData: 'Restore a backup', clearData: 'Clear data',
      importInvoice: 'Import invoices', importLedger: 'Import the ledger of receivables', forceCompleteInvoice: 'Force invoices complete', changeInvoicesInBulk: 'Change invoices in bulk',
    },
    roles: {
      title: 'Roles & permissions', subtitle: 'What each role may do. A change counts at once for everybody who has it.', matrix: 'Permissions of the role', module: 'Module', acts: 'Special acts',
      view: 'View', one: 'One role', all: 'All roles', compare: 'Compare with', sees: 'Sees', scopes: { all: 'All sections', own: 'Own sections' },
      summary: 'Level {{level}} · {{count}} users', given: 'given', taken: 'taken', otherHas: '{{role}} may', otherLacks: '{{role}} may not',
      add: 'Add role', addHint: 'Begin with a copy of the most similar role, then change its permissions.', made: 'Role {{name}} made', copyOf: 'Copy of', levelHint: 'The smaller the higher, 2 to 5',
      review: 'Look through the change of {{name}}', reviewChange: 'Look through & save (+{{given}} −{{taken}})', saved: 'Role {{name}} saved', gives_one: 'Gives {{count}} permission', gives_other: 'Gives {{count}} permissions',
      takes_one: 'Takes {{count}} permission', takes_other: 'Takes {{count}} permissions', concerns_one: 'Concerns {{count}} person', concerns_other: 'Concerns {{count}} people', concernsNobody: 'Nobody has this role yet.',
      renamed: 'New name: {{name}}', relevelled: 'Level {{before}} becomes {{after}}', costGiven: 'May see prices', costTaken: 'No longer sees prices',
      deactivate: 'Deactivate role {{name}}', activate: 'Activate role {{name}}', activityHint: 'An inactive role cannot be given any more. Its history stays.',
      letters: { view: 'V', create: 'C', update: 'U', delete: 'D', approve: 'A', execute: 'E' },
    },
    grants: {
      title: 'Temporary permissions', subtitle: 'More rights for a limited time, for instance while standing in for somebody. They end by themselves.', add: 'Give a temporary permission', addHint: 'Counts at once, and ends by itself.',
      give: 'Give permission', given: 'Permission given to {{name}}', empty: 'No temporary permissions', permission: 'Permission', until: 'Until', by: 'Given by', howLong: 'For',
      spans: { h1: '1 hour', h4: '4 hours', h12: '12 hours', h24: '1 day', h72: '3 days', h168: '1 week', h336: '2 weeks', h720: '30 days' },
      revoke: 'Revoke permission', revokeText: '{{name}} loses the permission “{{permission}}” at once.', none: 'No temporary permissions.', noneOf: '{{name}} was never given a temporary permission.',
      request: 'Request a temporary permission', requestHint: 'Those who may give it decide. It counts once approved, and ends by itself.', ask: 'Send the request', asked: 'Request {{number}} was sent to those who decide',
      person: 'User', sections: 'Further sections', sectionsHint: 'For that time they also see and fill in these sections. Leave it empty where their own are enough.', seesToo: 'Also {{sections}}', runsUntil: 'Until {{time}}', lapsedAt: 'Lapsed {{time}}', revokedAt: 'Revoked {{time}}',
    },
    menus: {
      title: 'Menus', subtitle: 'What stands in whose menu. Menus give no rights: those belong to the role.', views: { users: 'Menus of users', roles: 'First menus of roles', order: 'Order of menus' },
      choose: 'Choose people or a role', chooseHint: 'Several people at once are possible: what is ticked is given to all of them.', people_one: '{{count}} user', people_other: '{{count}} users',
      hasAll: 'Always have every menu by their role: {{names}}', change_one: '+{{given}} −{{taken}} menus', change_other: '+{{given}} −{{taken}} menus for {{count}} people',
      gives: 'Given: {{names}}.', takes: 'Taken: {{names}}.', concerns: 'For: {{names}}.', saved: 'Menus saved', up: 'Move {{name}} up', down: 'Move {{name}} down',
      edit: 'Edit menu {{name}}', name: 'Name (Indonesian)', nameEnglish: 'Name (English)', activeHint: 'An inactive menu is shown to nobody.',
    },
    jobTitles: {
      title: 'Job titles', subtitle: 'What people are called at work, section by section, for the data of users.', add: 'Add job title', edit: 'Edit {{name}}', empty: 'No job titles yet', name: 'Job title', saved: 'Job title {{name}} saved',
    },
    profile: {
      title: 'My profile', subtitle: 'Your own data. Role and sections are an Admin’s to change.', saved: 'Profile saved', grants: 'Your temporary permissions', photo: 'Choose a photo', otherPhoto: 'Change the photo', removePhoto: 'Remove the photo', photoSaved: 'Photo saved', photoRemoved: 'Photo removed',
      noPicture: 'This file is no picture that can be shown. Choose a JPEG or PNG photo.', rights: 'Role and sections', sessions: 'Where you are signed in',
    },
    bulk: {
      role: 'Change role', section: 'Change section', menus: 'Set menus', title_one: 'Change {{count}} user', title_other: 'Change {{count}} users', done_one: '{{count}} user changed', done_other: '{{count}} users changed',
      activity: 'Whoever is deactivated is signed out everywhere at once.', open: 'Change the selected', tooMany: 'At most {{maximum}} at once', leftOut: 'Not changed along:', isOwn: 'your own account', isHigher: 'ranks above you',
      drop_one: 'Go on without that {{count}} person', drop_other: 'Go on without those {{count}} people', noSection: 'Left empty: their section is taken away.',
    },
    rights: { canSeeCost: 'seeing prices', allSections: 'all sections' },
    statuses: { RUNNING: 'running', LAPSED: 'lapsed', REVOKED: 'revoked' },
  },
})
