import { defineTexts } from '../core/texts.ts'

export const debtIssues = defineTexts({
  id: {
    'debt-into-store': 'Yang diambil dengan utang langsung dipakai, jadi tidak dapat dipindah ke gudang lain. Pindahkan yang ada dulu; sisanya menyusul.',
    'lot-or-debt': 'Pilih lot tertentu, atau pakai utang: tidak keduanya. Kosongkan lotnya.',
    'other-debt': 'Utang {{number}} untuk barang atau lokasi lain. Pilih utang untuk barang dan lokasi ini.',
    'more-than-needed': 'Utangnya lebih besar dari kebutuhannya. Perbesar kebutuhannya, atau kurangi utangnya.',
    'item-twice': 'Barang ini sudah ada di baris lain. Gabungkan jumlahnya di satu baris.', 'not-factory-store': 'Lokasi ini milik sebuah bagian. Pilih gudang pabrik sebagai pemasok.',
    'which-store': 'Bagian ini tidak punya satu gudang yang pasti. Pilih lokasinya.', 'no-shortage': 'Di lokasi ini masih tersedia {{available}} {{unit}}: tidak ada yang kurang.',
    'past-day': 'Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.',
    'other-section-store': 'Lokasi ini milik bagian lain. Pilih gudang pabrik, atau gudang bagian yang membutuhkan.',
  },
  en: {
    'debt-into-store': 'What is taken on debt is used up at once, so it cannot be moved into another store. Move what there is; the rest follows.',
    'lot-or-debt': 'Name a lot or take on debt, not both. Leave the lot empty.',
    'other-debt': 'Debt {{number}} is for another item or location. Choose one for this item and location.',
    'more-than-needed': 'The debt is more than what is needed. Raise the need, or lower the debt.',
    'item-twice': 'This item stands in another line already. Put the quantities together in one.', 'not-factory-store': 'This location is a section’s. Choose a store of the factory to supply it.',
    'which-store': 'This section has no single store. Choose the location.', 'no-shortage': 'There are {{available}} {{unit}} available at this location: nothing is short.',
    'past-day': 'This date has passed. Choose today or later.',
    'other-section-store': 'This location is another section’s. Choose a store of the factory, or of the section that needs it.',
  },
})

export const debtTexts = defineTexts({
  id: {
    title: 'Utang material', list: 'Daftar utang material',
    statuses: { PENDING: 'Menunggu SPV', SPV_APPROVED: 'Menunggu Manajer', APPROVED: 'Disetujui', REJECTED: 'Ditolak', CANCELLED: 'Dibatalkan' },
    payments: { ACTIVE: 'Belum dilunasi', PARTIAL_PAID: 'Dicicil', FULLY_PAID: 'Lunas', OVERDUE: 'Lewat jatuh tempo', WRITTEN_OFF: 'Dihapuskan' },
    risks: { LOW: 'Ringan', MEDIUM: 'Sedang', HIGH: 'Berat', CRITICAL: 'Gawat' },
    fields: {
      number: 'Nomor', required: 'Kebutuhan', quantity: 'Utang', issued: 'Sudah diambil', settled: 'Sudah dilunasi', owed: 'Masih terutang', left: 'Masih boleh diambil', dueDay: 'Jatuh tempo', workOrderNumber: 'Nomor SPK',
      reason: 'Alasan', requestedBy: 'Diminta oleh', state: 'Keadaan', risk: 'Risiko', share: 'Bagian kebutuhan', age: 'Umur', purchaseOrderNumber: 'Nomor PO', estimatedCost: 'Perkiraan biaya', rushCost: 'Biaya buru-buru', costImpact: 'Dampak biaya',
    },
  },
  en: {
    title: 'Material debts', list: 'List of material debts',
    statuses: { PENDING: 'Waits for supervisor', SPV_APPROVED: 'Waits for manager', APPROVED: 'Approved', REJECTED: 'Rejected', CANCELLED: 'Cancelled' },
    payments: { ACTIVE: 'Not settled', PARTIAL_PAID: 'Partly settled', FULLY_PAID: 'Settled', OVERDUE: 'Overdue', WRITTEN_OFF: 'Written off' },
    risks: { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High', CRITICAL: 'Critical' },
    fields: {
      number: 'Number', required: 'Needed', quantity: 'Debt', issued: 'Taken', settled: 'Settled', owed: 'Still owed', left: 'May still be taken', dueDay: 'Due', workOrderNumber: 'Work order',
      reason: 'Reason', requestedBy: 'Asked by', state: 'State', risk: 'Risk', share: 'Share of the need', age: 'Age', purchaseOrderNumber: 'Purchase order', estimatedCost: 'Estimated cost', rushCost: 'Rush cost', costImpact: 'Cost impact',
    },
  },
})
