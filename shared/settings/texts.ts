import { defineTexts } from '../core/texts.ts'

export const settingsTexts = defineTexts({
  id: {
    title: 'Pengaturan',
    search: 'Cari pengaturan', noMatch: 'Tidak ada pengaturan yang cocok', noMatchHint: 'Coba kata lain, misalnya “kata sandi” atau “menit”.',
    site: {
      title: 'Pabrik', explanation: 'Nama, alamat, dan telepon ini tercetak di kepala setiap dokumen.', name: 'Nama pabrik', address: 'Alamat', phone: 'Telepon',
      timeZone: 'Zona waktu', currency: 'Mata uang', edit: 'Ubah data pabrik', fixed: 'Zona waktu dan mata uang ditetapkan sewaktu pabrik disiapkan.',
    },
    series: {
      title: 'Nomor dokumen', document: 'Dokumen', explanation: 'Nomor berjalan tanpa lompatan: yang batal disimpan tidak menghabiskan nomor.', example: 'Contoh untuk hari ini', restarts: 'Mulai lagi dari 1',
      day: 'setiap hari', month: 'setiap bulan', year: 'setiap tahun', never: 'tidak pernah', edit: 'Ubah nomor “{{name}}”', format: 'Bentuk nomor', saved: 'Nomor “{{name}}” disimpan', upcoming: 'Nomor berikutnya', afterRestart: 'Pertama setelah mulai lagi',
      hint: '{date} tanggal 20261120, {year} tahun, {month} bulan, {0000} nomor urut. Mulai dengan huruf dan tanda, misalnya KAN-', last: 'Terakhir dipakai: {{last}}', preview: 'Pratinjau', names: { reworkCard: 'Kartu perbaikan', transfer: 'Serah terima antarbagian', gatePass: 'Surat jalan subkon', requisition: 'Permintaan material', shortage: 'Kekurangan bahan', kanbanCard: 'Kartu kanban', purchaseOrder: 'Pesanan pembelian (PO)', purchaseReceipt: 'Penerimaan barang', materialDebt: 'Utang material', finishedGoodsReceipt: 'Penerimaan barang jadi', stockDocument: 'Dokumen stok', stockCount: 'Hitung stok', paperBatch: 'Salinan kertas', approvalRequest: 'Permintaan persetujuan', salesOrder: 'Pesanan pembeli', manufacturingOrder: 'Perintah produksi' },
    },
    themes: {
      picking: 'Pengambilan barang', risk: 'Risiko tagihan', valuation: 'Nilai stok', ageing: 'Umur stok', buffers: 'Cadangan', orders: 'Pesanan dan waktu', shortage: 'Kekurangan bahan', colours: 'Warna capaian', autoApproval: 'Tanpa persetujuan', overrides: 'Revisi dan pemaksaan', health: 'Kesehatan SPK', bom: 'Struktur BOM', leadTimes: 'Waktu tunggu pembelian',
      consumption: 'Pemakaian bahan', cartons: 'Isi karton', overProduction: 'Hasil di atas target', downtime: 'Mesin berhenti', dayLock: 'Kunci hari bagian', lateness: 'Isian terlambat', yields: 'Hasil dan pengerjaan ulang', negativeWip: 'WIP minus', patterns: 'Pola mencurigakan',
      utilisation: 'Pemanfaatan', quantities: 'Serah terima', escalation: 'Eskalasi', handover: 'KPI serah terima', counts: 'Hitung stok', debts: 'Utang bahan', boards: 'Papan dan aturan baru', firstPass: 'Lolos pertama', samples: 'Contoh dan toleransi', lab: 'Uji laboratorium',
      rejects: 'Cacat dan perbaikan', goods: 'Barang jadi', accounts: 'Akun jurnal', other: 'Umum',
    },
    ahead: 'Angka ini dipakai begitu pekerjaan modulnya berjalan di Lantai; sekarang sudah dapat disepakati.',
    all: 'Semua', onlyDiffering: 'Hanya yang berbeda dari bawaan', found_one: '{{count}} pengaturan', found_other: '{{count}} pengaturan', modules: 'Modul', changes: 'Riwayat semua perubahan', noChanges: 'Belum ada pengaturan yang diubah',
    issues: {
      'series-characters': 'Hanya huruf besar, angka, - / . dan bagian {date}, {year}, {month}, {0000}.', 'series-one-count': 'Harus ada tepat satu nomor urut, misalnya {0000}.', 'series-letters': 'Mulai dengan paling sedikit dua huruf dan satu tanda, misalnya KAN-',
      'series-restart': 'Nomor akan terulang setelah mulai lagi. Tambahkan {date}, {year}, atau {month} pada bentuknya, atau pilih mulai lagi yang lebih jarang.', 'series-meets': 'Huruf depannya sama dengan “{{name}}”, jadi nomornya bisa sama. Pakai huruf lain.', 'series-taken': 'Nomor {{number}} sudah dipakai. Pilih bentuk lain.',
      between: 'Isi antara {{minimum}} dan {{maximum}}.', 'not-above': 'Harus lebih dari “{{name}}” ({{limit}}).', 'not-below': 'Harus kurang dari “{{name}}” ({{limit}}).' },
    value: {
      sensitive: 'Penting', sensitiveHint: 'Perubahannya diputuskan lewat persetujuan.', asksFirst: 'Perubahan ini diajukan dulu dan berlaku setelah disetujui.', reason: 'Mengapa perlu diubah', asked: '“{{name}}” diajukan sebagai {{number}}', waiting: '{{number}} menunggu persetujuan', ask: 'Ajukan', secret: '(dirahasiakan)',
      differs: 'Berbeda dari bawaan', fallback: 'Bawaan: {{value}}', reset: 'Kembalikan ke bawaan', history: 'Riwayat perubahan', on: 'Ya', off: 'Tidak',
      range: '{{minimum}}–{{maximum}}', atLeast: 'paling sedikit {{minimum}}', atMost: 'paling banyak {{maximum}}',
      readOnly: 'Hanya yang memegang izin {{needed}} yang dapat mengubahnya.', saved: '“{{name}}” disimpan', restored: '“{{name}}” kembali ke bawaan', edit: 'Ubah “{{name}}”',
    },
  },
  en: {
    title: 'Settings',
    search: 'Search settings', noMatch: 'No setting matches', noMatchHint: 'Try another word, such as “password” or “minutes”.',
    site: {
      title: 'Factory', explanation: 'This name, address and telephone are printed at the head of every document.', name: 'Factory name', address: 'Address', phone: 'Telephone',
      timeZone: 'Time zone', currency: 'Currency', edit: 'Edit the factory', fixed: 'Time zone and currency were settled when the factory was set up.',
    },
    series: {
      title: 'Document numbers', document: 'Document', explanation: 'Running numbers without gaps: what is not saved in the end uses up no number.', example: 'Example for today', restarts: 'Starts at 1 again',
      day: 'every day', month: 'every month', year: 'every year', never: 'never', edit: 'Edit the number of “{{name}}”', format: 'Form of the number', saved: 'Number of “{{name}}” saved', upcoming: 'Next numbers', afterRestart: 'First after the restart',
      hint: '{date} the day 20261120, {year}, {month}, {0000} the running number. Begins with letters and a mark, such as KAN-', last: 'Last one used: {{last}}', preview: 'Preview', names: { reworkCard: 'Rework card', transfer: 'Transfer between sections', gatePass: 'Gate pass to a subcontractor', requisition: 'Requisition', shortage: 'Shortage', kanbanCard: 'Kanban card', purchaseOrder: 'Purchase order', purchaseReceipt: 'Receipt of goods', materialDebt: 'Material debt', finishedGoodsReceipt: 'Receipt of finished goods', stockDocument: 'Stock document', stockCount: 'Stock count', paperBatch: 'Paper batch', approvalRequest: 'Approval request', salesOrder: 'Sales orders', manufacturingOrder: 'Manufacturing orders' },
    },
    themes: {
      picking: 'Picking', risk: 'Risk of debts', valuation: 'Value of the stock', ageing: 'Age of stock', buffers: 'Buffers', orders: 'Orders and times', shortage: 'Shortage of material', colours: 'Colours of attainment', autoApproval: 'Without approval', overrides: 'Revisions and overrides', health: 'Health of work orders', bom: 'Bills of material', leadTimes: 'Lead times of purchases',
      consumption: 'Consumption', cartons: 'Carton contents', overProduction: 'Output above target', downtime: 'Downtime', dayLock: 'Lock of a section’s day', lateness: 'Late entries', yields: 'Yields and rework', negativeWip: 'Negative WIP', patterns: 'Suspicious patterns',
      utilisation: 'Utilisation', quantities: 'Transfers', escalation: 'Escalation', handover: 'KPIs of handovers', counts: 'Stock counts', debts: 'Material debts', boards: 'New boards and rules', firstPass: 'First pass', samples: 'Samples and tolerances', lab: 'Lab tests',
      rejects: 'Rejects and rework', goods: 'Finished goods', accounts: 'Accounts of the vouchers', other: 'General',
    },
    ahead: 'These figures count from the moment the module’s work is done in Lantai; they can be agreed upon now.',
    all: 'All', onlyDiffering: 'Only what differs from the default', found_one: '{{count}} setting', found_other: '{{count}} settings', modules: 'Modules', changes: 'History of all changes', noChanges: 'No setting has been changed yet',
    issues: {
      'series-characters': 'Only capital letters, digits, - / . and the parts {date}, {year}, {month}, {0000}.', 'series-one-count': 'There must be just one running number, such as {0000}.', 'series-letters': 'Begin with at least two letters and a mark, such as KAN-',
      'series-restart': 'Numbers would come again after the restart. Add {date}, {year} or {month} to the form, or restart less often.', 'series-meets': 'Its letters are those of “{{name}}”, so that numbers could be the same. Use others.', 'series-taken': 'The number {{number}} is taken. Choose another form.',
      between: 'Enter something between {{minimum}} and {{maximum}}.', 'not-above': 'Must be more than “{{name}}” ({{limit}}).', 'not-below': 'Must be less than “{{name}}” ({{limit}}).' },
    value: {
      sensitive: 'Important', sensitiveHint: 'Changes are decided by approval.', asksFirst: 'This change is asked for first and counts once it is approved.', reason: 'Why it must change', asked: '“{{name}}” asked for as {{number}}', waiting: '{{number}} waits for approval', ask: 'Ask', secret: '(hidden)',
      differs: 'Differs from the default', fallback: 'Default: {{value}}', reset: 'Back to the default', history: 'History of changes', on: 'Yes', off: 'No',
      range: '{{minimum}}–{{maximum}}', atLeast: 'at least {{minimum}}', atMost: 'at most {{maximum}}',
      readOnly: 'Only those with the permission {{needed}} can change it.', saved: '“{{name}}” saved', restored: '“{{name}}” is back at its default', edit: 'Edit “{{name}}”',
    },
  },
})
