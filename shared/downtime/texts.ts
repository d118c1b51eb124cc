import { defineTexts } from '../core/texts.ts'
import { downtimeReportTexts } from './report-texts.ts'

export const downtimeTexts = defineTexts({
  id: {
    title: 'Mesin berhenti', report: downtimeReportTexts.id,
    statuses: { STANDING: 'Masih berhenti', ENDED: 'Selesai', VERIFIED: 'Dipastikan', CANCELLED: 'Dibatalkan' },
    fields: {
      sectionId: 'Bagian', machineId: 'Mesin', productionLineId: 'Lini', workOrderId: 'SPK', downtimeReasonId: 'Alasan', startedAt: 'Mulai', endedAt: 'Selesai', minutes: 'Lama', notes: 'Catatan', reportedBy: 'Dicatat oleh',
      endedBy: 'Diakhiri oleh', verifiedBy: 'Dipastikan oleh', verifiedAt: 'Dipastikan', cancelledBy: 'Dibatalkan oleh', cancelledAt: 'Dibatalkan', cancelReason: 'Alasan batal', place: 'Yang berhenti', state: 'Keadaan',
      startDay: 'Tanggal mulai', startTime: 'Jam mulai', endDay: 'Tanggal selesai', endTime: 'Jam selesai', reason: 'Alasan perubahan', isPlanned: 'Terencana', days: 'Hari',
    },
    issues: {
      'half-moment': 'Isi tanggal dan jamnya, atau kosongkan keduanya.', ahead: 'Waktu ini belum tiba. Isi waktu sekarang atau sebelumnya.', 'end-first': 'Selesai harus sesudah mulai.',
      'one-subject': 'Pilih mesin atau lini, tidak keduanya. Kosongkan keduanya bila seluruh bagian berhenti.', 'other-section': 'Ini milik bagian lain. Pilih yang dari bagian ini.',
    },
    whole: 'Seluruh bagian', wholeOf: 'Seluruh {{section}}', noMinutes: '0 menit', details: 'Rincian', noWorkOrder: 'Tanpa SPK', machines: 'Mesin', lines: 'Lini', runs: 'Jalan', stands: 'Berhenti', since: 'Sejak {{time}}', sinceDay: 'Sejak {{instant}}', planned: 'Terencana', unplanned: 'Tidak terencana', stop: 'Berhenti', go: 'Jalan lagi',
    choose: 'Mengapa {{place}} berhenti?', chooseHint: 'Ketuk alasannya; waktu mulainya sekarang.', otherTime: 'Isi jam lain …', noReasons: 'Belum ada alasan. Minta Admin menambahkannya di data induk.',
    started: '{{place}} tercatat berhenti: {{reason}}', ended: '{{place}} jalan lagi setelah {{duration}}', saved: 'Catatan {{place}} disimpan', cancelled: 'Catatan {{place}} dibatalkan', verified: 'Catatan {{place}} dipastikan', mistake: 'Salah ketuk, dibatalkan saat itu juga',
    resumed: 'Salah ketuk: masih berhenti', enter: 'Catat berhenti', enterTitle: 'Catat berhenti', edit: 'Ubah catatan', cancel: 'Batalkan catatan', cancelTitle: 'Batalkan catatan {{place}}?', cancelText: 'Catatannya tetap terlihat sebagai dibatalkan dan tidak dihitung lagi.', verify: 'Pastikan',
    endHint: 'Kosongkan bila masih berhenti.', startHint: 'Kosongkan bila baru saja berhenti.', wholeHint: 'Tanpa mesin dan lini: seluruh bagian berhenti.',
    list: 'Catatan mesin berhenti', listLink: 'Semua catatan', today: 'Catatan hari ini', noneToday: 'Hari ini belum ada yang berhenti.', empty: 'Belum ada catatan berhenti', emptyHint: 'Ketuk mesin di layar Mesin berhenti begitu ia berhenti.',
    nothing: 'Bagian ini belum punya mesin atau lini. Catat berhentinya seluruh bagian, atau minta Admin menambahkan mesinnya.',
    figures: {
      standing: 'Sedang berhenti', lost: 'Waktu hilang hari ini', ofShift: '{{lost}} dari {{shift}}', lostHint: 'Mesin atau lini dihitung sebesar bagiannya; yang bersamaan sekali.', noShift: 'Hari ini tidak ada shift',
      planned: 'Di antaranya terencana', target: '{{percent}} dari target hari itu', adjusted: '{{percent}} dari target yang disesuaikan ({{lost}} hilang: {{target}} menjadi {{adjusted}})',
    },
    strip: { title_one: '{{shown}} berhenti', title_other: '{{shown}} berhenti', open: 'Buka Mesin berhenti', wall: 'Yang sedang berhenti', more_one: 'dan {{shown}} lagi', more_other: 'dan {{shown}} lagi' },
  },
  en: {
    title: 'Downtime', report: downtimeReportTexts.en,
    statuses: { STANDING: 'Still standing', ENDED: 'Ended', VERIFIED: 'Verified', CANCELLED: 'Cancelled' },
    fields: {
      sectionId: 'Section', machineId: 'Machine', productionLineId: 'Line', workOrderId: 'Work order', downtimeReasonId: 'Reason', startedAt: 'From', endedAt: 'Until', minutes: 'Duration', notes: 'Notes', reportedBy: 'Reported by',
      endedBy: 'Ended by', verifiedBy: 'Verified by', verifiedAt: 'Verified', cancelledBy: 'Cancelled by', cancelledAt: 'Cancelled', cancelReason: 'Why cancelled', place: 'What stood still', state: 'State',
      startDay: 'Day it began', startTime: 'Time it began', endDay: 'Day it ended', endTime: 'Time it ended', reason: 'Why it is changed', isPlanned: 'Planned', days: 'Days',
    },
    issues: {
      'half-moment': 'Enter both day and time, or neither.', ahead: 'This time has not come yet. Enter now or an earlier time.', 'end-first': 'The end must be after the beginning.',
      'one-subject': 'Choose a machine or a line, not both. Leave both empty where the whole section stood still.', 'other-section': 'This belongs to another section. Choose one of this section.',
    },
    whole: 'Whole section', wholeOf: 'All of {{section}}', noMinutes: '0 minutes', details: 'Details', noWorkOrder: 'No work order', machines: 'Machines', lines: 'Lines', runs: 'Running', stands: 'Standing still', since: 'Since {{time}}', sinceDay: 'Since {{instant}}', planned: 'Planned', unplanned: 'Unplanned', stop: 'Stop', go: 'Running again',
    choose: 'Why does {{place}} stand still?', chooseHint: 'Tap the reason; it begins now.', otherTime: 'Another time …', noReasons: 'There are no reasons yet. Ask an Admin to add some to the master data.',
    started: '{{place}} is recorded as standing still: {{reason}}', ended: '{{place}} is running again after {{duration}}', saved: 'Record of {{place}} saved', cancelled: 'Record of {{place}} cancelled', verified: 'Record of {{place}} verified', mistake: 'Tapped by mistake, cancelled at once',
    resumed: 'Tapped by mistake: it still stands', enter: 'Record downtime', enterTitle: 'Record downtime', edit: 'Change record', cancel: 'Cancel record', cancelTitle: 'Cancel the record of {{place}}?', cancelText: 'It stays to be seen as cancelled and counts no more.', verify: 'Verify',
    endHint: 'Leave it empty while it still stands.', startHint: 'Leave it empty if it has just stopped.', wholeHint: 'Without machine and line: the whole section stood still.',
    list: 'Downtime records', listLink: 'All records', today: 'Today’s records', noneToday: 'Nothing has stood still today.', empty: 'No downtime recorded yet', emptyHint: 'Tap a machine on the screen Downtime as soon as it stops.',
    nothing: 'This section has no machine or line yet. Record that the whole section stands still, or ask an Admin to add its machines.',
    figures: {
      standing: 'Standing still now', lost: 'Time lost today', ofShift: '{{lost}} of {{shift}}', lostHint: 'A machine or line counts with its share, what coincides once.', noShift: 'No shift works today',
      planned: 'Of it planned', target: '{{percent}} of the day’s target', adjusted: '{{percent}} of the adjusted target ({{lost}} lost: {{target}} becomes {{adjusted}})',
    },
    strip: { title_one: '{{shown}} standing still', title_other: '{{shown}} standing still', open: 'Open Downtime', wall: 'What stands still now', more_one: 'and {{shown}} more', more_other: 'and {{shown}} more' },
  },
})
