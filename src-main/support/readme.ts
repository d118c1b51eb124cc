/** What the archive says about itself, to whoever is asked to pass it on. */
export function readme({ now, version, hasDumps }: { now: string; version: string; hasDumps: boolean }): string {
  return [...indonesian(now, version, hasDumps), '', '----', '', ...english(now, version, hasDumps), ''].join('\r\n')
}

const indonesian = (now: string, version: string, hasDumps: boolean) => [
  'PAKET DUKUNGAN LANTAI', '',
  `Dibuat ${now} (UTC) oleh Lantai ${version}.`, '',
  'Isinya:',
  '  machine.json      versi program, sistem operasi, memori, dan sisa disk',
  '  data-folder.json  file milik program dalam folder data, dengan ukurannya',
  '  database.json     hasil pemeriksaan database, jumlah baris tiap tabel, pengaturan yang diubah, dan perintah yang ditolak',
  '  crash-dumps.json  daftar rekaman saat program macet',
  ...(hasDumps ? ['  crash-dumps/      rekaman terbaru (lihat di bawah)'] : []),
  '  logs/             catatan kesalahan; kata sandi, token, dan isian orang disamarkan', '',
  'Yang tidak ada di dalamnya: isi database (barang, stok, kartu, nama orang), lampiran, cadangan, kata sandi, token, dan kunci.',
  ...(hasDumps ? ['', 'Folder crash-dumps/ berisi potongan memori program saat macet. Di dalamnya bisa tersisa potongan teks yang sedang tampil di layar.', 'Hapus folder itu dari ZIP bila tidak ingin mengirimnya.'] : []),
]

const english = (now: string, version: string, hasDumps: boolean) => [
  'LANTAI SUPPORT BUNDLE', '',
  `Written ${now} (UTC) by Lantai ${version}.`, '',
  'In it:',
  '  machine.json      versions of the program, operating system, memory and disk space',
  '  data-folder.json  the program’s own files in the data folder, with their sizes',
  '  database.json     the result of a check of the database, rows per table, settings that were changed, and operations that were refused',
  '  crash-dumps.json  a list of what was recorded when the program crashed',
  ...(hasDumps ? ['  crash-dumps/      the newest of these (see below)'] : []),
  '  logs/             the log of faults; passwords, tokens and what people typed are masked', '',
  'Not in it: what the database holds (items, stock, cards, names of people), attachments, backups, passwords, tokens and keys.',
  ...(hasDumps ? ['', 'The folder crash-dumps/ holds parts of the program’s memory at the moment of a crash. Pieces of text then on a screen may be left in them.', 'Delete that folder from the ZIP if you do not want to send it.'] : []),
]
