import { defineTexts } from '../core/texts.ts'

/** Gate passes, and the record of lines that were seen to be empty. */
export const gateTexts = defineTexts({
  id: {
    gate: {
      title: 'Surat jalan subkon', back: 'Semua surat jalan', add: 'Kirim ke subkon', addTitle: 'Kirim ke subkon', addSave: 'Kirim dan buat surat jalan', sent: '{{number}} dibuat, harus kembali {{day}}',
      workOrderHint: 'Nomor SPK, artikel, atau pindai kode SPK', partnerHint: 'Mitra yang jenisnya subkontraktor', stage: 'Tahap', address: 'Alamat',
      came: 'Masuk ke tahap ini', taken: 'Sudah dikirim ke subkon', made: 'Dikerjakan sendiri', available: 'Masih bisa dikirim', pieces: '{{quantity}} pcs', nothingLeft: 'Semua yang masuk ke tahap ini sudah dikirim ke subkon atau dikerjakan sendiri.',
      remaining: 'Masih di subkon', missing: 'Belum kembali', late: 'Terlambat', onTime: 'Tidak terlambat', due: 'harus kembali {{day}}', lateText: '{{remaining}} pcs masih di {{partner}}, seharusnya kembali {{day}}. Hubungi mitranya, lalu catat yang kembali.',
      take: 'Terima kembali', takeTitle: 'Terima kembali {{number}}', takeSubtitle: '{{goods}} dari {{partner}}, masih {{remaining}} pcs di sana', good: 'Kembali baik', rejected: 'Kembali cacat', andRejected: 'dan {{quantity}} pcs cacat',
      isLast: 'Ini yang terakhir, tidak ada yang ditunggu lagi', reason: 'Alasan kurang', reasonHint: 'Wajib bila ini yang terakhir dan masih kurang', takenPart: '{{number}}: {{remaining}} pcs masih di subkon', takenAll: '{{number}} selesai',
      correct: 'Perbaiki yang kembali', correctTitle: 'Perbaiki yang kembali, {{number}}', correctSubtitle: 'Isi seluruh jumlah yang benar-benar kembali dari {{quantity}} pcs. Sisanya kembali ditunggu.', corrected: '{{number}} diperbaiki: {{remaining}} pcs masih di subkon',
      cancel: 'Batalkan', cancelTitle: 'Batalkan {{number}}?', cancelText: 'Untuk surat jalan yang salah tulis dan barangnya tidak jadi keluar. Jumlahnya bisa dikirim lagi.', cancelled: '{{number}} dibatalkan',
      printOut: 'Cetak surat jalan', printBack: 'Cetak tanda terima', facts: 'Rincian', history: 'Riwayat',
      missingPass: 'Surat jalan ini tidak ada', missingPassHint: 'Mungkin nomornya salah, atau bukan bagian Anda.',
      empty: 'Belum ada surat jalan subkon', emptyHint: 'Kirim barang ke subkon dari sini. Yang belum kembali pada waktunya diberitahukan setiap hari.',
      paper: { OUT: 'Surat jalan subkon', BACK: 'Tanda terima dari subkon', guard: 'Diperiksa di gerbang', carrier: 'Dibawa oleh', subcontractor: 'Subkon' },
    },
    clearances: {
      title: 'Catatan lini kosong', link: 'Catatan lini kosong', empty: 'Belum ada catatan', emptyHint: 'Setiap kali lini dipastikan kosong di papan lini, catatannya muncul di sini.', held: 'Barang sebelumnya', photo: 'Foto',
      withPhoto: 'Ada foto', withoutPhoto: 'Tanpa foto', photos_one: '{{count}} foto', photos_other: '{{count}} foto', photosHint: 'Belum ada foto lini yang kosong.', choose: 'Foto lini kosong', chooseHint: 'Boleh dikosongkan. JPG atau PNG, sampai {{size}}.', detail: '{{line}}, {{time}}',
    },
  },
  en: {
    gate: {
      title: 'Gate passes', back: 'All gate passes', add: 'Send to subcontractor', addTitle: 'Send to a subcontractor', addSave: 'Send and make the pass', sent: '{{number}} made, due back {{day}}',
      workOrderHint: 'Number of the work order, article, or scan its code', partnerHint: 'A partner that is a subcontractor', stage: 'Stage', address: 'Address',
      came: 'Came to this stage', taken: 'Sent to subcontractors', made: 'Made in-house', available: 'Can still be sent', pieces: '{{quantity}} pcs', nothingLeft: 'All that came to this stage was sent to subcontractors or made in-house.',
      remaining: 'Still out', missing: 'Not back', late: 'Late', onTime: 'Not late', due: 'due {{day}}', lateText: '{{remaining}} pcs are still with {{partner}}, due back {{day}}. Call the partner, then enter what comes back.',
      take: 'Take back', takeTitle: 'Take back {{number}}', takeSubtitle: '{{goods}} from {{partner}}, {{remaining}} pcs still there', good: 'Back, good', rejected: 'Back, rejected', andRejected: 'and {{quantity}} pcs rejected',
      isLast: 'This is the last, nothing more is waited for', reason: 'Why less came back', reasonHint: 'Needed where this is the last and some is missing', takenPart: '{{number}}: {{remaining}} pcs are still out', takenAll: '{{number}} is complete',
      correct: 'Correct the return', correctTitle: 'Correct the return of {{number}}', correctSubtitle: 'Enter all that really came back of {{quantity}} pcs. What is missing is waited for again.', corrected: '{{number}} corrected: {{remaining}} pcs are still out',
      cancel: 'Cancel', cancelTitle: 'Cancel {{number}}?', cancelText: 'For a pass that was written wrongly and whose goods never left. Its pieces can be sent again.', cancelled: '{{number}} cancelled',
      printOut: 'Print gate pass', printBack: 'Print receipt', facts: 'Details', history: 'History',
      missingPass: 'There is no such gate pass', missingPassHint: 'The number may be wrong, or it is not of your section.',
      empty: 'No gate passes yet', emptyHint: 'Send goods to a subcontractor from here. What is not back in time is told every day.',
      paper: { OUT: 'Gate pass', BACK: 'Receipt from the subcontractor', guard: 'Checked at the gate', carrier: 'Carried by', subcontractor: 'Subcontractor' },
    },
    clearances: {
      title: 'Line clearances', link: 'Line clearances', empty: 'No clearances yet', emptyHint: 'Each time a line is confirmed to be clear on the lines board, the record appears here.', held: 'Goods before', photo: 'Photo',
      withPhoto: 'With photo', withoutPhoto: 'Without photo', photos_one: '{{count}} photo', photos_other: '{{count}} photos', photosHint: 'No photo of the empty line yet.', choose: 'Photo of the empty line', chooseHint: 'May be left out. JPG or PNG, up to {{size}}.', detail: '{{line}}, {{time}}',
    },
  },
})
