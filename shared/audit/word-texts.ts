import { defineTexts } from '../core/texts.ts'
import { fieldTexts } from './field-texts.ts'

/** What the audit calls fields, fixed words, parts of the program and ways, where no screen has a word of its own for them. */
export const wordTexts = defineTexts({
  id: {
    technicalFields: fieldTexts.id.technicalFields,
    fields: {
      ...fieldTexts.id.fields,
      address: 'Alamat', phone: 'Telepon', timeZone: 'Zona waktu', currency: 'Mata uang', currencyPlaces: 'Desimal mata uang', isDemo: 'Pabrik contoh', isReady: 'Siap dipakai', value: 'Nilai',
      level: 'Tingkat', sections: 'Bagian yang terlihat', canSeeCost: 'Boleh melihat harga', isHidden: 'Tersembunyi', permission: 'Izin', userId: 'Pengguna', roleId: 'Peran',
      passwordHash: 'Kata sandi', tokenHash: 'Kunci sesi', mustChangePassword: 'Wajib ganti kata sandi', lastLoginAt: 'Terakhir masuk', ip: 'Alamat jaringan', userAgent: 'Browser',
      lastSeenAt: 'Terakhir terlihat', expiresAt: 'Berlaku sampai', endedAt: 'Berakhir', deskId: 'Komputer',
      sectionId: 'Bagian', supplySectionId: 'Bagian pemasok', supplyLocationId: 'Lokasi pemasok', storeLocationId: 'Rak bagian', fromLocationId: 'Dari lokasi', toLocationId: 'Ke lokasi', parentId: 'Induk',
      maximumPending: 'Batas permintaan menunggu', maximumInProgress: 'Batas sedang disiapkan', hasAutoApproval: 'Disetujui otomatis', autoApprovalThreshold: 'Batas setuju otomatis',
      hasNoticeOnNew: 'Beri tahu saat diminta', hasNoticeOnApproval: 'Beri tahu saat disetujui', hasNoticeOnFulfilment: 'Beri tahu saat dikirim',
      reorderPoint: 'Titik pesan ulang', orderQuantity: 'Jumlah pesan', leadDays: 'Tenggang (hari)', neededBy: 'Dibutuhkan', fulfilled: 'Terkirim', requestedBy: 'Diminta oleh', approvedBy: 'Disetujui oleh',
      approvedAt: 'Waktu setuju', completedBy: 'Diselesaikan oleh', completedAt: 'Waktu selesai', completedDay: 'Tanggal selesai', cancelledBy: 'Dibatalkan oleh', cancelledAt: 'Waktu batal',
      cancelReason: 'Alasan batal', completeReason: 'Alasan selesai', isAutomatic: 'Otomatis', onHand: 'Stok', reserved: 'Dicadangkan', lastMoveAt: 'Mutasi terakhir', lastInDay: 'Terakhir masuk', postingDay: 'Tanggal mutasi',
      documentNumber: 'Dokumen', reverses: 'Membatalkan nomor', isRemoved: 'Dibuang', size: 'Ukuran', mediaType: 'Jenis file', fileName: 'File', target: 'Data yang diimpor', mode: 'Cara impor',
      rowCount: 'Jumlah baris', newCount: 'Baris baru', changedCount: 'Baris berubah', sameCount: 'Baris sama', faultyCount: 'Baris salah', skippedCount: 'Baris dilewati', settledBy: 'Diselesaikan oleh', settledAt: 'Waktu selesai',
      report: 'Laporan', format: 'Bentuk file', book: 'Catatan', year: 'Tahun', fromSeq: 'Dari nomor', throughSeq: 'Sampai nomor', file: 'File', sha256: 'Sidik file', lastHash: 'Sidik baris terakhir',
      endReason: 'Sebab berakhir', lock: 'Yang dikunci', lockedUntil: 'Terkunci sampai',
      hasAllMenus: 'Semua menu', canSwitchQuickly: 'Boleh masuk dengan PIN atau kartu', grantedBy: 'Diberikan oleh', revokedAt: 'Waktu dicabut', revokedBy: 'Dicabut oleh', nameEnglish: 'Nama Inggris', position: 'Urutan',
      menuItemId: 'Menu', assignedBy: 'Diberikan oleh', title: 'Sebutan', jobTitleId: 'Jabatan', passwordChangedAt: 'Kata sandi diganti', activatedAt: 'Diaktifkan', keyHash: 'Kunci', keyStart: 'Awal kunci',
      permissions: 'Izin', lastUsedAt: 'Terakhir dipakai', suspendedAt: 'Ditahan sejak', place: 'Tempat', isShared: 'Dipakai bergantian', pinHash: 'PIN', badgeHash: 'Kartu', isQuick: 'Masuk dengan PIN atau kartu', isWall: 'Layar dinding',
      headLines: 'Baris kop', labelIndonesian: 'Nama Indonesia', labelEnglish: 'Nama Inggris', choices: 'Pilihan', isRequired: 'Wajib diisi', owed: 'Terutang', lotId: 'Lot', partnerId: 'Mitra', readAt: 'Dibaca', acknowledgedAt: 'Ditandai tahu',
      hasSound: 'Berbunyi', hasDesktopNotice: 'Muncul di luar jendela', issuedFor: 'Untuk apa', reference: 'Rujukan', sectionIds: 'Bagian terkait', backupName: 'Cadangan', backup: 'Cadangan', backupAt: 'Waktu cadangan', isSound: 'Utuh', problem: 'Masalah', folder: 'Folder', keptIn: 'Data lama disimpan di',
      paper: 'Kertas', orientation: 'Arah kertas', footer: 'Catatan kaki', signatures: 'Kotak tanda tangan', changedBy: 'Diubah oleh', changedAt: 'Waktu ubah', stepSince: 'Menunggu sejak',
      verdict: 'Keputusan', decidedBy: 'Diputuskan oleh', rightOf: 'Dengan hak', delegateId: 'Pengganti', fromDay: 'Dari tanggal', toDay: 'Sampai tanggal',
    },
    words: {
      language: { id: 'Indonesia', en: 'Inggris' }, dpi: { 203: '203', 300: '300', 600: '600' }, sections: { all: 'semua bagian', own: 'bagian sendiri' }, book: { auditEntry: 'Jejak audit', securityEvent: 'Catatan keamanan', event: 'Kabar perubahan' },
      severity: { INFO: 'Info', WARNING: 'Peringatan', CRITICAL: 'Penting' },
      endReason: {
        LOGOUT: 'Keluar sendiri', REVOKED: 'Diakhiri', DEACTIVATED: 'Akun dinonaktifkan', PASSWORD: 'Kata sandi diganti', SWITCHED: 'Berganti orang', LOCKED: 'Layar dikunci', IDLE: 'Lama tidak dipakai', EXPIRED: 'Batas umur sesi',
      },
      stockMove: { kind: { OPENING: 'Stok awal', RECEIPT: 'Terima', ISSUE: 'Keluar', TRANSFER: 'Pindah', ADJUSTMENT: 'Penyesuaian' } },
      importBatch: {
        status: { STAGING: 'Perlu diperiksa ulang', STAGED: 'Belum disimpan', APPLIED: 'Tersimpan', DISCARDED: 'Dibuang' }, mode: { insert: 'Tambah yang baru saja', update: 'Tambah dan perbarui' },
      },
    },
    modules: {
      imports: 'Impor', attachments: 'Lampiran', views: 'Tampilan', notifications: 'Notifikasi', scan: 'Pindai', search: 'Pencarian', support: 'Bantuan teknis', audit: 'Jejak audit',
    },
    ways: {
      'identity.startSession': 'Di halaman masuk, dengan kata sandi', 'identity.logout': 'Lewat tombol keluar', 'identity.createFactory': 'Saat pabrik disiapkan', 'identity.storePassword': 'Lewat ganti kata sandi',
      'imports.applyBatch': 'Dari file impor', 'imports.applyImport': 'Dari file impor', 'reports.recordExport': 'Lewat ekspor ke file', 'support.recordBundle': 'Lewat paket dukungan',
      'audit.recordArchive': 'Saat tahun lama diarsipkan', 'audit.forgetOldEvents': 'Saat catatan lama dirapikan',
    },
    how: { byScreen: 'Lewat layar {{place}}', bySystem: 'Otomatis oleh Sistem, dari {{place}}' },
    where: { host: 'komputer host', desk: 'komputer {{desk}}', inside: 'di dalam host' },
  },
  en: {
    technicalFields: fieldTexts.en.technicalFields,
    fields: {
      ...fieldTexts.en.fields,
      address: 'Address', phone: 'Telephone', timeZone: 'Time zone', currency: 'Currency', currencyPlaces: 'Currency decimals', isDemo: 'Demo factory', isReady: 'Ready for use', value: 'Value',
      level: 'Level', sections: 'Sections in sight', canSeeCost: 'May see costs', isHidden: 'Hidden', permission: 'Permission', userId: 'User', roleId: 'Role',
      passwordHash: 'Password', tokenHash: 'Session key', mustChangePassword: 'Must change password', lastLoginAt: 'Last login', ip: 'Network address', userAgent: 'Browser',
      lastSeenAt: 'Last seen', expiresAt: 'Valid until', endedAt: 'Ended', deskId: 'Computer',
      sectionId: 'Section', supplySectionId: 'Supplying section', supplyLocationId: 'Supply', storeLocationId: 'Section store', fromLocationId: 'From', toLocationId: 'To', parentId: 'Parent',
      maximumPending: 'Most waiting requests', maximumInProgress: 'Most in progress', hasAutoApproval: 'Approved by itself', autoApprovalThreshold: 'Approved by itself up to',
      hasNoticeOnNew: 'Tell of new requests', hasNoticeOnApproval: 'Tell of approvals', hasNoticeOnFulfilment: 'Tell of deliveries',
      reorderPoint: 'Reorder point', orderQuantity: 'Order quantity', leadDays: 'Lead time (days)', neededBy: 'Needed by', fulfilled: 'Delivered', requestedBy: 'Requested by', approvedBy: 'Approved by',
      approvedAt: 'Approved at', completedBy: 'Completed by', completedAt: 'Completed at', completedDay: 'Completed on', cancelledBy: 'Cancelled by', cancelledAt: 'Cancelled at',
      cancelReason: 'Reason for cancelling', completeReason: 'Reason for completing', isAutomatic: 'Automatic', onHand: 'On hand', reserved: 'Reserved', lastMoveAt: 'Last move', lastInDay: 'Last came in', postingDay: 'Posting day',
      documentNumber: 'Document', reverses: 'Reverses number', isRemoved: 'Removed', size: 'Size', mediaType: 'Kind of file', fileName: 'File', target: 'Imported data', mode: 'Way of importing',
      rowCount: 'Rows', newCount: 'New rows', changedCount: 'Changed rows', sameCount: 'Same rows', faultyCount: 'Faulty rows', skippedCount: 'Skipped rows', settledBy: 'Settled by', settledAt: 'Settled at',
      report: 'Report', format: 'File format', book: 'Book', year: 'Year', fromSeq: 'From number', throughSeq: 'Up to number', file: 'File', sha256: 'Fingerprint of the file', lastHash: 'Fingerprint of the last row',
      endReason: 'Why it ended', lock: 'What was locked', lockedUntil: 'Locked until',
      hasAllMenus: 'All menus', canSwitchQuickly: 'May come in by PIN or badge', grantedBy: 'Given by', revokedAt: 'Revoked at', revokedBy: 'Revoked by', nameEnglish: 'English name', position: 'Order',
      menuItemId: 'Menu', assignedBy: 'Given by', title: 'Title', jobTitleId: 'Job title', passwordChangedAt: 'Password changed', activatedAt: 'Activated', keyHash: 'Key', keyStart: 'Start of the key',
      permissions: 'Permissions', lastUsedAt: 'Last used', suspendedAt: 'On hold since', place: 'Place', isShared: 'Shared by several people', pinHash: 'PIN', badgeHash: 'Badge', isQuick: 'Came in by PIN or badge', isWall: 'Screen on a wall',
      headLines: 'Lines of the head', labelIndonesian: 'Indonesian name', labelEnglish: 'English name', choices: 'Choices', isRequired: 'Must be filled in', owed: 'Owed', lotId: 'Lot', partnerId: 'Partner', readAt: 'Read', acknowledgedAt: 'Acknowledged',
      hasSound: 'Makes a sound', hasDesktopNotice: 'Shows outside of the window', issuedFor: 'What for', reference: 'Reference', sectionIds: 'Sections concerned', backupName: 'Backup', backup: 'Backup', backupAt: 'Time of the backup', isSound: 'Whole', problem: 'Problem', folder: 'Folder', keptIn: 'Former data kept in',
      paper: 'Paper', orientation: 'Orientation', footer: 'Footer', signatures: 'Signature boxes', changedBy: 'Changed by', changedAt: 'Changed at', stepSince: 'Waiting since',
      verdict: 'Decision', decidedBy: 'Decided by', rightOf: 'By the right of', delegateId: 'Stand-in', fromDay: 'From day', toDay: 'Until day',
    },
    words: {
      language: { id: 'Indonesian', en: 'English' }, dpi: { 203: '203', 300: '300', 600: '600' }, sections: { all: 'all sections', own: 'own sections' }, book: { auditEntry: 'Audit trail', securityEvent: 'Security log', event: 'Change events' },
      severity: { INFO: 'Info', WARNING: 'Warning', CRITICAL: 'Critical' },
      endReason: {
        LOGOUT: 'Signed out', REVOKED: 'Was ended', DEACTIVATED: 'Account deactivated', PASSWORD: 'Password changed', SWITCHED: 'Somebody else took over', LOCKED: 'Screen locked', IDLE: 'Unused for long', EXPIRED: 'Session too old',
      },
      stockMove: { kind: { OPENING: 'Opening stock', RECEIPT: 'Receipt', ISSUE: 'Issue', TRANSFER: 'Transfer', ADJUSTMENT: 'Adjustment' } },
      importBatch: {
        status: { STAGING: 'To be checked again', STAGED: 'Not saved yet', APPLIED: 'Saved', DISCARDED: 'Discarded' }, mode: { insert: 'Add new ones only', update: 'Add and update' },
      },
    },
    modules: {
      imports: 'Import', attachments: 'Attachments', views: 'Views', notifications: 'Notifications', scan: 'Scanning', search: 'Search', support: 'Technical support', audit: 'Audit trail',
    },
    ways: {
      'identity.startSession': 'On the login page, by password', 'identity.logout': 'By signing out', 'identity.createFactory': 'When the factory was set up', 'identity.storePassword': 'By a change of password',
      'imports.applyBatch': 'From an imported file', 'imports.applyImport': 'From an imported file', 'reports.recordExport': 'By an export to a file', 'support.recordBundle': 'By a support bundle',
      'audit.recordArchive': 'When an old year was archived', 'audit.forgetOldEvents': 'When old records were tidied up',
    },
    how: { byScreen: 'On the screens of {{place}}', bySystem: 'By the System itself, from {{place}}' },
    where: { host: 'host computer', desk: 'computer {{desk}}', inside: 'within the host' },
  },
})
