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
      day: 'setiap hari', year: 'setiap tahun', never: 'tidak pernah', names: { kanbanCard: 'Kartu kanban', approvalRequest: 'Permintaan persetujuan' },
    },
    value: {
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
      day: 'every day', year: 'every year', never: 'never', names: { kanbanCard: 'Kanban card', approvalRequest: 'Approval request' },
    },
    value: {
      differs: 'Differs from the default', fallback: 'Default: {{value}}', reset: 'Back to the default', history: 'History of changes', on: 'Yes', off: 'No',
      range: '{{minimum}}–{{maximum}}', atLeast: 'at least {{minimum}}', atMost: 'at most {{maximum}}',
      readOnly: 'Only those with the permission {{needed}} can change it.', saved: '“{{name}}” saved', restored: '“{{name}}” is back at its default', edit: 'Edit “{{name}}”',
    },
  },
})
