import { defineTexts } from '../core/texts.ts'
import { productionScreenTexts } from './screen-texts.ts'
import { productionSettingsTexts } from './settings-texts.ts'

export const productionTexts = defineTexts({
  id: {
    settings: productionSettingsTexts.id, ...productionScreenTexts.id,
    title: 'Produksi',
    statuses: { ENTERED: 'Dicatat', CONFIRMED: 'Dipastikan' },
    fields: {
      day: 'Tanggal', goodQuantity: 'Hasil baik', rejectQuantity: 'Reject', defectReasonId: 'Jenis cacat', target: 'Target', soFar: 'Hasil sejauh ini', status: 'Keadaan', isLate: 'Terlambat dicatat', isFromPaper: 'Dari kertas',
      notes: 'Catatan', enteredBy: 'Dicatat oleh', confirmedBy: 'Dipastikan oleh', confirmedAt: 'Dipastikan', workOrderId: 'SPK', sectionId: 'Bagian', changedBy: 'Terakhir diubah oleh', workShiftId: 'Shift', isRemoval: 'Dihapus', reason: 'Alasan',
    },
    issues: { 'day-ahead': 'Hari ini belum tiba. Pilih hari ini atau sebelumnya.', 'nothing-made': 'Isi hasil baik atau reject.', 'reject-reason': 'Pilih jenis cacatnya.' },
  },
  en: {
    settings: productionSettingsTexts.en, ...productionScreenTexts.en,
    title: 'Production',
    statuses: { ENTERED: 'Entered', CONFIRMED: 'Confirmed' },
    fields: {
      day: 'Day', goodQuantity: 'Good output', rejectQuantity: 'Rejects', defectReasonId: 'Defect', target: 'Target', soFar: 'So far', status: 'Status', isLate: 'Entered late', isFromPaper: 'From paper',
      notes: 'Notes', enteredBy: 'Entered by', confirmedBy: 'Confirmed by', confirmedAt: 'Confirmed', workOrderId: 'Work order', sectionId: 'Section', changedBy: 'Last changed by', workShiftId: 'Shift', isRemoval: 'Taken back', reason: 'Reason',
    },
    issues: { 'day-ahead': 'This day has not come yet. Choose today or an earlier one.', 'nothing-made': 'Enter good output or rejects.', 'reject-reason': 'Choose the defect.' },
  },
})
