import { defineTexts } from '../core/texts.ts'

/** What the screens of a stage's steps say; part of `stagesTexts`. */
export const stageScreenTexts = defineTexts({
  id: {
    title: 'Langkah tahap', open: 'Langkah', workOrder: 'Buka SPK', came: 'Datang', needed: 'Dibutuhkan {{needed}}', inputs: { OK: 'cukup', SHORTAGE: 'kurang', SURPLUS: 'lebih' }, cameAll: 'Tidak dibatasi', made: 'Hasil baik SPK', rejects: 'Reject', toDay: 'Hari ini', inRework: 'Dalam perbaikan', sets: 'Set yang bisa dibuat',
    setsHint: 'Paling sedikit dari bagiannya: {{parts}}', dayRejects: '{{reject}} reject', waits: 'Hasil hari ini menunggu persetujuan ({{number}}): {{good}} pcs', differs: 'Langkah menghitung {{good}} pcs baik, hasil harian baru {{entry}} pcs.',
    confirmed: 'Sudah dipastikan', locked: 'Hari ini sudah dikunci. Yang diisi sesudahnya masuk antrean isian terlambat.', steps: 'Langkah', room: 'Siap dikerjakan', enough: 'Bebas', enter: 'Catat', edit: 'Ubah', remove: 'Hapus', removeTitle: 'Hapus hasil {{step}}?',
    removeText: '{{input}} pcs yang tercatat masuk dihapus, bersama kartu perbaikannya. Hasil hari itu dihitung lagi.', removed: 'Hasil {{step}} dihapus', saved: '{{step}}: {{good}} pcs lolos', asked: 'Dicatat dan diajukan sebagai {{number}}. Perubahan hasil hari itu dihitung setelah disetujui.',
    carded: 'Kartu {{number}} dibuka untuk {{pieces}} pcs', yield: 'Hasil baik', yieldTarget: 'target {{percent}}', minutes: '± {{minutes}} menit untuk yang siap', plain: 'Tidak dihitung', noSteps: 'Tahap ini belum punya langkah',
    noStepsHint: 'Tambahkan di Data induk → Langkah tahap. Sampai itu, hasilnya dicatat di Hasil harian.', critical: 'Kritis', balanced: 'Pas', left: 'Belum terbagi: {{left}} pcs', over: 'Kelebihan: {{over}} pcs', lossLine: 'Hilang: {{loss}} pcs',
    entryHint: '{{number}}, {{day}}. Siap dikerjakan: {{room}} pcs.', entryFree: '{{number}}, {{day}}.', reasonHint: 'Wajib bila hari sudah lewat atau hasil jauh di atas target.', fill: 'Semua baik',
    records: 'Yang dicatat', noRecords: 'Belum ada catatan hari ini.',
    figures: 'Isian lain hari ini', figuresSaved: 'Isian disimpan', total: 'jumlah {{total}}', saveFigures: 'Simpan isian', latest: 'terakhir: {{latest}}', none: 'Belum diisi',
    cards: 'Kartu perbaikan', cardsTitle: 'Kartu perbaikan', inspect: 'Nilai ulang', inspectTitle: 'Nilai ulang {{number}}', inspectHint: '{{open}} pcs, putaran {{cycle}}. Kembali dari {{step}}.', inspected: '{{number}}: {{good}} pcs lolos',
    takeBack: 'Batalkan penilaian', takeBackTitle: 'Batalkan penilaian terakhir {{number}}?', takeBackText: 'Hasil penilaian {{day}} dihapus, dan hasil hari itu dihitung lagi.', takenBack: 'Penilaian {{number}} dibatalkan', over3: 'E202: sudah {{cycle}} kali',
    print: 'Cetak kartu', fromTo: '{{from}} → {{to}}', scanned: 'Kartu {{number}} dibuka', emptyCards: 'Belum ada kartu perbaikan', emptyCardsHint: 'Kartu dibuka sendiri begitu sebuah pemeriksaan mengirim barang kembali ke langkah sebelumnya.', 
    holds: 'SPK ditahan', held: '{{pieces}} pcs gagal di {{step}}. Pisahkan barangnya dan cari sebabnya; sampai dilepas, tidak ada yang dicatat atau dikirim.', heldBy: 'Sejak {{at}} oleh {{who}}', release: 'Lepaskan', releaseTitle: 'Lepaskan {{number}}?',
    releaseText: 'Tulis apa sebabnya dan apa yang dilakukan. Pekerjaan berjalan lagi setelahnya.', releasedDone: '{{number}} berjalan lagi', releasedLine: 'Dilepas oleh {{who}}: {{cause}}',
    keys: 'Langkah tahap', keyEnter: 'catat langkah 1–9', previousDay: 'Hari sebelumnya', nextDay: 'Hari berikutnya', 
    paper: { title: 'Kartu kendali perbaikan', work: 'Dikerjakan oleh', checked: 'Diperiksa ulang oleh', done: 'Hasil' } },
  en: {
    title: 'Steps of the stage', open: 'Steps', workOrder: 'Open work order', came: 'Came', needed: 'Needed {{needed}}', inputs: { OK: 'enough', SHORTAGE: 'too few', SURPLUS: 'more than needed' }, cameAll: 'Not limited', made: 'Good so far', rejects: 'Rejects', toDay: 'Today', inRework: 'In rework', sets: 'Sets that can be made',
    setsHint: 'The least of the parts: {{parts}}', dayRejects: '{{reject}} rejects', waits: 'The day’s output waits for consent ({{number}}): {{good}} pcs', differs: 'The steps count {{good}} good pcs, the day’s output says {{entry}} pcs.',
    confirmed: 'Confirmed', locked: 'This day is locked. What is entered now goes to the queue of late entries.', steps: 'Steps', room: 'Ready to be done', enough: 'Free', enter: 'Enter', edit: 'Change', remove: 'Delete', removeTitle: 'Delete a record of {{step}}?',
    removeText: 'The {{input}} pcs that went in are taken out, with their rework card. The day’s output is counted again.', removed: 'Record of {{step}} deleted', saved: '{{step}}: {{good}} pcs passed', asked: 'Entered, and asked for as {{number}}. What it changes of the day’s output counts once it is approved.',
    carded: 'Card {{number}} opened for {{pieces}} pcs', yield: 'Yield', yieldTarget: 'target {{percent}}', minutes: 'about {{minutes}} minutes for what is ready', plain: 'Not counted', noSteps: 'This stage has no steps yet',
    noStepsHint: 'Add them under Master data → Steps of stages. Until then its output is entered in Daily production.', critical: 'Critical', balanced: 'Adds up', left: 'Not told yet: {{left}} pcs', over: 'Too many: {{over}} pcs', lossLine: 'Lost: {{loss}} pcs',
    entryHint: '{{number}}, {{day}}. Ready to be done: {{room}} pcs.', entryFree: '{{number}}, {{day}}.', reasonHint: 'Needed where the day is over, or the output is far above the target.', fill: 'All good',
    records: 'Entered', noRecords: 'Nothing entered for this day yet.',
    figures: 'What else the day is asked for', figuresSaved: 'Figures saved', total: 'sum {{total}}', saveFigures: 'Save figures', latest: 'last: {{latest}}', none: 'Not filled in',
    cards: 'Rework cards', cardsTitle: 'Rework cards', inspect: 'Look again', inspectTitle: 'Look again at {{number}}', inspectHint: '{{open}} pcs, cycle {{cycle}}. Back from {{step}}.', inspected: '{{number}}: {{good}} pcs passed',
    takeBack: 'Undo last look', takeBackTitle: 'Undo the last look at {{number}}?', takeBackText: 'What was found on {{day}} is taken out, and the output of that day is counted again.', takenBack: 'Last look at {{number}} undone', over3: 'E202: {{cycle}} times already',
    print: 'Print card', fromTo: '{{from}} → {{to}}', scanned: 'Card {{number}} opened', emptyCards: 'No rework cards yet', emptyCardsHint: 'A card opens by itself as soon as a check sends pieces back to an earlier step.', 
    holds: 'Work order held', held: '{{pieces}} pcs failed at {{step}}. Set them apart and find the cause; until it is released nothing is entered or sent.', heldBy: 'Since {{at}} by {{who}}', release: 'Release', releaseTitle: 'Release {{number}}?',
    releaseText: 'Write down what it was and what was done. Work goes on after that.', releasedDone: '{{number}} goes on', releasedLine: 'Released by {{who}}: {{cause}}',
    keys: 'Steps of the stage', keyEnter: 'enter step 1–9', previousDay: 'Day before', nextDay: 'Day after', 
    paper: { title: 'Rework control card', work: 'Done by', checked: 'Looked at again by', done: 'Result' } },
})
