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
    'other-section-work-order': 'SPK ini milik bagian lain. Isi nomor SPK bagian yang meminta, atau kosongkan.',
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
    'other-section-work-order': 'This work order is another section’s. Enter one of the section that asks, or leave it empty.',
    'other-section-store': 'This location is another section’s. Choose a store of the factory, or of the section that needs it.',
  },
})

export const debtTexts = defineTexts({
  id: {
    title: 'Utang material', list: 'Daftar utang material',
    noneOfItem: 'Barang ini tidak pernah berutang', ask: 'Ajukan utang', view: 'Tampilan', back: 'Semua utang', about: 'Tentang utang ini', open: 'Masih terbuka', onlyOpen: 'Hanya yang terbuka', notOpen: 'Hanya yang selesai atau belum disetujui', approval: 'Persetujuan', payment: 'Pelunasan',
    empty: 'Belum ada utang material', emptyHint: 'Bila bahan kurang padahal produksi harus jalan, ajukan utang. Setelah disetujui, bahan boleh diambil melebihi stok sebanyak utangnya.',
    asked: 'Utang {{number}} diajukan. SPV bagian memutuskan, lalu Manajer.', askTitle: 'Ajukan utang material', askHint: 'Bahan yang akan diambil melebihi stok, sampai barangnya datang', askSave: 'Ajukan', askFor: 'Ajukan utang {{quantity}}', shortBy: 'Kurang {{quantity}} dari stok.',
    place: 'Diambil dari', forSection: 'Untuk bagian', reasonHint: 'Mengapa bahan kurang, dan mengapa tidak dapat menunggu', enough: 'Stok masih cukup untuk kebutuhan ini: utang mungkin tidak perlu.', shareOfNeed: 'Utang ini {{share}} dari kebutuhan.',
    producible: 'Stok yang ada cukup untuk {{pieces}} buah.', perPiece: 'Bahan per buah', perPieceHint: 'Tidak disimpan: untuk melihat stok cukup untuk berapa buah', shareHint: '{{share}}% kebutuhan belum lunas',
    toRequest: 'Ke persetujuan {{number}}', close: 'Hapuskan utang', closeTitle: 'Hapuskan {{number}}?', closeText: '{{owed}} yang masih terutang dibukukan sebagai selisih stok di {{place}}, dan utang ini tidak dapat dipakai lagi.', closed: '{{number}} dihapuskan',
    plan: 'Atur pelunasan', planTitle: 'Pelunasan {{number}}', planned: 'Pelunasan {{number}} disimpan', days_one: '{{count}} hari', days_other: '{{count}} hari',
    take: 'Ambil bahan', takeTitle: 'Ambil bahan dengan {{number}}', takeHint: 'Di stok {{stock}}, ditambah utang {{left}}', takenDone: 'Bahan dikeluarkan dengan {{number}}', useDebt: 'Pakai utang', withoutDebt: 'Tanpa utang', option: '{{number}} — boleh {{left}} ({{section}})',
    taken: 'Diambil dengan utang ini', takenHint: 'Mutasi yang mengambil melebihi stok', nothingTaken: 'Belum ada yang diambil.', onDebt: 'Dengan utang', settlements: 'Pelunasan', settlementsHint: 'Barang yang datang dan melunasi, menurut lot', nothingSettled: 'Belum ada barang yang datang untuk utang ini.',
    lot: 'Lot', cameWith: 'Datang dengan', givenBack: '{{quantity}} (dikembalikan)',
    summary: {
      title: 'Ringkasan', open: 'Utang terbuka', overdue: 'Lewat jatuh tempo', waiting: 'Menunggu persetujuan', count: 'Jumlah utang', byRisk: 'Menurut risiko', byRiskHint: 'Bagian kebutuhan yang belum dilunasi', byAge: 'Menurut umur', byAgeHint: 'Sejak disetujui',
      top: '10 utang terberat', topHint: 'Yang paling besar bagiannya dari kebutuhan',
    },
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
    noneOfItem: 'This item was never owed', ask: 'Ask for a debt', view: 'View', back: 'All debts', about: 'About this debt', open: 'Open', onlyOpen: 'Only open ones', notOpen: 'Only those that are done or not approved', approval: 'Approval', payment: 'Settlement',
    empty: 'No material debts yet', emptyHint: 'Where material is short and production has to go on, ask for a debt. Once it is approved, material may be taken beyond the stock, as far as the debt goes.',
    asked: 'Debt {{number}} asked for. The section’s supervisor decides, then the manager.', askTitle: 'Ask for a material debt', askHint: 'Material to be taken beyond the stock until goods come in', askSave: 'Ask', askFor: 'Ask for a debt of {{quantity}}', shortBy: '{{quantity}} more than the stock has.',
    place: 'Taken from', forSection: 'For section', reasonHint: 'Why material is short, and why it cannot wait', enough: 'The stock suffices for this need: a debt may not be needed.', shareOfNeed: 'This debt is {{share}} of the need.',
    producible: 'The stock suffices for {{pieces}} pieces.', perPiece: 'Material per piece', perPieceHint: 'Not saved: to see for how many pieces the stock suffices', shareHint: '{{share}}% of the need is open',
    toRequest: 'To approval {{number}}', close: 'Write off', closeTitle: 'Write {{number}} off?', closeText: '{{owed}} that are still owed are posted as a stock difference at {{place}}, and this debt cannot be used any more.', closed: '{{number}} written off',
    plan: 'Plan settlement', planTitle: 'Settlement of {{number}}', planned: 'Settlement of {{number}} saved', days_one: '{{count}} day', days_other: '{{count}} days',
    take: 'Take material', takeTitle: 'Take material on {{number}}', takeHint: '{{stock}} in stock, and {{left}} on the debt', takenDone: 'Material issued on {{number}}', useDebt: 'Use a debt', withoutDebt: 'Without a debt', option: '{{number}} — {{left}} left ({{section}})',
    taken: 'Taken on this debt', takenHint: 'Moves that took more than the stock had', nothingTaken: 'Nothing was taken yet.', onDebt: 'On debt', settlements: 'Settlements', settlementsHint: 'Goods that came in and settled it, by lot', nothingSettled: 'No goods have come in for this debt yet.',
    lot: 'Lot', cameWith: 'Came with', givenBack: '{{quantity}} (given back)',
    summary: {
      title: 'Summary', open: 'Open debts', overdue: 'Overdue', waiting: 'Waiting for approval', count: 'Debts', byRisk: 'By risk', byRiskHint: 'Share of the need that is open', byAge: 'By age', byAgeHint: 'Since approval',
      top: 'The 10 heaviest', topHint: 'Those with the largest share of their need',
    },
    statuses: { PENDING: 'Waits for supervisor', SPV_APPROVED: 'Waits for manager', APPROVED: 'Approved', REJECTED: 'Rejected', CANCELLED: 'Cancelled' },
    payments: { ACTIVE: 'Not settled', PARTIAL_PAID: 'Partly settled', FULLY_PAID: 'Settled', OVERDUE: 'Overdue', WRITTEN_OFF: 'Written off' },
    risks: { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High', CRITICAL: 'Critical' },
    fields: {
      number: 'Number', required: 'Needed', quantity: 'Debt', issued: 'Taken', settled: 'Settled', owed: 'Still owed', left: 'May still be taken', dueDay: 'Due', workOrderNumber: 'Work order',
      reason: 'Reason', requestedBy: 'Asked by', state: 'State', risk: 'Risk', share: 'Share of the need', age: 'Age', purchaseOrderNumber: 'Purchase order', estimatedCost: 'Estimated cost', rushCost: 'Rush cost', costImpact: 'Cost impact',
    },
  },
})
