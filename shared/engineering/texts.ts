import { defineTexts } from '../core/texts.ts'
import { engineeringSettingsTexts } from './settings-texts.ts'

const own = defineTexts({
  id: {
    title: 'BOM', issues: { 'own-component': 'Barang tidak dapat menjadi bahan dari dirinya sendiri. Pilih bahan lain.', 'not-in-bom': 'BOM yang berlaku tidak memuat bahan ini. Pilih bahan dari BOM, atau minta bagian rekayasa merevisinya.', 'no-packing': 'Isi per karton barang ini belum diisi. Isi di Data induk → Barang, atau minta Admin.', 'short-carton': 'Karton {{carton}} kurang isi: tulis alasannya.' },
    verdicts: { OK: 'Sesuai', WARNING: 'Peringatan', REVIEW: 'Diperiksa SPV', BLOCKED: 'Ditahan' }, efficiencies: { EFFICIENT: 'Hemat', OVER_USED: 'Boros', NO_DATA: 'Belum ada data' },
    conversionEntryKinds: { CONSUMPTION: 'Pemakaian bahan', CARTONS: 'Isi karton' }, checks: { actual: 'Pemakaian terhadap BOM' },
    bomHeaderKinds: { PRODUCTION: 'Produksi', PURCHASE: 'Pembelian' }, bomTypes: { MANUFACTURING: 'Dibuat', KIT: 'Paket' },
    statuses: { DRAFT: 'Rancangan', ACTIVE: 'Berlaku', RETIRED: 'Tidak berlaku' },
    selections: { PRIMARY: 'Bahan utama', ANY: 'Yang ada stoknya', WEIGHTED: 'Menurut bobot' },
    bomVariantKinds: { PRIMARY: 'Utama', ALTERNATIVE: 'Pengganti', OPTIONAL: 'Pilihan' }, approvals: { PENDING: 'Menunggu', APPROVED: 'Disetujui', REJECTED: 'Ditolak' },
    fields: {
      componentItemId: 'Bahan', bomHeaderId: 'BOM', bomLineId: 'Bahan BOM', outputQuantity: 'Untuk jumlah', laborHours: 'Jam kerja orang', revision: 'Revisi', revisionReason: 'Alasan revisi', revisedBy: 'Direvisi oleh',
      revisedDay: 'Tanggal revisi', bomType: 'Tipe', reference: 'Acuan', hasMultiMaterial: 'Bahan dapat berganti', wastagePercent: 'Susut (%)', selection: 'Pemilihan', position: 'Urutan',
      sequence: 'Urutan', quantityVariancePercent: 'Selisih pakai (%)', weight: 'Bobot', leadTimeDays: 'Waktu tunggu (hari)', costVariance: 'Selisih harga', approval: 'Persetujuan', decidedBy: 'Diputuskan oleh', pieces: 'Buah', expected: 'Menurut BOM', actual: 'Terpakai', variancePercent: 'Selisih (%)', verdict: 'Penilaian', efficiency: 'Kehematan', factor: 'Faktor', settles: 'Menerima nomor', approvedBy: 'Diterima oleh',
    },
  },
  en: {
    title: 'BOMs', issues: { 'own-component': 'An item cannot be a component of itself. Choose another.', 'not-in-bom': 'The BOM in force does not know this material. Choose one of the BOM, or ask engineering to revise it.', 'no-packing': 'The pieces per carton of this item are not known yet. Enter them under Master data → Items, or ask an Admin.', 'short-carton': 'Carton {{carton}} is short: say why.' },
    verdicts: { OK: 'As expected', WARNING: 'Warning', REVIEW: 'Reviewed by supervisor', BLOCKED: 'Blocked' }, efficiencies: { EFFICIENT: 'Efficient', OVER_USED: 'Over-used', NO_DATA: 'No data yet' },
    conversionEntryKinds: { CONSUMPTION: 'Consumption', CARTONS: 'Cartons' }, checks: { actual: 'Used against the BOM' },
    bomHeaderKinds: { PRODUCTION: 'Production', PURCHASE: 'Purchase' }, bomTypes: { MANUFACTURING: 'Made', KIT: 'Kit' },
    statuses: { DRAFT: 'Draft', ACTIVE: 'In force', RETIRED: 'Retired' },
    selections: { PRIMARY: 'Main material', ANY: 'What is in stock', WEIGHTED: 'By weight' },
    bomVariantKinds: { PRIMARY: 'Main', ALTERNATIVE: 'Substitute', OPTIONAL: 'Option' }, approvals: { PENDING: 'Waiting', APPROVED: 'Approved', REJECTED: 'Rejected' },
    fields: {
      componentItemId: 'Component', bomHeaderId: 'BOM', bomLineId: 'Component of the BOM', outputQuantity: 'For a quantity of', laborHours: 'Labour hours', revision: 'Revision', revisionReason: 'Reason of the revision', revisedBy: 'Revised by',
      revisedDay: 'Day of the revision', bomType: 'Type', reference: 'Reference', hasMultiMaterial: 'Materials may change', wastagePercent: 'Wastage (%)', selection: 'Selection', position: 'Order',
      sequence: 'Order', quantityVariancePercent: 'Difference in use (%)', weight: 'Weight', leadTimeDays: 'Lead time (days)', costVariance: 'Difference in cost', approval: 'Approval', decidedBy: 'Decided by', pieces: 'Pieces', expected: 'By the BOM', actual: 'Used', variancePercent: 'Difference (%)', verdict: 'Verdict', efficiency: 'Efficiency', factor: 'Factor', settles: 'Accepts number', approvedBy: 'Accepted by',
    },
  },
})

export const engineeringTexts = { id: { ...own.id, settings: engineeringSettingsTexts.id }, en: { ...own.en, settings: engineeringSettingsTexts.en } }
