/** Why the host cannot save, and what is wrong with a backup; part of `coreTexts`, as all errors are. */
export const storageErrorTexts = {
  id: {
    errors: {
      'storage-failed': 'Komputer host tidak dapat menyimpan. Isian Anda masih di layar — minta Admin memeriksa disk komputer host.',
      'storage-full': 'Disk komputer host penuh, jadi ini belum disimpan. Isian Anda masih di layar — minta Admin mengosongkan disk komputer host, lalu simpan lagi.',
      'storage-read-only': 'Folder data di komputer host hanya bisa dibaca, jadi ini belum disimpan. Isian Anda masih di layar — minta Admin membuka lagi izin tulisnya, lalu simpan lagi.',
      'storage-stopped': 'Disk komputer host tidak memastikan penyimpanan terakhir, jadi Lantai berhenti menyimpan supaya tidak ada yang hilang diam-diam. Yang sudah tersimpan tetap bisa dilihat. Isian Anda masih di layar — minta Admin memeriksa disk dan menjalankan ulang host, lalu simpan lagi.',
      'storage-damaged': 'File data di komputer host rusak, jadi Lantai berhenti menyimpan supaya kerusakannya tidak meluas. Data masih bisa dilihat sejauh terbaca. Catat isian Anda, lalu beri tahu Admin: data dipulihkan dari cadangan, dan tidak ada file yang boleh dihapus.',
      'backup-running': 'Cadangan lain sedang dibuat atau diperiksa. Tunggu sampai selesai, lalu coba lagi.',
      'backup-failed': 'Cadangan tidak dapat dibuat. Data yang ada tidak terganggu — minta Admin memeriksa disk cadangan.',
      'backup-damaged': 'Cadangan ini tidak dapat dibaca. Pilih cadangan lain; yang ini jangan dihapus.',
      'backup-newer': 'Cadangan ini dibuat oleh Lantai yang lebih baru. Pasang versi itu di komputer host, lalu pulihkan.',
      'backup-of-another-factory': 'Cadangan ini milik pabrik lain, jadi tidak dipulihkan di sini.',
    },
    errorDetails: {
      'backup-failed': 'Cadangan tidak dapat dibuat: {{reason}}. Data yang ada tidak terganggu — minta Admin memeriksa disk cadangan.',
      'backup-of-another-factory': 'Cadangan ini milik pabrik {{factory}}, jadi tidak dipulihkan di sini.', 'archive-unsound': 'Arsip {{file}} tidak terbaca utuh dari disk. Tidak ada baris audit yang dihapus. Minta Admin memeriksa disk komputer host, lalu jalankan pengarsipan lagi.',
      'storage-failed': 'Komputer host tidak dapat menyimpan ({{reason}}). Isian Anda masih di layar — minta Admin memeriksa disk komputer host.',
    },
  },
  en: {
    errors: {
      'storage-failed': 'The host computer cannot save. Your entry is still on the screen — ask an Admin to check the host’s disk.',
      'storage-full': 'The host computer’s disk is full, so this was not saved. Your entry is still on the screen — ask an Admin to free some space there, then save again.',
      'storage-read-only': 'The data folder on the host computer is read-only, so this was not saved. Your entry is still on the screen — ask an Admin to allow writing again, then save again.',
      'storage-stopped': 'The host computer’s disk did not confirm the last save, so Lantai stopped saving rather than lose something unseen. What was saved can still be viewed. Your entry is still on the screen — ask an Admin to check the disk and restart the host, then save again.',
      'storage-damaged': 'The data file on the host computer is damaged, so Lantai stopped saving to keep the damage from spreading. Data can be viewed as far as it can be read. Note down your entry and tell an Admin: the data is restored from a backup, and no file may be deleted.',
      'backup-running': 'Another backup is being made or checked. Wait until it is done, then try again.',
      'backup-failed': 'The backup could not be made. The data itself is untouched — ask an Admin to check the disk of the backups.',
      'backup-damaged': 'This backup cannot be read. Choose another one; do not delete this one.',
      'backup-newer': 'This backup was made by a newer Lantai. Install that version on the host computer, then restore.',
      'backup-of-another-factory': 'This backup belongs to another factory, so it is not restored here.',
    },
    errorDetails: {
      'backup-failed': 'The backup could not be made: {{reason}}. The data itself is untouched — ask an Admin to check the disk of the backups.',
      'backup-of-another-factory': 'This backup belongs to the factory {{factory}}, so it is not restored here.', 'archive-unsound': 'The archive {{file}} does not read whole from the disk. No row of the audit was deleted. Ask an Admin to check the host computer’s disk, then archive again.',
      'storage-failed': 'The host computer cannot save ({{reason}}). Your entry is still on the screen — ask an Admin to check the host’s disk.',
    },
  },
} as const
