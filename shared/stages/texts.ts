import { defineTexts } from '../core/texts.ts'
import { stageReportTexts } from './report-texts.ts'
import { stageScreenTexts } from './screen-texts.ts'

export const stagesTexts = defineTexts({
  id: {
    ...stageScreenTexts.id, report: stageReportTexts.id,
    statuses: { OPEN: 'Diperbaiki', DONE: 'Selesai' },
    fields: {
      day: 'Tanggal', stageStepId: 'Langkah', inputQuantity: 'Masuk', goodQuantity: 'Baik', reworkQuantity: 'Perbaikan', scrapQuantity: 'Afkir', loss: 'Hilang', defectReasonId: 'Jenis cacat', returnStepId: 'Kembali ke langkah', notes: 'Catatan',
      reason: 'Alasan', quantity: 'Jumlah awal', openQuantity: 'Masih diperbaiki', againQuantity: 'Kembali lagi', cycle: 'Putaran', status: 'Keadaan', openedBy: 'Dibuka oleh', enteredBy: 'Dicatat oleh', changedBy: 'Terakhir diubah oleh', workOrderId: 'SPK',
      sectionId: 'Bagian', number: 'Kartu', recovered: 'Berhasil diperbaiki', rootCause: 'Sebab', failedQuantity: 'Gagal', releasedBy: 'Dilepas oleh', releasedAt: 'Dilepas', numberValue: 'Angka', textValue: 'Isi', stageFigureId: 'Isian',
      stepRecordId: 'Hasil langkah', reworkCardId: 'Kartu perbaikan', createdAt: 'Dibuka', article: 'Barang',
    },
    issues: {
      'nothing-in': 'Isi berapa yang masuk.', 'no-rework': 'Langkah ini tidak mengirim balik. Isi sebagai baik atau afkir.', 'not-balanced': 'Lolos, perbaikan, dan afkir harus sama dengan yang masuk. Hitung lagi.',
      'more-than-input': 'Hasilnya lebih banyak daripada yang masuk. Kurangi, atau naikkan jumlah masuk.', 'which-step': 'Langkah ini bukan milik tahap SPK. Pilih dari daftar.', 'not-counted': 'Langkah ini tidak dihitung. Pilih langkah lain.',
      'return-earlier': 'Perbaikan hanya kembali ke langkah sebelumnya. Pilih langkah yang lebih awal.', 'return-missing': 'Pilih ke langkah mana barang kembali.', 'defect-missing': 'Pilih jenis cacatnya.',
      'day-before-card': 'Kartu ini dibuka sesudah hari itu. Pilih hari yang lebih baru.', 'all-pieces': 'Semua {{open}} pcs di kartu harus dinilai. Jumlahkan lagi.', 'not-number': 'Isi dengan angka.', 'not-choice': 'Pilih salah satu dari daftar.', 'other-figure': 'Isian ini bukan milik tahap SPK.',
    },
  },
  en: {
    ...stageScreenTexts.en, report: stageReportTexts.en,
    statuses: { OPEN: 'In rework', DONE: 'Done' },
    fields: {
      day: 'Day', stageStepId: 'Step', inputQuantity: 'In', goodQuantity: 'Good', reworkQuantity: 'Rework', scrapQuantity: 'Scrap', loss: 'Lost', defectReasonId: 'Defect', returnStepId: 'Back to step', notes: 'Notes',
      reason: 'Reason', quantity: 'At first', openQuantity: 'Still in rework', againQuantity: 'Back again', cycle: 'Cycle', status: 'Status', openedBy: 'Opened by', enteredBy: 'Entered by', changedBy: 'Last changed by', workOrderId: 'Work order',
      sectionId: 'Section', number: 'Card', recovered: 'Put right', rootCause: 'Cause', failedQuantity: 'Failed', releasedBy: 'Released by', releasedAt: 'Released', numberValue: 'Number', textValue: 'Text', stageFigureId: 'Figure',
      stepRecordId: 'Record of a step', reworkCardId: 'Rework card', createdAt: 'Opened', article: 'Item',
    },
    issues: {
      'nothing-in': 'Enter how many went in.', 'no-rework': 'This step sends nothing back. Enter it as good or scrap.', 'not-balanced': 'Passed, rework and scrap must add up to what went in. Count again.',
      'more-than-input': 'More came out than went in. Lower it, or raise what went in.', 'which-step': 'This step is not of the work order’s stage. Choose from the list.', 'not-counted': 'This step is not counted. Choose another.',
      'return-earlier': 'Rework only goes back to an earlier step. Choose one before this.', 'return-missing': 'Choose the step it goes back to.', 'defect-missing': 'Choose the defect.',
      'day-before-card': 'The card was opened after that day. Choose a later one.', 'all-pieces': 'All {{open}} pcs of the card are to be judged. Add them up again.', 'not-number': 'Enter a number.', 'not-choice': 'Choose one of the list.', 'other-figure': 'This figure is not of the work order’s stage.',
    },
  },
})
