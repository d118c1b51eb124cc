import { defineTexts } from '../core/texts.ts'

/** The reports of sections' days, their workers, and who was there. */
export const sectionDayReportTexts = defineTexts({
  id: {
    worker: 'Pekerja (kode atau nama)',
    daily: { title: 'Ringkasan harian bagian', description: 'Kehadiran, hasil, target, dan lembur tiap bagian dan hari, dengan keadaan kuncinya.', chart: 'Hasil dan target' },
    items: { title: 'Hasil per barang', description: 'Target, hasil, dan tingkat capai tiap barang dan bagian dalam periode.' },
    workers: { title: 'Hasil pekerja', description: 'Hasil, target, dan lembur tiap pekerja, barang, dan hari.', chart: 'Hasil dan target tiap pekerja' },
    attendance: { title: 'Kehadiran', description: 'Hari hadir dan tidak hadir tiap pekerja dalam periode.', chart: 'Hari hadir dan tidak hadir' },
    columns: {
      day: 'Tanggal', section: 'Bagian', present: 'Hadir', absent: 'Tidak hadir', rate: 'Tingkat hadir', entries: 'Isian', target: 'Target', actual: 'Hasil', attained: 'Dari target', met: 'Capai target', overtime: 'Lembur (jam)', lock: 'Kunci', worker: 'Pekerja', code: 'NIK', item: 'Barang', state: 'Keadaan',
      ordered: 'Hasil SPK', workers: 'Pekerja', adjusted: 'Target disesuaikan', ofAdjusted: 'Dari target disesuaikan', earned: 'Menit standar', efficiency: 'Efisiensi hari itu', itemCode: 'Kode barang', unit: 'Satuan', hitRate: 'Tingkat capai',
      hours: 'Jam shift', notes: 'Catatan',
    },
    explain: {
      attained: 'Hasil dibagi target, satu desimal.', overtime: '((hasil ÷ target) − 1) × jam shift; nol sampai target tercapai.', rate: 'Hari hadir dibagi semua hari pada lembar kehadiran.', target: 'Target yang berlaku ketika diisi; nol bila tidak ada aturan.',
      adjusted: 'Target × (menit shift − menit bagian berhenti) ÷ menit shift.', ofAdjusted: 'Hasil dibagi target yang disesuaikan, satu desimal.', earned: 'Hasil × menit standar (SAM) yang berlaku ketika diisi.',
      efficiency: 'Menit standar semua barang pekerja hari itu dibagi menit shiftnya; “–” bila salah satunya belum punya SAM.', ordered: 'Hasil baik semua SPK bagian itu pada hari itu.', workers: 'Pekerja yang punya hasil pada hari itu.', met: 'Isian bertarget yang hasilnya sama dengan atau di atas target.',
    },
    locks: { LOCKED: 'Dikunci', OPEN: 'Terbuka' }, states: { MET: 'Tercapai', MISSED: 'Di bawah', NONE: 'Tanpa target' },
  },
  en: {
    worker: 'Worker (code or name)',
    daily: { title: 'Daily section summary', description: 'Attendance, output, target and overtime of each section and day, with the state of its lock.', chart: 'Output and target' },
    items: { title: 'Output by item', description: 'Target, output and hit rate of each item and section in the period.' },
    workers: { title: 'Workers’ output', description: 'Output, target and overtime of each worker, item and day.', chart: 'Output and target of each worker' },
    attendance: { title: 'Attendance', description: 'Days present and absent of each worker in the period.', chart: 'Days present and absent' },
    columns: {
      day: 'Date', section: 'Section', present: 'Present', absent: 'Absent', rate: 'Attendance', entries: 'Entries', target: 'Target', actual: 'Output', attained: 'Of the target', met: 'Reached target', overtime: 'Overtime (h)', lock: 'Lock', worker: 'Worker', code: 'Employee code', item: 'Item', state: 'State',
      ordered: 'Work orders', workers: 'Workers', adjusted: 'Adjusted target', ofAdjusted: 'Of the adjusted target', earned: 'Standard minutes', efficiency: 'Efficiency of the day', itemCode: 'Item code', unit: 'Unit', hitRate: 'Hit rate',
      hours: 'Shift hours', notes: 'Notes',
    },
    explain: {
      attained: 'Output divided by target, one decimal.', overtime: '((output ÷ target) − 1) × shift hours; zero up to the target.', rate: 'Days present divided by all days on attendance sheets.', target: 'The target in force when it was entered; zero where there was no rule.',
      adjusted: 'Target × (shift minutes − minutes the section stood still) ÷ shift minutes.', ofAdjusted: 'Output divided by the adjusted target, one decimal.', earned: 'Output × standard minutes (SAM) in force when it was entered.',
      efficiency: 'Standard minutes of all the worker made that day, divided by the minutes of the shift; “–” where one of the items has no SAM.', ordered: 'Good pieces of all work orders of the section on that day.', workers: 'Workers with output on that day.', met: 'Entries with a target, and an output of it or above.',
    },
    locks: { LOCKED: 'Locked', OPEN: 'Open' }, states: { MET: 'Reached', MISSED: 'Below', NONE: 'No target' },
  },
})
