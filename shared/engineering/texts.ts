import { defineTexts } from '../core/texts.ts'
import { engineeringSettingsTexts } from './settings-texts.ts'

const own = defineTexts({
  id: {
    title: 'BOM', issues: { 'own-component': 'Barang tidak dapat menjadi bahan dari dirinya sendiri. Pilih bahan lain.' },
    bomHeaderKinds: { PRODUCTION: 'Produksi', PURCHASE: 'Pembelian' }, bomTypes: { MANUFACTURING: 'Dibuat', KIT: 'Paket' },
    statuses: { DRAFT: 'Rancangan', ACTIVE: 'Berlaku', RETIRED: 'Tidak berlaku' },
    selections: { PRIMARY: 'Bahan utama', ANY: 'Yang ada stoknya', WEIGHTED: 'Menurut bobot' },
    bomVariantKinds: { PRIMARY: 'Utama', ALTERNATIVE: 'Pengganti', OPTIONAL: 'Pilihan' }, approvals: { PENDING: 'Menunggu', APPROVED: 'Disetujui', REJECTED: 'Ditolak' },
    fields: {
      componentItemId: 'Bahan', bomHeaderId: 'BOM', bomLineId: 'Bahan BOM', outputQuantity: 'Untuk jumlah', laborHours: 'Jam kerja orang', revision: 'Revisi', revisionReason: 'Alasan revisi', revisedBy: 'Direvisi oleh',
      revisedDay: 'Tanggal revisi', bomType: 'Tipe', reference: 'Acuan', hasMultiMaterial: 'Bahan dapat berganti', wastagePercent: 'Susut (%)', selection: 'Pemilihan', position: 'Urutan',
      sequence: 'Urutan', quantityVariancePercent: 'Selisih pakai (%)', weight: 'Bobot', leadTimeDays: 'Waktu tunggu (hari)', costVariance: 'Selisih harga', approval: 'Persetujuan', decidedBy: 'Diputuskan oleh',
    },
  },
  en: {
    title: 'BOMs', issues: { 'own-component': 'An item cannot be a component of itself. Choose another.' },
    bomHeaderKinds: { PRODUCTION: 'Production', PURCHASE: 'Purchase' }, bomTypes: { MANUFACTURING: 'Made', KIT: 'Kit' },
    statuses: { DRAFT: 'Draft', ACTIVE: 'In force', RETIRED: 'Retired' },
    selections: { PRIMARY: 'Main material', ANY: 'What is in stock', WEIGHTED: 'By weight' },
    bomVariantKinds: { PRIMARY: 'Main', ALTERNATIVE: 'Substitute', OPTIONAL: 'Option' }, approvals: { PENDING: 'Waiting', APPROVED: 'Approved', REJECTED: 'Rejected' },
    fields: {
      componentItemId: 'Component', bomHeaderId: 'BOM', bomLineId: 'Component of the BOM', outputQuantity: 'For a quantity of', laborHours: 'Labour hours', revision: 'Revision', revisionReason: 'Reason of the revision', revisedBy: 'Revised by',
      revisedDay: 'Day of the revision', bomType: 'Type', reference: 'Reference', hasMultiMaterial: 'Materials may change', wastagePercent: 'Wastage (%)', selection: 'Selection', position: 'Order',
      sequence: 'Order', quantityVariancePercent: 'Difference in use (%)', weight: 'Weight', leadTimeDays: 'Lead time (days)', costVariance: 'Difference in cost', approval: 'Approval', decidedBy: 'Decided by',
    },
  },
})

export const engineeringTexts = { id: { ...own.id, settings: engineeringSettingsTexts.id }, en: { ...own.en, settings: engineeringSettingsTexts.en } }
