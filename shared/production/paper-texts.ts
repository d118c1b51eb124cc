import { defineTexts } from '../core/texts.ts'
import type { DayBar } from '../section-day/late.ts'

/** What is said of batches copied from paper; part of `productionTexts`. */
export const productionPaperTexts = defineTexts({
  id: {
    title: 'Salinan kertas', hint: 'Hasil yang ditulis di kertas saat program tidak dapat dipakai, disalin beserta fotonya.', list: 'Daftar salinan kertas',
    statuses: { DRAFT: 'Konsep', WAITING: 'Menunggu', APPROVED: 'Disetujui', REJECTED: 'Ditolak' },
    fields: { days: 'Tanggal', firstDay: 'Dari tanggal', lastDay: 'Sampai tanggal', lines: 'Baris', photos: 'Foto kertas', reason: 'Sebab ditulis di kertas', created: 'Disalin', sent: 'Dikirim', approved: 'Disetujui' },
    add: 'Salin dari kertas', addTitle: 'Salin dari kertas', addHint: 'Satu salinan untuk satu formulir: sehari, atau paling banyak tujuh hari.', make: 'Isi hasilnya', edit: 'Ubah data kertas',
    writerHint: 'Nama yang mengisi formulir kertas.', reasonHint: 'Misalnya: listrik padam dua jam, jaringan putus.', back: 'Salinan kertas',
    empty: 'Belum ada salinan kertas', emptyHint: 'Bila program tidak dapat dipakai lebih dari 30 menit, hasil ditulis di formulir kertas. Setelah itu formulirnya disalin di sini, dengan fotonya sebagai bukti.',
    notFound: 'Salinan kertas ini tidak ada', notFoundHint: 'Mungkin sudah dihapus. Lihat daftarnya.',
    sheet: 'Hasil di kertas', sheetHint: 'Isi baris yang ada di kertas; yang kosong tidak ikut dikirim.', taken: 'Sudah dicatat: {{good}}', waits: 'Menunggu {{number}}: {{good}}', noWork: 'Bagian ini tidak punya SPK yang terbuka pada tanggal itu', noWorkHint: 'Periksa bagian dan tanggal kertasnya, atau tanyakan kepada PPIC.',
    days: 'Hasil harian', dayNow: 'Tercatat', dayGone: 'Sudah dihapus', changed: 'tercatat sekarang {{good}}',
    facts: 'Data kertas', photos: 'Foto kertas', photosHint: 'Foto formulir kertas yang sudah diisi. Tanpa foto, salinan tidak dapat dikirim.', photosOf: 'Foto kertas {{number}}', history: 'Riwayat',
    send: 'Kirim untuk disetujui', sendFirst: 'Simpan dahulu yang Anda ketik.', sendLines: 'Isi dahulu hasil di kertas.', sendPhoto: 'Lampirkan dahulu foto kertasnya.', sendTip: 'Supervisor lalu Manajer memutuskan semuanya sekaligus.',
    sent: '{{number}} dikirim sebagai {{request}}. Hasilnya dihitung setelah disetujui.', waiting: 'Menunggu keputusan {{number}}', withdraw: 'Tarik kembali', withdrawn: '{{number}} ditarik kembali; dapat diubah lagi', rejected: '{{name}} menolak, {{at}}: {{note}}',
    barred: {
      'day-locked': 'Tanggal {{day}} sudah dikunci. Salinan ini tetap dapat diisi dan dikirim; baru dapat disetujui setelah Admin membuka hari itu dengan alasan.',
      'period-closed': 'Bulan buku tanggal {{day}} sudah ditutup. Salinan ini tetap dapat diisi dan dikirim; baru dapat disetujui setelah bulannya dibuka lagi di halaman Periode buku.',
    } satisfies Record<DayBar['bar'], string>,
    rejectedHint: 'Perbaiki, lalu kirim lagi.', refused_one: '{{count}} baris tidak dapat dikirim:', refused_other: '{{count}} baris tidak dapat dikirim:',
    remove: 'Hapus', removed: '{{number}} dihapus', removeTitle: 'Hapus {{number}}?', removeText: 'Isi dan foto salinan ini ikut terhapus. Hasil harian tidak berubah.', print: 'Cetak', printed: 'Salinan hasil dari kertas',
    scanned: 'Formulir {{section}} {{day}} dibuka', unknownSection: 'Formulir bagian {{section}} bukan milik bagian Anda. Minta orang bagian itu menyalinnya.', open: 'Lanjutkan yang belum dikirim', openHint: 'Untuk formulir ini sudah ada {{number}}, belum dikirim.',
    keys: { title: 'Salinan kertas', send: 'K' },
    issues: {
      'days-reversed': 'Tanggal akhirnya sebelum tanggal awal.', 'too-many-days': 'Satu salinan paling banyak tujuh hari. Buat satu lagi untuk sisanya.', 'lines-outside': 'Ada baris di luar tanggal ini. Kosongkan dahulu baris itu.',
      'outside-days': 'Tanggal ini di luar tanggal formulirnya. Ubah data kertas, atau buat salinan lain.', 'other-section': '{{number}} bukan SPK bagian ini. Salin dengan bagiannya sendiri.', full: 'Satu salinan paling banyak {{maximum}} baris. Buat satu lagi untuk sisanya.',
      taken: 'Hasil {{number}} tanggal {{day}} sudah dicatat. Kosongkan baris ini; bila angkanya salah, ubah di Hasil harian.', waits: 'Hasil {{number}} tanggal {{day}} sudah menunggu keputusan {{request}}. Kosongkan baris ini, atau tunggu keputusannya.',
      'no-lines': 'Belum ada hasil yang disalin. Isi dahulu baris yang ada di kertas.', 'no-photo': 'Belum ada foto kertas. Lampirkan dahulu fotonya.',
    },
  },
  en: {
    title: 'Paper batches', hint: 'Output that was written on paper while the program could not be used, copied together with its photos.', list: 'List of paper batches',
    statuses: { DRAFT: 'Draft', WAITING: 'Waiting', APPROVED: 'Approved', REJECTED: 'Rejected' },
    fields: { days: 'Days', firstDay: 'From', lastDay: 'To', lines: 'Lines', photos: 'Photos of the paper', reason: 'Why it was written on paper', created: 'Copied', sent: 'Sent', approved: 'Approved' },
    add: 'Copy from paper', addTitle: 'Copy from paper', addHint: 'One batch for one form: a day, or seven days at most.', make: 'Enter the output', edit: 'Change the facts',
    writerHint: 'Who filled in the paper form.', reasonHint: 'For example: a power cut of two hours, the network was down.', back: 'Paper batches',
    empty: 'No paper batches yet', emptyHint: 'When the program cannot be used for more than 30 minutes, output is written on paper forms. Afterwards they are copied here, with a photo as proof.',
    notFound: 'There is no such paper batch', notFoundHint: 'It may have been deleted. See the list.',
    sheet: 'Output on the paper', sheetHint: 'Fill in the lines that are on the paper; what stays empty is not sent.', taken: 'Entered already: {{good}}', waits: 'Waits in {{number}}: {{good}}', noWork: 'This section has no work order that was open on these days', noWorkHint: 'Check the section and the days of the paper, or ask planning.',
    days: 'Daily production', dayNow: 'Entered', dayGone: 'Taken back since', changed: 'now {{good}}',
    facts: 'About the paper', photos: 'Photos of the paper', photosHint: 'Photos of the filled-in form. Without one the batch cannot be sent.', photosOf: 'Photos of {{number}}', history: 'History',
    send: 'Send for approval', sendFirst: 'Save what you have typed first.', sendLines: 'Fill in the output on the paper first.', sendPhoto: 'Attach a photo of the paper first.', sendTip: 'The supervisor and then the manager decide about all of it at once.',
    sent: '{{number}} sent as {{request}}. It counts once it is approved.', waiting: 'Waiting for the decision about {{number}}', withdraw: 'Take back', withdrawn: '{{number}} taken back; it can be changed again', rejected: '{{name}} rejected it, {{at}}: {{note}}',
    barred: {
      'day-locked': '{{day}} is locked. This batch can be typed and sent all the same; it can be approved once an Admin has opened that day with a reason.',
      'period-closed': 'The month of the books of {{day}} is closed. This batch can be typed and sent all the same; it can be approved once the month is opened again on the page Accounting periods.',
    } satisfies Record<DayBar['bar'], string>,
    rejectedHint: 'Correct it and send it again.', refused_one: '{{count}} line cannot be sent:', refused_other: '{{count}} lines cannot be sent:',
    remove: 'Delete', removed: '{{number}} deleted', removeTitle: 'Delete {{number}}?', removeText: 'Its lines and photos go with it. Daily production stays as it is.', print: 'Print', printed: 'Output copied from paper',
    scanned: 'Form of {{section}} for {{day}} opened', unknownSection: 'The form is of section {{section}}, which is not yours. Ask somebody of that section to copy it.', open: 'Go on with what is not sent', openHint: 'There is {{number}} for this form already, not sent yet.',
    keys: { title: 'Paper batch', send: 'S' },
    issues: {
      'days-reversed': 'It ends before it begins.', 'too-many-days': 'One batch has seven days at most. Make another one for the rest.', 'lines-outside': 'There are lines outside of these days. Empty them first.',
      'outside-days': 'This day is none of the form. Change the facts, or make another batch.', 'other-section': '{{number}} is no work order of this section. Copy it with its own.', full: 'One batch has at most {{maximum}} lines. Make another one for the rest.',
      taken: 'The output of {{number}} on {{day}} is entered already. Empty this line; if the figure is wrong, correct it in daily production.', waits: 'The output of {{number}} on {{day}} waits in {{request}} already. Empty this line, or wait for the decision.',
      'no-lines': 'Nothing has been copied yet. Fill in the lines that are on the paper first.', 'no-photo': 'There is no photo of the paper yet. Attach one first.',
    },
  },
})
