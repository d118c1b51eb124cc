import { defineTexts } from '../core/texts.ts'
import { followUpReportTexts } from './report-texts.ts'
import { followUpScreenTexts } from './screen-texts.ts'

export const followUpTexts = defineTexts({
  id: {
    ...followUpScreenTexts.id, reports: followUpReportTexts.id, title: 'Tagihan pelanggan',
    channels: { PHONE: 'Telepon', WHATSAPP: 'WhatsApp', EMAIL: 'Email', VISIT: 'Kunjungan' },
    outcomes: {
      PROMISED: 'Berjanji bayar', PARTIAL: 'Bayar sebagian', NO_RESPONSE: 'Tidak menjawab', DISPUTE: 'Keberatan', ESCALATED: 'Diteruskan ke atasan',
      PAID: 'Lunas',
    },
    risks: { NONE: 'Tidak ada', LOW: 'Rendah', MEDIUM: 'Sedang', HIGH: 'Tinggi' },
    kinds: {
      OVERDUE: 'Lewat tanggal tindak lanjut', DUE_SOON: 'Segera ditindaklanjuti', ESCALATED: 'Diteruskan ke atasan', HIGH_RISK: 'Risiko tinggi',
      NO_FOLLOWUP: 'Belum pernah ditindaklanjuti',
    },
    levels: { MEDIUM: 'Sedang', HIGH: 'Tinggi' },
    alertLevels: { MEDIUM: 'Sedang', HIGH: 'Tinggi' },
    fields: {
      customerId: 'Pelanggan', debit: 'Debit', credit: 'Kredit', outstanding: 'Sisa tagihan', agentName: 'Penagih',
      lastFollowUpDay: 'Terakhir ditindaklanjuti', nextDay: 'Tindak lanjut berikutnya', promised: 'Dijanjikan', risk: 'Risiko', area: 'Wilayah',
      day: 'Tanggal', channel: 'Lewat', outcome: 'Hasil', escalatedTo: 'Diteruskan kepada', notes: 'Catatan', doneBy: 'Oleh', kind: 'Jenis',
      level: 'Tingkat', alertLevel: 'Tingkat', assignedTo: 'Untuk', resolvedAt: 'Diselesaikan pada', resolvedBy: 'Diselesaikan oleh',
      resolution: 'Penyelesaian', createdAt: 'Dicatat pada', customerCode: 'Kode pelanggan', accounts: 'Tagihan', asOf: 'Per tanggal',
      lastOutcome: 'Hasil terakhir', followUpId: 'Tindak lanjut',
    },
    issues: {
      'no-customer': 'Tidak ada pelanggan dengan kode {{code}}.', 'needs-person': 'Pilih kepada siapa diteruskan.',
      'past-day': 'Tanggal berikutnya tidak boleh sebelum hari ini.', 'day-ahead': 'Tanggal buku belum tiba. Tulis hari ini atau sebelumnya.',
      'no-promise': 'Hasil ini tidak disertai janji. Kosongkan, atau pilih hasil lain.',
      'no-holder': 'Orang ini tidak boleh menindaklanjuti tagihan. Pilih orang lain.',
    },
    settings: {
      highAmount: { name: 'Risiko tinggi di atas', explanation: 'Sisa tagihan di atas ini berisiko tinggi.' },
      mediumAmount: { name: 'Risiko sedang di atas', explanation: 'Sisa tagihan di atas ini berisiko sedang.' },
      highDays: { name: 'Risiko tinggi setelah', explanation: 'Tidak ditindaklanjuti selama ini berisiko tinggi.' },
      mediumDays: { name: 'Risiko sedang setelah', explanation: 'Tidak ditindaklanjuti selama ini berisiko sedang.' },
      dueSoonDays: { name: 'Diingatkan sebelum', explanation: 'Tindak lanjut yang jatuh dalam waktu ini diingatkan.' },
    },
  },
  en: {
    ...followUpScreenTexts.en, reports: followUpReportTexts.en, title: 'What customers owe',
    channels: { PHONE: 'Phone', WHATSAPP: 'WhatsApp', EMAIL: 'E-mail', VISIT: 'Visit' },
    outcomes: {
      PROMISED: 'Promised to pay', PARTIAL: 'Paid in part', NO_RESPONSE: 'No answer', DISPUTE: 'Disputed', ESCALATED: 'Escalated', PAID: 'Paid',
    },
    risks: { NONE: 'None', LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High' },
    kinds: {
      OVERDUE: 'Follow-up overdue', DUE_SOON: 'Follow-up due soon', ESCALATED: 'Escalated', HIGH_RISK: 'High risk', NO_FOLLOWUP: 'Never followed up',
    },
    levels: { MEDIUM: 'Medium', HIGH: 'High' },
    alertLevels: { MEDIUM: 'Medium', HIGH: 'High' },
    fields: {
      customerId: 'Customer', debit: 'Debit', credit: 'Credit', outstanding: 'Outstanding', agentName: 'Agent', lastFollowUpDay: 'Last followed up',
      nextDay: 'Next follow-up', promised: 'Promised', risk: 'Risk', area: 'Area', day: 'Day', channel: 'By', outcome: 'Outcome',
      escalatedTo: 'Escalated to', notes: 'Notes', doneBy: 'By', kind: 'Kind', level: 'Level', alertLevel: 'Level', assignedTo: 'For',
      resolvedAt: 'Resolved at', resolvedBy: 'Resolved by', resolution: 'Resolution', createdAt: 'Noted at', customerCode: 'Customer code',
      accounts: 'Accounts', asOf: 'As of', lastOutcome: 'Last outcome', followUpId: 'Follow-up',
    },
    issues: {
      'no-customer': 'No customer has the code {{code}}.', 'needs-person': 'Choose to whom it is escalated.',
      'past-day': 'The next day cannot be before today.', 'day-ahead': 'The ledger’s day is still to come. Enter today or a day before.',
      'no-promise': 'Nothing is promised with this outcome. Clear it, or choose another outcome.',
      'no-holder': 'This person may not follow up what customers owe. Choose somebody else.',
    },
    settings: {
      highAmount: { name: 'High risk above', explanation: 'More outstanding than this is a high risk.' },
      mediumAmount: { name: 'Medium risk above', explanation: 'More outstanding than this is a medium risk.' },
      highDays: { name: 'High risk after', explanation: 'Not followed up for so long is a high risk.' },
      mediumDays: { name: 'Medium risk after', explanation: 'Not followed up for so long is a medium risk.' },
      dueSoonDays: { name: 'Reminded before', explanation: 'A follow-up that is due within this is told of.' },
    },
  },
})
