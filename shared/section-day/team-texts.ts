import { defineTexts } from '../core/texts.ts'

/** What a team's day consists of, on its screen and as the columns of a file. */
export const teamColumnTexts = defineTexts({
  id: {
    targetEfficiency: 'Target efisiensi (%)', actualEfficiency: 'Efisiensi aktual (%)', standardMinutes: 'Menit standar (SAM)', outputQuantity: 'Hasil (pcs)', loadedQuantity: 'Dimuat ke lini (pcs)', workers: 'Jumlah pekerja', shiftHours: 'Jam kerja per shift', overtimeMinutes: 'Lembur (menit)', workInProgress: 'Barang dalam proses (WIP)',
    incentive: 'Insentif', idleMinutes: 'Waktu menganggur (menit)', idleWorkers: 'Pekerja menganggur', styleChanges: 'Ganti model',
  },
  en: {
    targetEfficiency: 'Target efficiency (%)', actualEfficiency: 'Actual efficiency (%)', standardMinutes: 'Standard minutes (SAM)', outputQuantity: 'Output (pcs)', loadedQuantity: 'Loaded into the line (pcs)', workers: 'Workers', shiftHours: 'Shift hours', overtimeMinutes: 'Overtime (minutes)', workInProgress: 'Work in progress (WIP)',
    incentive: 'Incentive', idleMinutes: 'Idle time (minutes)', idleWorkers: 'Idle workers', styleChanges: 'Style changes',
  },
})

/** The days of teams, and the reports of them. */
export const teamTexts = defineTexts({
  id: {
    title: 'Hari tim', enter: 'Catat hari tim', edit: 'Ubah hari tim', entered: 'Hari {{team}} disimpan', remove: 'Hapus', removeTitle: 'Hapus {{day}} dari {{team}}?', removeText: 'Angka hari itu tidak dihitung lagi dalam laporan. Tulis mengapa; alasannya tercatat.', removed: 'Hari {{team}} dihapus',
    empty: 'Belum ada hari tim', emptyHint: 'Catat hari sebuah tim, atau impor riwayat pabrik dari file.', team: 'Tim', efficiency: 'Efisiensi', target: 'Target', worked: 'Menit kerja', earned: 'Menit standar diperoleh', lost: 'Menit menganggur', pieces: 'Hasil (pcs)', smv: 'SAM', lineTarget: 'Target lini (pcs)', lineWip: 'WIP lini', outputHint: 'Bila diisi, efisiensi dihitung dari hasil × SAM ÷ menit kerja', loadedHint: 'Yang masuk ke lini hari ini', countedHint: 'Hanya bila dihitung fisik; selain itu WIP = dimuat − hasil',
    followsOutput: 'Dihitung dari hasil', ofOutput: '{{percent}}% dari hasil',
    isTargetMet: 'Target', met: 'Tercapai', missed: 'Di bawah', NO_TARGET: 'Tanpa target', onStandard: 'Tanpa waktu menganggur', attained: 'Dari target', days: 'Hari tim', ofDays: '{{met}} dari {{all}} hari', ofTeams_one: '{{shown}} tim', ofTeams_other: '{{shown}} tim',
    chart: 'Efisiensi tiap tim per minggu', chartText: 'Efisiensi {{teams}} tim dalam {{weeks}} minggu', week: 'Minggu {{day}}', weekly: 'Efisiensi semua tim per minggu', views: { list: 'Daftar', weeks: 'Per minggu' }, import: 'Impor riwayat', from: 'Dari', to: 'Sampai', everySection: 'Semua bagian', nothing: 'Tidak ada hari tim di antara tanggal ini',
    report: {
      production: { title: 'Produksi tim', description: 'Menit kerja, menit standar, hasil, lembur, dan waktu menganggur tiap bagian, tim, dan bulan.', chart: 'Menit standar diperoleh dan menit kerja' },
      efficiency: { title: 'Efisiensi', description: 'Menit standar diperoleh dibagi menit kerja, tiap bagian, tim, dan bulan dengan targetnya, atau tiap pekerja.', chart: 'Efisiensi dan target' },
      by: 'Dijumlah per', byChoices: { TEAM: 'Bagian, tim, dan bulan', SECTION: 'Bagian dan bulan', MONTH: 'Bulan', TEAM_TOTAL: 'Tim, seluruh periode', WORKER: 'Pekerja, seluruh periode' },
      columns: {
        month: 'Bulan', section: 'Bagian', team: 'Tim', days: 'Hari tim', workers: 'Hari pekerja', worked: 'Menit kerja', earned: 'Menit standar', pieces: 'Hasil (pcs)', overtime: 'Lembur (menit)', lost: 'Menit menganggur', styles: 'Ganti model', incentive: 'Insentif', target: 'Target', efficiency: 'Efisiensi',
        onStandard: 'Tanpa menganggur', attained: 'Dari target', met: 'Hari capai target', state: 'Keadaan', worker: 'Pekerja', measured: 'Hari terukur', unmeasured: 'Hari tanpa SAM',
      },
      explain: {
        worked: 'Tim: pekerja × jam shift × 60, ditambah lembur. Pekerja: jam shift × 60.', earned: 'Hasil × SAM; bila hasilnya tidak diisi, menit kerja × efisiensi tiap hari.', pieces: 'Yang diisi; tanpa isian, menit standar dibagi SAM tiap hari.', lost: 'Tim: menit menganggur × pekerja yang menganggur. Pekerja: bagian shift ketika bagiannya berhenti.', efficiency: 'Menit standar dibagi menit kerja.', target: 'Target tiap hari, ditimbang menit kerjanya.',
        onStandard: 'Menit standar dibagi menit kerja tanpa waktu menganggur.', attained: 'Menit standar dibagi menit yang diminta target.', workers: 'Pekerja tiap hari dijumlah; setengah hari dihitung setengah.', measured: 'Hari yang jam shift dan menit standar (SAM) semua barangnya diketahui.', unmeasured: 'Hari dengan barang tanpa menit standar atau tanpa jam shift; tidak dihitung.', met: 'Hari yang efisiensinya sama dengan atau di atas target.',
      },
      states: { REACHED: 'Tercapai', NEAR: 'Hampir', BELOW: 'Di bawah', NONE: 'Tanpa target' },
    },
  },
  en: {
    title: 'Days of teams', enter: 'Enter a team’s day', edit: 'Change the team’s day', entered: 'The day of {{team}} is saved', remove: 'Remove', removeTitle: 'Remove {{day}} of {{team}}?', removeText: 'The day’s figures count in no report any more. Say why; the reason is kept.', removed: 'The day of {{team}} is removed',
    empty: 'No days of teams yet', emptyHint: 'Enter a team’s day, or import the factory’s history from a file.', team: 'Team', efficiency: 'Efficiency', target: 'Target', worked: 'Minutes worked', earned: 'Standard minutes earned', lost: 'Idle minutes', pieces: 'Output (pcs)', smv: 'SAM', lineTarget: 'Line target (pcs)', lineWip: 'Line WIP', outputHint: 'Where it is entered, efficiency = output × SAM ÷ minutes worked', loadedHint: 'What went into the line today', countedHint: 'Only where it was counted; else WIP = loaded − output',
    followsOutput: 'Follows from the output', ofOutput: '{{percent}}% by the output',
    isTargetMet: 'Target', met: 'Reached', missed: 'Below', NO_TARGET: 'No target', onStandard: 'Without idle time', attained: 'Of the target', days: 'Days of teams', ofDays: '{{met}} of {{all}} days', ofTeams_one: '{{shown}} team', ofTeams_other: '{{shown}} teams',
    chart: 'Efficiency of each team by week', chartText: 'Efficiency of {{teams}} teams in {{weeks}} weeks', week: 'Week of {{day}}', weekly: 'Efficiency of all teams by week', views: { list: 'List', weeks: 'By week' }, import: 'Import history', from: 'From', to: 'To', everySection: 'Every section', nothing: 'No days of teams between these days',
    report: {
      production: { title: 'Production of teams', description: 'Minutes worked, standard minutes, pieces, overtime and idle time of each section, team and month.', chart: 'Standard minutes earned and minutes worked' },
      efficiency: { title: 'Efficiency', description: 'Standard minutes earned divided by minutes worked, of each section, team and month with its target, or of each worker.', chart: 'Efficiency and target' },
      by: 'Added up by', byChoices: { TEAM: 'Section, team and month', SECTION: 'Section and month', MONTH: 'Month', TEAM_TOTAL: 'Team, the whole period', WORKER: 'Worker, the whole period' },
      columns: {
        month: 'Month', section: 'Section', team: 'Team', days: 'Days of teams', workers: 'Worker days', worked: 'Minutes worked', earned: 'Standard minutes', pieces: 'Output (pcs)', overtime: 'Overtime (minutes)', lost: 'Idle minutes', styles: 'Style changes', incentive: 'Incentive', target: 'Target', efficiency: 'Efficiency',
        onStandard: 'Without idle time', attained: 'Of the target', met: 'Days on target', state: 'State', worker: 'Worker', measured: 'Days measured', unmeasured: 'Days without SAM',
      },
      explain: {
        worked: 'Of a team: workers × shift hours × 60, and overtime. Of a worker: shift hours × 60.', earned: 'Output × SAM; where no output was entered, minutes worked × efficiency of each day.', pieces: 'As entered; without that, standard minutes divided by the SAM of each day.', lost: 'Of a team: idle minutes × workers that were idle. Of a worker: the share of the shift in which the section stood still.', efficiency: 'Standard minutes divided by minutes worked.', target: 'Each day’s target, weighed by the minutes worked.',
        onStandard: 'Standard minutes divided by the minutes worked that were not idle.', attained: 'Standard minutes divided by the minutes that the target asks for.', workers: 'Workers of each day added up; half a worker counts as half.', measured: 'Days on which the shift hours and the standard minutes (SAM) of every item are known.', unmeasured: 'Days with an item without standard minutes, or without shift hours; they do not count.', met: 'Days with an efficiency of the target or above.',
      },
      states: { REACHED: 'Reached', NEAR: 'Nearly', BELOW: 'Below', NONE: 'No target' },
    },
  },
})
