import { defineTexts } from '../core/texts.ts'

/** What the screens of daily production say; part of `productionTexts`. */
export const productionScreenTexts = defineTexts({
  id: {
    section: 'Bagian',
    noSections: 'Belum ada bagian yang memproduksi', noSectionsHint: 'Bagian muncul di sini setelah menjadi pelaksana sebuah tahap (Data induk → Tahap produksi).',
    forms: {
      print: 'Cetak formulir', choices: { DAY: 'Formulir hari ini', WEEK: 'Formulir seminggu' },
      titles: { DAY: 'Formulir hasil harian', WEEK: 'Formulir hasil mingguan' }, howTo: 'Diisi saat program tidak dapat dipakai', copying: 'Setelah program kembali: pindai kode di atas, salin isinya, dan lampirkan foto kertas ini.', code: 'Kode', filledBy: 'Diisi oleh',
      weekdays: { 0: 'Minggu', 1: 'Senin', 2: 'Selasa', 3: 'Rabu', 4: 'Kamis', 5: 'Jumat', 6: 'Sabtu' },
    },
    calendar: {
      title: 'Hasil harian', workOrder: 'SPK', target: 'Target', made: 'Hasil', empty: 'Belum ada SPK di bagian ini', emptyHint: 'SPK yang terbuka muncul di sini begitu dibuat dari perintah produksi.',
      month: 'Bulan', previous: 'Bulan sebelumnya', next: 'Bulan berikutnya', thisMonth: 'Bulan ini', statuses: { OPEN: 'Belum selesai', ALL: 'Semua' },
      details: 'Rincian hari', chooseDay: 'Pilih dulu sel sebuah hari.', keys: 'Hasil harian', detailsKey: 'rincian hari: reject, shift, catatan, memastikan',
      saved_one: '{{count}} hari disimpan', saved_other: '{{count}} hari disimpan', asked_one: '{{count}} hari menunggu persetujuan', asked_other: '{{count}} hari menunggu persetujuan',
      reasonTitle: 'Mengapa baru sekarang, atau lebih?',
      reasonText_one: '{{count}} hari dicatat terlambat, dari kertas, atau jauh di atas target, dan baru dihitung setelah disetujui. Alasannya ikut dikirim.',
      reasonText_other: '{{count}} hari dicatat terlambat, dari kertas, atau jauh di atas target, dan baru dihitung setelah disetujui. Alasannya ikut dikirim.',
      send: 'Kirim untuk disetujui',
      marks: {
        waiting: 'Menunggu persetujuan ({{number}}): {{good}} pcs', removal: 'Penghapusan menunggu persetujuan ({{number}})', late: 'Dicatat terlambat', confirmed: 'Sudah dipastikan', paper: 'Dari kertas',
        locked: 'SPK ini sudah dikunci', GREEN: 'Sesuai rencana sampai hari ini', YELLOW: 'Sedikit di bawah rencana sampai hari ini', ORANGE: 'Di bawah rencana sampai hari ini', RED: 'Jauh di bawah rencana sampai hari ini',
      },
    },
    day: {
      title: 'Hasil {{day}}', target: '{{made}} dari {{target}} pcs ({{percent}}%)', before: 'Terakhir {{day}}: {{good}} pcs', due: 'Target hari ini {{due}} pcs', estimated_one: 'Sisanya kira-kira {{count}} hari', estimated_other: 'Sisanya kira-kira {{count}} hari',
      reasonHint: 'Wajib bila hari sudah lewat, disalin dari kertas, atau hasil lebih dari 5% di atas target.', saved: 'Hasil {{number}} disimpan', asked: 'Diajukan sebagai {{number}}. Dihitung setelah disetujui.', takeBack: 'Hapus hasil', takeBackText: 'Hasil {{day}} dari {{number}} dihapus, dan bahannya dikembalikan.',
      takenBack: 'Hasil {{day}} dihapus', confirm: 'Pastikan', confirmed: 'Hasil {{day}} dipastikan', reopen: 'Buka lagi hasil', reopened: 'Hasil {{day}} dibuka lagi', reopenText: 'Hasil {{day}} dari {{number}} dapat diperbaiki lagi, dan harus dipastikan lagi setelahnya.', enteredBy: 'Dicatat oleh {{who}}', changedBy: 'terakhir diubah oleh {{who}}', confirmedBy: 'dipastikan oleh {{who}}', late: 'terlambat', fromPaper: 'dari kertas',
      noShift: 'Tanpa shift', noDefect: 'Tidak ada', waiting: '{{number}} menunggu keputusan', upstream: 'Dari tahap sebelumnya tersedia {{pieces}} pcs.', outside: '{{pieces}} pcs di antaranya ada di subkon atau tidak kembali, jadi tidak dapat dibuat di sini.',
    },
    entry: {
      title: 'Catat hasil', choose: 'Pilih SPK, atau pindai kode pada surat SPK.', good: 'Baik', reject: 'Reject', save: 'Simpan', clear: 'Hapus angka', back: 'SPK lain', more: 'Shift dan catatan', filled: 'Sudah dicatat hari ini: {{good}} pcs. Simpan untuk menggantinya.',
      scanned: '{{number}} dibuka', nothing: 'Tidak ada SPK yang dapat dicatat hari ini', yesterday: 'Hasil sebelumnya', due: 'Target hari ini',
    },
    today: {
      title: 'Bagian saya hari ini', work: 'Pekerjaan hari ini', noWork: 'Tidak ada SPK untuk dikerjakan hari ini.', entered: 'Sudah dicatat', notEntered: 'Belum dicatat', enter: 'Catat', start: 'Mulai',
      startPart: 'Mulai {{pieces}} pcs', started: '{{number}} dimulai', made: 'Hasil', utilisation: 'Pemanfaatan', utilisationHint: 'Hasil hari ini dibanding target hari ini', late: 'Terlambat', approvals: 'Menunggu persetujuan Anda', confirms: 'Belum dipastikan',
      utilisations: { NONE: 'Tidak ada target', CRITICAL: 'Gawat', WARNING: 'Kurang', FAIR: 'Cukup', GOOD: 'Tercapai' }, ofDue: '{{made}} dari {{due}} pcs', nothingDue: '{{made}} pcs, hari ini tanpa target', alsoMade: 'Dan {{pieces}} pcs dari SPK tanpa target hari ini', obstacles: 'Belum dapat dimulai',
      waiting: 'Menunggu keputusan', noWaiting: 'Tidak ada hasil yang menunggu keputusan.', toConfirm: 'Pastikan hasil', noConfirm: 'Semua hasil sudah dipastikan.', own: 'Anda yang mencatat; orang lain yang memastikan.', confirmAll: 'Pastikan semua', confirmedAll_one: '{{count}} hasil dipastikan', confirmedAll_other: '{{count}} hasil dipastikan',
      rejects: 'Reject 7 hari terakhir', noRejects: 'Tidak ada reject dalam 7 hari terakhir.', findings: 'Yang perlu dilihat', noFindings: 'Tidak ada yang mencolok.', pieces: '{{pieces}} pcs',
      findingKinds: {
        STEADY_SURPLUS: 'Terus-menerus sedikit di atas target', SEESAW: 'Naik turun bergantian di sekitar target', REPEATED_VARIANCE: 'Berkali-kali jauh dari target', INPUT_OFF: 'Hasil dan reject tidak sama dengan yang datang',
        SEWING_SHORTAGE: 'Masukan jahit kurang', SEWING_SURPLUS: 'Masukan jahit lebih',
        OUTPUT_LOW: 'E100 Hasil jauh di bawah target', RECEIVED_OVER: 'E201 Bahan diterima lebih dari BOM', REWORK_OVER: 'E202 Perbaikan terlalu sering', BAD_SCANS: 'E101 Pindaian yang tidak dikenal', CUT_SHORT: 'Hasil potong kurang dari target',
      },
      goOn: {
        act: 'Lanjut dengan {{pieces}} pcs', title: 'Lanjut dengan hasil potong — {{number}}', text: 'Diminta: target turun dari {{wanted}} menjadi {{pieces}} pcs. Setelah disetujui, SPK potong ini selesai dan bagian berikutnya bekerja dengan yang ada.',
        ask: 'Minta', asked: 'Target {{number}} diminta turun lewat {{request}}', done: '{{number}} selesai dengan {{pieces}} pcs',
      },
      against: '{{actual}} dibanding {{wanted}}',
    },
  },
  en: {
    section: 'Section',
    noSections: 'No section makes anything yet', noSectionsHint: 'A section is shown here once a stage is done by it (Master data → Production stages).',
    forms: {
      print: 'Print form', choices: { DAY: 'Form for today', WEEK: 'Form for a week' },
      titles: { DAY: 'Daily production form', WEEK: 'Weekly production form' }, howTo: 'To be filled in while the program cannot be used', copying: 'Once the program is back: scan the code above, copy what is written here, and attach a photo of this paper.', code: 'Code', filledBy: 'Filled in by',
      weekdays: { 0: 'Sunday', 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday' },
    },
    calendar: {
      title: 'Daily production', workOrder: 'Work order', target: 'Target', made: 'Made', empty: 'This section has no work orders yet', emptyHint: 'Open work orders are shown here as soon as they are made from a manufacturing order.',
      month: 'Month', previous: 'Previous month', next: 'Next month', thisMonth: 'This month', statuses: { OPEN: 'Not finished', ALL: 'All' },
      details: 'Day’s details', chooseDay: 'First choose the cell of a day.', keys: 'Daily production', detailsKey: 'the day’s details: rejects, shift, note, confirming',
      saved_one: '{{count}} day saved', saved_other: '{{count}} days saved', asked_one: '{{count}} day is waiting for approval', asked_other: '{{count}} days are waiting for approval',
      reasonTitle: 'Why only now, or more?',
      reasonText_one: '{{count}} day is entered late, from paper, or far above the target. It counts once it is approved; the reason goes along.',
      reasonText_other: '{{count}} days are entered late, from paper, or far above the target. They count once they are approved; the reason goes along.',
      send: 'Send for approval',
      marks: {
        waiting: 'Waiting for approval ({{number}}): {{good}} pcs', removal: 'Taking it back waits for approval ({{number}})', late: 'Entered late', confirmed: 'Confirmed', paper: 'From paper',
        locked: 'This work order is locked', GREEN: 'As planned up to today', YELLOW: 'Slightly below the plan up to today', ORANGE: 'Below the plan up to today', RED: 'Far below the plan up to today',
      },
    },
    day: {
      title: 'Output of {{day}}', target: '{{made}} of {{target}} pcs ({{percent}}%)', before: 'Last, {{day}}: {{good}} pcs', due: 'Today’s target: {{due}} pcs', estimated_one: 'The rest takes about {{count}} day', estimated_other: 'The rest takes about {{count}} days',
      reasonHint: 'Needed where the day is over, it is copied from paper, or the output is more than 5% above the target.', saved: 'Output of {{number}} saved', asked: 'Asked for as {{number}}. It counts once it is approved.', takeBack: 'Take back', takeBackText: 'The output of {{number}} on {{day}} is taken back, and its material given back.',
      takenBack: 'Output of {{day}} taken back', confirm: 'Confirm', confirmed: 'Output of {{day}} confirmed', reopen: 'Open again', reopened: '{{day}} is open again', reopenText: 'The output of {{day}} for {{number}} can be corrected again, and must be confirmed again after that.', enteredBy: 'Entered by {{who}}', changedBy: 'last changed by {{who}}', confirmedBy: 'confirmed by {{who}}', late: 'late', fromPaper: 'from paper',
      noShift: 'No shift', noDefect: 'None', waiting: '{{number}} is waiting for a decision', upstream: '{{pieces}} pcs have come from the stage before.', outside: '{{pieces}} pcs of them are with subcontractors or never came back, and cannot be made here.',
    },
    entry: {
      title: 'Enter output', choose: 'Choose a work order, or scan the code on its ticket.', good: 'Good', reject: 'Rejects', save: 'Save', clear: 'Clear', back: 'Another work order', more: 'Shift and note', filled: 'Entered today already: {{good}} pcs. Save to replace it.',
      scanned: '{{number}} opened', nothing: 'There is no work order to enter today', yesterday: 'Output before', due: 'Today’s target',
    },
    today: {
      title: 'My section today', work: 'Today’s work', noWork: 'There is no work order to work on today.', entered: 'Entered', notEntered: 'Not entered', enter: 'Enter', start: 'Start',
      startPart: 'Start {{pieces}} pcs', started: '{{number}} started', made: 'Made', utilisation: 'Utilisation', utilisationHint: 'Today’s output against today’s target', late: 'Late', approvals: 'Waiting for your approval', confirms: 'Not confirmed',
      utilisations: { NONE: 'No target', CRITICAL: 'Critical', WARNING: 'Low', FAIR: 'Fair', GOOD: 'Reached' }, ofDue: '{{made}} of {{due}} pcs', nothingDue: '{{made}} pcs, nothing due today', alsoMade: 'And {{pieces}} pcs of work orders with nothing due today', obstacles: 'Cannot start yet',
      waiting: 'Waiting for a decision', noWaiting: 'No output is waiting for a decision.', toConfirm: 'Confirm output', noConfirm: 'All output is confirmed.', own: 'You entered it; somebody else confirms it.', confirmAll: 'Confirm all', confirmedAll_one: '{{count}} output confirmed', confirmedAll_other: '{{count}} outputs confirmed',
      rejects: 'Rejects of the last 7 days', noRejects: 'No rejects in the last 7 days.', findings: 'Things to look at', noFindings: 'Nothing conspicuous.', pieces: '{{pieces}} pcs',
      findingKinds: {
        STEADY_SURPLUS: 'Slightly above the target again and again', SEESAW: 'Above and below the target in turn', REPEATED_VARIANCE: 'Far off the target several times', INPUT_OFF: 'Good and rejected are not what came',
        SEWING_SHORTAGE: 'Sewing input is short', SEWING_SURPLUS: 'Sewing input is more than needed',
        OUTPUT_LOW: 'E100 Output far below the target', RECEIVED_OVER: 'E201 More material received than the BOM says', REWORK_OVER: 'E202 Rework too often', BAD_SCANS: 'E101 Scans that nobody knows', CUT_SHORT: 'Cutting ends short of its target',
      },
      goOn: {
        act: 'Go on with {{pieces}} pcs', title: 'Go on with what was cut — {{number}}', text: 'Asked for: a target of {{pieces}} instead of {{wanted}} pcs. Once that is agreed to, this work order of cutting is finished, and the next sections work with what there is.',
        ask: 'Ask', asked: 'A smaller target of {{number}} is asked for as {{request}}', done: '{{number}} is finished with {{pieces}} pcs',
      },
      against: '{{actual}} against {{wanted}}',
    },
  },
})
