import { defineTexts } from '../core/texts.ts'
import { findingTexts } from './finding-texts.ts'
import { productionPaperTexts } from './paper-texts.ts'
import { productionScreenTexts } from './screen-texts.ts'
import { productionSettingsTexts } from './settings-texts.ts'

export const productionTexts = defineTexts({
  id: {
    settings: productionSettingsTexts.id, ...productionScreenTexts.id, paper: productionPaperTexts.id, findings: findingTexts.id,
    title: 'Produksi',
    statuses: { ENTERED: 'Dicatat', CONFIRMED: 'Dipastikan' },
    fields: {
      findingKey: 'Tanda temuan', kind: 'Temuan', note: 'Catatan', lookedBy: 'Dilihat oleh', lookedAt: 'Dilihat',
      day: 'Tanggal', goodQuantity: 'Hasil baik', rejectQuantity: 'Reject', defectReasonId: 'Jenis cacat', target: 'Target', soFar: 'Hasil sejauh ini', status: 'Keadaan', isLate: 'Terlambat dicatat', isFromPaper: 'Dari kertas',
      notes: 'Catatan', figuresBy: 'Angka dari', enteredBy: 'Dicatat oleh', confirmedBy: 'Dipastikan oleh', confirmedAt: 'Dipastikan', workOrderId: 'SPK', sectionId: 'Bagian', changedBy: 'Terakhir diubah oleh', workShiftId: 'Shift', isRemoval: 'Dihapus', written: 'Dicatat selain hasil', reason: 'Alasan', writer: 'Kertas diisi oleh', firstDay: 'Dari tanggal', lastDay: 'Sampai tanggal', paperBatchId: 'Salinan kertas', approvedBy: 'Disetujui oleh', approvedAt: 'Disetujui',
    },
    issues: { 'day-ahead': 'Hari ini belum tiba. Pilih hari ini atau sebelumnya.', 'nothing-made': 'Isi hasil baik atau reject.', 'reject-reason': 'Pilih jenis cacatnya.', 'too-long': 'Pilih paling lama satu tahun.' },
  },
  en: {
    settings: productionSettingsTexts.en, ...productionScreenTexts.en, paper: productionPaperTexts.en, findings: findingTexts.en,
    title: 'Production',
    statuses: { ENTERED: 'Entered', CONFIRMED: 'Confirmed' },
    fields: {
      findingKey: 'Key of the finding', kind: 'Finding', note: 'Note', lookedBy: 'Looked at by', lookedAt: 'Looked at',
      day: 'Day', goodQuantity: 'Good output', rejectQuantity: 'Rejects', defectReasonId: 'Defect', target: 'Target', soFar: 'So far', status: 'Status', isLate: 'Entered late', isFromPaper: 'From paper',
      notes: 'Notes', figuresBy: 'Figures by', enteredBy: 'Entered by', confirmedBy: 'Confirmed by', confirmedAt: 'Confirmed', workOrderId: 'Work order', sectionId: 'Section', changedBy: 'Last changed by', workShiftId: 'Shift', isRemoval: 'Taken back', written: 'Written besides the output', reason: 'Reason', writer: 'Paper filled in by', firstDay: 'From', lastDay: 'To', paperBatchId: 'Paper batch', approvedBy: 'Approved by', approvedAt: 'Approved',
    },
    issues: { 'day-ahead': 'This day has not come yet. Choose today or an earlier one.', 'nothing-made': 'Enter good output or rejects.', 'reject-reason': 'Choose the defect.', 'too-long': 'Choose a year at most.' },
  },
})
