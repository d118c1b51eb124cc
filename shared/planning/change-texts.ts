import { defineTexts } from '../core/texts.ts'

/** What is said where a work order is changed or revised; part of `planningTexts`. */
export const changeTexts = defineTexts({
  id: {
    ask: 'Ajukan perubahan', title: 'Ajukan perubahan {{number}}', save: 'Ajukan',
    reasonHint: 'Paling sedikit {{least}} huruf: mengapa, dan apa akibatnya.',
    text: 'Isi yang berubah saja. Perubahan target di bawah {{percent}} % langsung berlaku bila bahannya cukup; selebihnya menunggu persetujuan.',
    begun: 'SPK ini sudah berjalan: begitu disetujui, ia diganti revisinya, dengan semua hasil, bahan, dan stok yang disisihkan.',
    made: 'Sudah dibuat {{pieces}} pcs.', article: 'Ganti artikel', articleHint: 'Hanya selama belum ada hasil. Kosongkan bila tetap.',
    asked: '{{number}} diajukan sebagai {{request}}', changed: '{{number}} diubah', revised: '{{number}} diganti {{revision}}',
    adjust: 'Sesuaikan target ke {{pieces}} pcs',
    adjustText: 'Target {{number}} menjadi {{pieces}} pcs dari {{target}} pcs, sebanyak yang sudah datang. Penurunan besar menunggu persetujuan supervisor dan Manager.',
    revisions: 'Revisi', replaced: 'SPK ini sudah diganti. Hasil, bahan, dan stoknya dilanjutkan di {{number}}.', open: 'Buka {{number}}',
    here: 'SPK ini',
  },
  en: {
    ask: 'Ask for a change', title: 'Ask for a change of {{number}}', save: 'Ask',
    reasonHint: 'At least {{least}} characters: why, and what follows from it.',
    text: 'Enter only what changes. A target that changes by less than {{percent}} % holds at once if there is enough material; the rest waits for approval.',
    begun: 'This work order is in work: once approved, it is replaced by a revision with all its output, materials and kept stock.',
    made: '{{pieces}} pcs have been made.', article: 'Another article', articleHint: 'Only while nothing has been made. Leave it empty to keep it.',
    asked: '{{number}} asked for as {{request}}', changed: '{{number}} changed', revised: '{{number}} replaced by {{revision}}',
    adjust: 'Adjust the target to {{pieces}} pcs',
    adjustText: 'The target of {{number}} becomes {{pieces}} pcs instead of {{target}} pcs: as many as have come. A large reduction waits for the supervisor and the manager.',
    revisions: 'Revisions', replaced: 'This work order was replaced. Its output, materials and stock go on in {{number}}.', open: 'Open {{number}}',
    here: 'This one',
  },
})
