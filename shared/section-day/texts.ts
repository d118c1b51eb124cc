import { defineTexts } from '../core/texts.ts'
import type { LateBar, LateCallName } from './late.ts'
import { sectionDayReportTexts } from './report-texts.ts'
import { teamColumnTexts, teamTexts } from './team-texts.ts'

export const sectionDayTexts = defineTexts({
  id: {
    title: 'Hari bagian', report: sectionDayReportTexts.id, teams: teamTexts.id,
    statuses: { LOCKED: 'Dikunci', OPEN: 'Terbuka', WAITING: 'Menunggu', APPLIED: 'Dimasukkan', REJECTED: 'Ditolak' },
    parts: { workers: 'Hasil pekerja', waste: 'Limbah', receipts: 'Penerimaan manual', attendance: 'Kehadiran' }, workers: 'Hasil pekerja', today: 'Hari ini', dayBefore: 'Hari sebelumnya', dayAfter: 'Hari berikutnya',
    workerHint: 'NIK atau nama', actualHint: 'Kosongkan untuk mengeluarkan baris yang sudah disimpan.', met: 'Target tercapai', missed: 'Di bawah target',
    saved_one: '{{count}} baris disimpan', saved_other: '{{count}} baris disimpan', copy: 'Salin regu kemarin', copyHint: 'Salin regu hari terakhir',
    copied_one: '{{count}} baris disalin dari {{day}}', copied_other: '{{count}} baris disalin dari {{day}}', filled_one: '{{count}} pekerja bagian ini dimasukkan ke tabel', filled_other: '{{count}} pekerja bagian ini dimasukkan ke tabel',
    chooseWorker: 'Pilih dulu baris seorang pekerja.',
    sums: { attendance: '{{present}} dari {{all}} hadir', made: '{{actual}} dari target {{target}}', met: '{{met}} dari {{all}} mencapai target', overtime: 'lembur {{hours}} jam' },
    attendance: {
      title: 'Kehadiran', PRESENT: 'Hadir', ABSENT: 'Tidak hadir', why: 'Keterangan', save: 'Simpan kehadiran', saved: 'Kehadiran disimpan: {{present}} hadir, {{absent}} tidak hadir',
      present_one: '{{shown}} hadir', present_other: '{{shown}} hadir', absent_one: '{{shown}} tidak hadir', absent_other: '{{shown}} tidak hadir', by: 'Disimpan pertama kali oleh {{name}}', new: 'Belum disimpan. Hapus centang yang tidak hadir, lalu simpan.',
      add: 'Tambah pekerja', others: 'Lembar ini baru disimpan orang lain. Isian Anda tetap ada di atasnya; periksa, lalu simpan.',
      none: 'Bagian ini belum punya pekerja', noneHint: 'Minta Admin menambahkan pekerjanya di data induk.',
    },
    lock: {
      open: 'Terbuka', locked: 'Dikunci {{name}}, {{at}}', lock: 'Kunci hari', unlock: 'Buka hari', done: 'Hari {{day}} di {{section}} dikunci', undone: 'Hari {{day}} di {{section}} dibuka',
      lockTitle: 'Kunci {{day}} di {{section}}?', lockText: 'Setelah dikunci, semua isian hari itu tidak dapat diubah lagi: hasil, langkah, limbah, penerimaan, kehadiran, hari tim, dan mesin berhenti. Hanya Admin yang dapat membukanya, dengan alasan.',
      unlockTitle: 'Buka {{day}} di {{section}}?', unlockText: 'Isian hari itu dapat diubah lagi. Tulis mengapa; alasannya tercatat.', openedBy: 'Dibuka {{name}}, {{at}}: {{reason}}',
    },
    waiting: { title: 'Menunggu persetujuan', count_one: '{{shown}} permintaan tentang tanggal ini menunggu persetujuan', count_other: '{{shown}} permintaan tentang tanggal ini menunggu persetujuan' },
    locks: { title: 'Kunci hari bagian', lockTitle: 'Kunci hari sebuah bagian', toDay: 'Lihat isian tanggal ini', empty: 'Belum ada hari yang dikunci', emptyHint: 'Hari bagian yang dikunci, dan yang dibuka lagi beserta alasannya, tercatat di sini.' },
    bars: {
      'day-locked': 'Hari itu masih dikunci. Minta Admin membukanya dulu, lalu masukkan isian ini.', 'period-closed': 'Bulan bukunya sudah ditutup. Minta yang berhak membukanya lagi di halaman Periode buku, lalu masukkan isian ini.',
      'backdate-refused': 'Isian mundur sedang dilarang. Minta Admin mematikan pengaturan “Isian mundur dilarang” dulu, lalu masukkan isian ini.',
    } satisfies Record<LateBar, string>,
    offer: { title: 'Serahkan ke antrean isian terlambat?', reason: 'Mengapa baru sekarang', confirm: 'Serahkan', done: 'Diserahkan. SPV bagian akan memasukkannya begitu hari itu menerima isian lagi, atau menolaknya dengan alasan.', more_one: 'Masih ada {{count}} isian lain setelah ini.', more_other: 'Masih ada {{count}} isian lain setelah ini.' },
    late: {
      title: 'Isian terlambat', removed: 'dikeluarkan', handedAt: 'Diserahkan', empty: 'Tidak ada isian terlambat', emptyHint: 'Isian untuk hari yang sudah dikunci menunggu di sini sampai SPV memasukkan atau menolaknya.', about: 'Tentang', typed: 'Diketik',
      gone: 'Data yang diubah isian ini sudah tidak ada.', unreadable: 'Isian ini disimpan oleh versi yang lebih lama dan tidak dapat dimasukkan begitu saja. Ketik ulang dari yang tertulis di bawah, lalu tolak isian ini.', apply: 'Masukkan', applied: 'Isian dimasukkan', waitsIn: 'Menunggu di {{numbers}}', requests: 'Persetujuan yang diperlukan', asked: 'Isian diajukan dan menunggu di {{numbers}}. Dihitung setelah disetujui.', reject: 'Tolak', rejected: 'Isian ditolak',
      rejectTitle: 'Tolak isian ini?', rejectText: 'Isiannya tetap tersimpan sebagai ditolak dan tidak dihitung. Tulis mengapa.', lockedHint: 'Hari bagian ini sudah dikunci. Isian dari kertas atau yang tertinggal dapat diserahkan ke antrean.',
      paper_one: '{{shown}} salinan kertas menunggu harinya dibuka', paper_other: '{{shown}} salinan kertas menunggu harinya dibuka',
      begin: 'Ketik isian terlambat', stop: 'Selesai mengetik', typing: 'Isian terlambat: saat disimpan, isian diserahkan ke antrean dan belum dihitung.', waiting_one: '{{shown}} menunggu', waiting_other: '{{shown}} menunggu',
    },
    calls: {
      saveWorkerEntries: 'Hasil pekerja', saveAttendance: 'Kehadiran', enterTeamDay: 'Hari tim', updateTeamDay: 'Perubahan hari tim', removeTeamDay: 'Penghapusan hari tim', enterProduction: 'Hasil harian', updateProduction: 'Perubahan hasil harian', removeProduction: 'Penghapusan hasil harian', saveProduction: 'Hasil harian',
      saveWaste: 'Limbah', saveReceipts: 'Penerimaan manual', startDowntime: 'Mesin berhenti', endDowntime: 'Akhir mesin berhenti', updateDowntime: 'Perubahan mesin berhenti', cancelDowntime: 'Pembatalan mesin berhenti',
      enterStep: 'Hasil langkah', updateStep: 'Perubahan hasil langkah', removeStep: 'Penghapusan hasil langkah', inspectRework: 'Pemeriksaan kartu perbaikan', reverseInspection: 'Pembatalan pemeriksaan kartu', saveStageFigures: 'Isian tahap',
    } satisfies Record<LateCallName, string>,
    history: {
      title: 'Riwayat pekerja', short: 'Riwayat', worker: 'Pekerja', choose: 'Pilih seorang pekerja', chooseHint: 'Ketik NIK atau namanya di atas.', from: 'Dari', to: 'Sampai', chart: 'Hasil dan target tiap hari', chartText: '{{actual}} dibuat dari target {{target}} dalam {{days}} hari',
      actual: 'Hasil', target: 'Target', entries: 'Isian', none: 'Tidak ada isian di antara tanggal ini', attained: 'Dari target', efficiency: 'Efisiensi', minutes: '{{earned}} menit standar dari {{attended}} menit kerja dalam {{days}} hari', noMinutes: 'Isi menit standar (SAM) barangnya untuk menghitungnya', ofDay: 'Efisiensi hari', metDays: 'Hari mencapai target', ofDays: '{{met}} dari {{all}}', overtime: 'Lembur', hours: '{{hours}} jam', attendance: 'Hadir', absent: '{{days}} hari tidak hadir',
    },
    fields: {
      sectionId: 'Bagian', day: 'Tanggal', workerId: 'Pekerja', itemId: 'Barang', targetQuantity: 'Target', actualQuantity: 'Hasil', overtimeHours: 'Lembur (jam)', isTargetMet: 'Target tercapai',
      notes: 'Catatan', figuresBy: 'Angka dari', enteredBy: 'Diisi oleh', changedBy: 'Diubah oleh', isLocked: 'Dikunci', lockedBy: 'Dikunci oleh', lockedAt: 'Waktu dikunci', openedBy: 'Dibuka oleh', openedAt: 'Waktu dibuka', openReason: 'Alasan dibuka',
      presentCount: 'Hadir', absentCount: 'Tidak hadir', lineChanges: 'Perubahan baris', attendanceSheetId: 'Lembar kehadiran', status: 'Status', procedure: 'Jenis isian', input: 'Isi yang diketik', reason: 'Alasan',
      ...teamColumnTexts.id, productionLineId: 'Tim',
      handedBy: 'Diserahkan oleh', decidedBy: 'Diputuskan oleh', decidedAt: 'Waktu diputuskan', decisionReason: 'Alasan ditolak', requestIds: 'Permintaan persetujuan',
    },
    issues: { 'day-ahead': 'Hari ini belum tiba. Pilih hari ini atau sebelumnya.', 'worker-twice': 'Pekerja ini sudah ada di daftar. Hapus salah satu barisnya.', 'several-sections': 'Isian ini tentang beberapa bagian. Serahkan isian tiap bagian sendiri-sendiri.' },
  },
  en: {
    title: 'Section’s day', report: sectionDayReportTexts.en, teams: teamTexts.en,
    statuses: { LOCKED: 'Locked', OPEN: 'Open', WAITING: 'Waiting', APPLIED: 'Entered', REJECTED: 'Rejected' },
    parts: { workers: 'Workers’ output', waste: 'Waste', receipts: 'Manual receipts', attendance: 'Attendance' }, workers: 'Workers’ output', today: 'Today', dayBefore: 'Day before', dayAfter: 'Day after',
    workerHint: 'Employee code or name', actualHint: 'Empty it to take out a row that is saved.', met: 'Target reached', missed: 'Below target',
    saved_one: '{{count}} row saved', saved_other: '{{count}} rows saved', copy: 'Copy yesterday’s crew', copyHint: 'Copy the crew of the last day',
    copied_one: '{{count}} row copied from {{day}}', copied_other: '{{count}} rows copied from {{day}}', filled_one: '{{count}} worker of this section put into the table', filled_other: '{{count}} workers of this section put into the table',
    chooseWorker: 'Choose a worker’s row first.',
    sums: { attendance: '{{present}} of {{all}} present', made: '{{actual}} of a target of {{target}}', met: '{{met}} of {{all}} reached the target', overtime: '{{hours}} h of overtime' },
    attendance: {
      title: 'Attendance', PRESENT: 'Present', ABSENT: 'Absent', why: 'Why', save: 'Save attendance', saved: 'Attendance saved: {{present}} present, {{absent}} absent',
      present_one: '{{shown}} present', present_other: '{{shown}} present', absent_one: '{{shown}} absent', absent_other: '{{shown}} absent', by: 'First saved by {{name}}', new: 'Not saved yet. Untick whoever is absent, then save.',
      add: 'Add a worker', others: 'Somebody else has saved this sheet just now. What you typed stands on top of it; check it, then save.',
      none: 'This section has no workers yet', noneHint: 'Ask an Admin to add its workers to the master data.',
    },
    lock: {
      open: 'Open', locked: 'Locked by {{name}}, {{at}}', lock: 'Lock day', unlock: 'Open day', done: '{{day}} in {{section}} is locked', undone: '{{day}} in {{section}} is open again',
      lockTitle: 'Lock {{day}} in {{section}}?', lockText: 'Once locked, nothing of that day can be changed any more: output, steps, waste, receipts, attendance, teams’ days and downtime. Only an Admin can open it again, with a reason.',
      unlockTitle: 'Open {{day}} in {{section}}?', unlockText: 'That day’s entries can be changed again. Say why; the reason is kept.', openedBy: 'Opened by {{name}}, {{at}}: {{reason}}',
    },
    waiting: { title: 'Waits for approval', count_one: '{{shown}} request about this day waits for approval', count_other: '{{shown}} requests about this day wait for approval' },
    locks: { title: 'Locks of sections’ days', lockTitle: 'Lock a section’s day', toDay: 'See the day’s entries', empty: 'No day has been locked yet', emptyHint: 'Sections’ days that are locked, and those that were opened again with the reason, stand here.' },
    bars: {
      'day-locked': 'The day is still locked. Ask an Admin to open it first, then enter this.', 'period-closed': 'Its month of the books is closed. Ask somebody with the right to reopen it on the page Accounting periods, then enter this.',
      'backdate-refused': 'Back-dated entries are forbidden. Ask an Admin to switch off “No back-dated entries” first, then enter this.',
    } satisfies Record<LateBar, string>,
    offer: { title: 'Hand it to the queue of late entries?', reason: 'Why only now', confirm: 'Hand in', done: 'Handed in. The section’s supervisor enters it once the day takes entries again, or rejects it with a reason.', more_one: '{{count}} more entry comes after this.', more_other: '{{count}} more entries come after this.' },
    late: {
      title: 'Late entries', removed: 'taken out', handedAt: 'Handed in', empty: 'No late entries', emptyHint: 'Entries for a day that is locked already wait here until a supervisor enters or rejects them.', about: 'About', typed: 'Typed',
      gone: 'What this entry was to change is not there any more.', unreadable: 'An earlier version kept this, and it cannot be entered as it is any more. Enter it anew from what stands below, then reject it.', apply: 'Enter', applied: 'Entered', waitsIn: 'Waits in {{numbers}}', requests: 'Consent it needs', asked: 'Asked for, and waits in {{numbers}}. It counts once it is approved.', reject: 'Reject', rejected: 'Rejected',
      rejectTitle: 'Reject this entry?', rejectText: 'It stays to be seen as rejected and does not count. Say why.', lockedHint: 'This day is locked. Entries from paper, or left behind, can be handed to the queue.',
      paper_one: '{{shown}} paper batch waits for its day to be opened', paper_other: '{{shown}} paper batches wait for their days to be opened',
      begin: 'Type late entries', stop: 'Done typing', typing: 'Late entries: when saved, they are handed to the queue and do not count yet.', waiting_one: '{{shown}} waiting', waiting_other: '{{shown}} waiting',
    },
    calls: {
      saveWorkerEntries: 'Workers’ output', saveAttendance: 'Attendance', enterTeamDay: 'Team’s day', updateTeamDay: 'Change of a team’s day', removeTeamDay: 'Removal of a team’s day', enterProduction: 'Daily output', updateProduction: 'Change of daily output', removeProduction: 'Removal of daily output', saveProduction: 'Daily output',
      saveWaste: 'Waste', saveReceipts: 'Manual receipts', startDowntime: 'Downtime', endDowntime: 'End of downtime', updateDowntime: 'Change of downtime', cancelDowntime: 'Cancelling of downtime',
      enterStep: 'Output of a step', updateStep: 'Change of a step’s output', removeStep: 'Removal of a step’s output', inspectRework: 'Look at a rework card', reverseInspection: 'Taking back of a look at a rework card', saveStageFigures: 'Figures of a stage',
    } satisfies Record<LateCallName, string>,
    history: {
      title: 'Worker history', short: 'History', worker: 'Worker', choose: 'Choose a worker', chooseHint: 'Type the employee code or the name above.', from: 'From', to: 'To', chart: 'Output and target of each day', chartText: '{{actual}} made of a target of {{target}} in {{days}} days',
      actual: 'Output', target: 'Target', entries: 'Entries', none: 'No entries between these days', attained: 'Of the target', efficiency: 'Efficiency', minutes: '{{earned}} standard minutes of {{attended}} minutes attended in {{days}} days', noMinutes: 'Enter the standard minutes (SAM) of the items to reckon it', ofDay: 'Day’s efficiency', metDays: 'Days that reached the target', ofDays: '{{met}} of {{all}}', overtime: 'Overtime', hours: '{{hours}} h', attendance: 'Present', absent: '{{days}} days absent',
    },
    fields: {
      sectionId: 'Section', day: 'Date', workerId: 'Worker', itemId: 'Item', targetQuantity: 'Target', actualQuantity: 'Output', overtimeHours: 'Overtime (h)', isTargetMet: 'Target reached',
      notes: 'Notes', figuresBy: 'Figures by', enteredBy: 'Entered by', changedBy: 'Changed by', isLocked: 'Locked', lockedBy: 'Locked by', lockedAt: 'Locked at', openedBy: 'Opened by', openedAt: 'Opened at', openReason: 'Why opened',
      presentCount: 'Present', absentCount: 'Absent', lineChanges: 'Changes of lines', attendanceSheetId: 'Attendance sheet', status: 'Status', procedure: 'Kind of entry', input: 'What was typed', reason: 'Reason',
      ...teamColumnTexts.en, productionLineId: 'Team',
      handedBy: 'Handed in by', decidedBy: 'Decided by', decidedAt: 'Decided at', decisionReason: 'Why rejected', requestIds: 'Approval requests',
    },
    issues: { 'day-ahead': 'This day has not come yet. Choose today or an earlier one.', 'worker-twice': 'This worker is in the list already. Remove one of the rows.', 'several-sections': 'This is about several sections. Hand in the entries of each section by themselves.' },
  },
})
