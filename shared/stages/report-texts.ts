import { defineTexts } from '../core/texts.ts'

export const stageReportTexts = defineTexts({
  id: {
    yield: { title: 'Hasil baik per langkah', description: 'Yang masuk di setiap langkah tahap selama periode ini dan apa jadinya: lolos pertama, lolos setelah perbaikan, afkir, dan yang hilang.', chart: 'Hasil baik per langkah' },
    columns: { section: 'Bagian', stage: 'Tahap', step: 'Langkah', input: 'Masuk', good: 'Lolos pertama', recovered: 'Lolos setelah perbaikan', open: 'Masih diperbaiki', firstPass: 'Rasio lolos pertama', scrap: 'Afkir', loss: 'Hilang', yield: 'Hasil baik', target: 'Target', state: 'Keadaan' },
    explain: { yield: '(lolos pertama + lolos setelah perbaikan) ÷ masuk', firstPass: 'Lolos pertama ÷ masuk', recovered: 'Dari yang masuk dalam periode ini, kapan pun lolosnya', open: 'Dari yang masuk dalam periode ini, belum selesai diperbaiki sampai sekarang', loss: 'Masuk − lolos − ke perbaikan − afkir' },
    states: { MET: 'Tercapai', MISSED: 'Kurang', NONE: 'Tanpa target' },
    cards: { title: 'Kartu perbaikan', description: 'Setiap kartu perbaikan: berapa yang dikirim balik, berapa kali, dan apa jadinya.', chart: 'Perbaikan per jenis cacat (pcs)' },
    cardColumns: { number: 'Kartu', day: 'Dibuka', workOrder: 'SPK', step: 'Ditemukan di', returnStep: 'Kembali ke', defect: 'Jenis cacat', quantity: 'Dikirim balik', recovered: 'Berhasil', scrap: 'Afkir', open: 'Masih diperbaiki', cycle: 'Putaran', state: 'Keadaan' },
    cardStates: { OPEN: 'Diperbaiki', DONE: 'Selesai', OVER: 'E202 terlalu sering' },
  },
  en: {
    yield: { title: 'Yield by step', description: 'What went into each step of the stages in this period and what became of it: passed at first or after rework, scrap, or lost.', chart: 'Yield by step' },
    columns: { section: 'Section', stage: 'Stage', step: 'Step', input: 'In', good: 'Passed at first', recovered: 'Passed after rework', open: 'In rework', firstPass: 'First pass yield', scrap: 'Scrap', loss: 'Lost', yield: 'Yield', target: 'Target', state: 'Status' },
    explain: { yield: '(passed at first + passed after rework) ÷ in', firstPass: 'Passed at first ÷ in', recovered: 'Of what went in during this period, whenever it passed', open: 'Of what went in during this period, still in rework now', loss: 'In − passed − to rework − scrap' },
    states: { MET: 'Reached', MISSED: 'Below', NONE: 'No target' },
    cards: { title: 'Rework cards', description: 'Every rework card: how many were sent back, how often, and what became of them.', chart: 'Rework by defect (pcs)' },
    cardColumns: { number: 'Card', day: 'Opened', workOrder: 'Work order', step: 'Found at', returnStep: 'Back to', defect: 'Defect', quantity: 'Sent back', recovered: 'Put right', scrap: 'Scrap', open: 'In rework', cycle: 'Cycle', state: 'Status' },
    cardStates: { OPEN: 'In rework', DONE: 'Done', OVER: 'E202 too often' },
  },
})
