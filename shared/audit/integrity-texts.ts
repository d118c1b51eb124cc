import { defineTexts } from '../core/texts.ts'

export const integrityTexts = defineTexts({
  id: {
    integrity: {
      title: 'Keutuhan jejak audit', hint: 'Memeriksa setiap catatan, segel, dan arsip: apakah ada yang diubah, dihapus, atau ditukar.',
      verify: 'Periksa sekarang', verifying: 'Memeriksa jejak audit', whole: 'Jejak audit utuh', wholeText: 'Tidak ada catatan yang diubah, dihapus, atau dipindah.', broken_one: '{{count}} hal tidak cocok', broken_other: '{{count}} hal tidak cocok',
      brokenText: 'Jangan hapus file apa pun. Simpan salinan folder data, lalu hubungi yang mengurus Lantai.', more: '… dan {{count}} lagi', notYet: 'Belum diperiksa sejak halaman ini dibuka.', checkedRows: 'Catatan diperiksa', inArchives: 'di antaranya di arsip',
      lastSeal: 'Segel terakhir', noSeal: 'belum ada', sealOf: 'baris {{seq}}, {{time}}', afterSeal: 'Sesudah segel itu', afterSealHint: 'Cocok satu sama lain; baru segel berikutnya yang membuktikan tidak ada yang dipotong di belakangnya.', seals: 'Segel', key: 'Sidik kunci segel', noKey: 'tidak ada kunci',
      printed: { title: 'Bandingkan dengan segel tercetak', hint: 'Segel ini dapat dicetak dan disimpan di tempat lain. Ketik nomor dan sidiknya dari kertas untuk membuktikan bahwa catatannya masih sama.', seq: 'Nomor baris', hash: 'Sidik (paling sedikit 16 huruf pertama)', check: 'Bandingkan', fits: 'Cocok: baris {{seq}} masih persis seperti saat segel itu dicetak.', differs: 'Tidak cocok: baris {{seq}} bukan lagi yang disegel di kertas itu.', gone: 'Baris {{seq}} tidak ada lagi.', print: 'Cetak segel terakhir', paper: 'Segel jejak audit', factory: 'Pabrik', row: 'Baris', made: 'Dibuat', wrong: 'Sidik hanya berisi angka dan huruf a–f.' },
      archives: {
        title: 'Arsip tahunan', hint: 'Tahun yang masa simpannya di data sudah lewat ({{years}} tahun) dipindah ke file tersegel di folder “archives”. Cadangkan folder itu juga.', year: 'Tahun', rows: 'Catatan', numbers: 'Nomor', file: 'File', made: 'Dibuat', by: 'Oleh', empty: 'Belum ada arsip', emptyHint: 'Arsip pertama dibuat sendiri pada pergantian tahun, setelah catatan berumur {{years}} tahun.',
        due: 'Sudah waktunya: {{years}}', run: 'Arsipkan sekarang', running: 'Mengarsipkan', done_one: '{{count}} tahun diarsipkan', done_other: '{{count}} tahun diarsipkan', nothing: 'Belum ada tahun yang perlu diarsipkan.', fingerprint: 'Sidik file',
      },
      findings: {
        'row-edited': 'Baris {{seq}} diubah: isinya bukan yang ditulis host.', 'row-moved': 'Baris {{seq}} dipindah: host menulisnya sebagai baris {{from}}.', 'rows-deleted': 'Baris {{seq}} sampai {{to}} dihapus.',
        'row-replaced': 'Baris {{seq}} tidak menyambung ke baris sebelumnya: salah satunya diganti atau disisipkan.', 'end-cut': 'Ujungnya dipotong: segel {{file}} menyebut baris {{to}}, tetapi baris {{seq}} sampai {{to}} tidak ada.',
        'seal-differs': 'Baris {{seq}} bukan yang disegel ({{file}}): rantainya ditulis ulang, atau data dipulihkan dari salinan.', 'seal-forged': 'Segel {{file}} (baris {{seq}}) dipalsukan atau diubah.', 'seal-of-another-key': 'Segel {{file}} (baris {{seq}}) dibuat dengan kunci lain.',
        'seal-of-another-site': 'Segel {{file}} (baris {{seq}}) milik pabrik lain.', 'seal-unreadable': 'Segel {{file}} rusak atau diubah.', 'key-missing': 'Kunci segel tidak ada (keys/audit-seal.pub.pem), jadi segel tidak dapat diperiksa.',
        'archive-missing': 'Arsip {{file}} tidak ada: baris {{seq}} sampai {{to}} tidak dapat dibaca.', 'archive-damaged': 'Arsip {{file}} (baris {{seq}} sampai {{to}}) terpotong, rusak, atau diubah.', 'archive-short': 'Arsip {{file}} tidak lengkap: baris {{seq}} sampai {{to}} tidak ada di dalamnya.',
        'archive-edited': 'Arsip {{file}} (baris {{seq}} sampai {{to}}) bukan file yang dicatat di data.', 'archive-forged': 'Arsip {{file}} (baris {{seq}} sampai {{to}}) tidak ditandatangani host ini.', 'purge-unaudited': 'Baris {{seq}} sampai {{to}} ditandai sudah diarsipkan, tetapi jejak audit tidak mencatatnya.',
      },
    },
  },
  en: {
    integrity: {
      title: 'Integrity of the audit', hint: 'Checks every record, seal and archive: whether anything was changed, deleted or swapped.',
      verify: 'Check now', verifying: 'Checking the audit', whole: 'The audit is whole', wholeText: 'No record was changed, deleted or moved.', broken_one: '{{count}} thing does not fit', broken_other: '{{count}} things do not fit',
      brokenText: 'Delete no file. Keep a copy of the data folder and call whoever looks after Lantai.', more: '… and {{count}} more', notYet: 'Not checked since this page was opened.', checkedRows: 'Records checked', inArchives: 'of them in archives',
      lastSeal: 'Last seal', noSeal: 'none yet', sealOf: 'row {{seq}}, {{time}}', afterSeal: 'After that seal', afterSealHint: 'They fit each other; only the next seal proves that none was cut off behind them.', seals: 'Seals', key: 'Fingerprint of the seal’s key', noKey: 'no key',
      printed: { title: 'Compare with a printed seal', hint: 'A seal can be printed and kept elsewhere. Type its number and fingerprint from the paper to prove that the records are still the same.', seq: 'Row number', hash: 'Fingerprint (the first 16 characters at least)', check: 'Compare', fits: 'It fits: row {{seq}} is exactly as it was when that seal was printed.', differs: 'It does not fit: row {{seq}} is no longer the one sealed on that paper.', gone: 'Row {{seq}} is not there any more.', print: 'Print the last seal', paper: 'Seal of the audit', factory: 'Factory', row: 'Row', made: 'Made', wrong: 'A fingerprint has only digits and the letters a–f.' },
      archives: {
        title: 'Yearly archives', hint: 'Years whose time in the database is over ({{years}} years) go to sealed files in the folder “archives”. Back that folder up too.', year: 'Year', rows: 'Records', numbers: 'Numbers', file: 'File', made: 'Made', by: 'By', empty: 'No archives yet', emptyHint: 'The first one is made by itself at the turn of a year, once there are records {{years}} years old.',
        due: 'Due now: {{years}}', run: 'Archive now', running: 'Archiving', done_one: '{{count}} year archived', done_other: '{{count}} years archived', nothing: 'No year needs to be archived yet.', fingerprint: 'Fingerprint of the file',
      },
      findings: {
        'row-edited': 'Row {{seq}} was changed: it is not what the host wrote.', 'row-moved': 'Row {{seq}} was moved: the host wrote it as row {{from}}.', 'rows-deleted': 'Rows {{seq}} to {{to}} were deleted.',
        'row-replaced': 'Row {{seq}} does not continue the row before it: one of the two was replaced or inserted.', 'end-cut': 'The end was cut off: seal {{file}} names row {{to}}, but rows {{seq}} to {{to}} are not there.',
        'seal-differs': 'Row {{seq}} is not the one sealed ({{file}}): the chain was rewritten, or the data were put back from a copy.', 'seal-forged': 'Seal {{file}} (row {{seq}}) was forged or changed.', 'seal-of-another-key': 'Seal {{file}} (row {{seq}}) was made with another key.',
        'seal-of-another-site': 'Seal {{file}} (row {{seq}}) belongs to another factory.', 'seal-unreadable': 'Seal {{file}} was damaged or changed.', 'key-missing': 'The key of the seals is not there (keys/audit-seal.pub.pem), so they cannot be checked.',
        'archive-missing': 'Archive {{file}} is not there: rows {{seq}} to {{to}} cannot be read.', 'archive-damaged': 'Archive {{file}} (rows {{seq}} to {{to}}) was cut off, damaged or changed.', 'archive-short': 'Archive {{file}} is not complete: rows {{seq}} to {{to}} are not in it.',
        'archive-edited': 'Archive {{file}} (rows {{seq}} to {{to}}) is not the file that the database names.', 'archive-forged': 'Archive {{file}} (rows {{seq}} to {{to}}) was not signed by this host.', 'purge-unaudited': 'Rows {{seq}} to {{to}} are marked as archived, but the audit does not tell of it.',
      },
    },
  },
})
