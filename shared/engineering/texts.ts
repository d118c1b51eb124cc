import { defineTexts } from '../core/texts.ts'
import { engineeringSettingsTexts } from './settings-texts.ts'

const own = defineTexts({
  id: {
    title: 'BOM',
    boms: {
      title: 'BOM', add: 'Tambah BOM', edit: 'Ubah kepala BOM', lines: 'Bahan', empty: 'Belum ada BOM', emptyHint: 'Dari apa sebuah barang dibuat, per tahap dan per revisi. Tambahkan satu, atau impor tabel BOM dari sistem lain.',
      outputHint: 'Bahan-bahannya untuk jumlah ini', subcontractorHint: 'Kalau dibuat di luar pabrik', itemHint: 'Barang setengah jadi atau barang jadi yang dibuat',
    },
    bom: {
      title: 'Rincian BOM', back: 'Semua BOM', revision: 'Revisi {{revision}}, {{day}}', output: 'untuk {{quantity}} {{unit}}', activate: 'Berlakukan', retire: 'Hentikan', revise: 'Buat revisi',
      tabs: { lines: 'Bahan', explosion: 'Uraian', uses: 'Dipakai di', revisions: 'Revisi' },
      reviseText: 'Rancangan revisi berikutnya dibuat dengan bahan yang sama. Revisi yang berlaku tetap berlaku sampai rancangan itu diberlakukan.',
      retireText: 'BOM {{item}} tidak dipakai lagi mulai sekarang, tanpa pengganti.', discard: 'Buang rancangan', discardText: 'Rancangan ini beserta bahannya dihapus. Revisi lain tidak berubah.',
      removeLine: 'Hapus bahan', isMade: 'dibuat sendiri', variants: 'Pengganti', addVariant: 'Tambah pengganti',
    },
    explosion: {
      quantity: 'Untuk berapa banyak', materials: 'Bahan yang dibeli', cost: 'Biaya bahan', costPerUnit: 'Biaya per {{unit}}', uncosted_one: '{{count}} bahan belum berharga', uncosted_other: '{{count}} bahan belum berharga',
      steps: 'Uraian sampai bahan', stepsHint: 'Dihitung persis, tanpa pembulatan di antaranya. Tidak ada yang dibukukan.', perOutput: 'Menurut BOM', needed: 'Dibutuhkan', toBuy: 'Yang harus dibeli',
    },
    uses: { empty: 'Belum dipakai di BOM lain', emptyHint: 'Barang ini tidak menjadi bahan dari BOM mana pun yang berlaku.', hint: 'Setiap BOM yang berlaku dan membutuhkan barang ini, sampai ke barang jadinya.', quantity: 'Untuk satu' },
    revisions: { compare: 'Bandingkan', with: 'Dengan', of: 'Revisi {{revision}}', change: 'Perubahan', changes: { ADDED: 'Baru', REMOVED: 'Dihapus', CHANGED: 'Berubah', SAME: 'Sama' } },
    consumption: {
      title: 'Pemakaian bahan', hint: 'Yang dipakai dan dikemas, dibandingkan dengan BOM yang berlaku.', add: 'Catat pemakaian', addHint: 'Dibandingkan dengan BOM: yang baik dan yang cacat ikut dihitung', made: 'Yang dibuat', pieces: 'Jumlah dibuat, baik dan cacat',
      empty: 'Belum ada pemakaian yang dicatat', emptyHint: 'Begitu pemakaian bahan atau isi karton dicatat, selisihnya terhadap BOM terlihat di sini.', reasonHint: 'Wajib bila pemakaian melebihi batasnya',
      preview: 'Menurut BOM {{expected}} {{unit}}, terpakai {{actual}} {{unit}}: selisih {{difference}}, {{verdict}}',
      done: 'Selisih {{difference}}: {{verdict}}', asked: 'Selisih {{difference}}: menunggu persetujuan {{number}}',
    },
    report: {
      title: 'BOM produksi terhadap BOM pembelian', description: 'Apakah yang dibeli menurut BOM pembelian sama dengan yang dibutuhkan BOM produksi hari ini, per barang jadi.', search: 'Kode atau nama barang jadi', onlyDiffering: 'Hanya yang berbeda',
      article: 'Barang jadi', difference: 'Selisih', amount: 'Nilai selisih', agreements: { SAME: 'Sama', MORE: 'Terlalu banyak', LESS: 'Kurang', NOT_BOUGHT: 'Tidak dibeli', NOT_NEEDED: 'Tidak dibutuhkan' },
    },
    done: { activated: 'BOM {{item}} berlaku', discarded: 'Rancangan dibuang', retired: 'BOM {{item}} dihentikan', lines_one: '{{count}} bahan disimpan', lines_other: '{{count}} bahan disimpan', lineRemoved: 'Bahan dihapus', decided: 'Pengganti {{item}} diputuskan' },
    issues: { 'own-component': 'Barang tidak dapat menjadi bahan dari dirinya sendiri. Pilih bahan lain.', 'not-in-bom': 'BOM yang berlaku tidak memuat bahan ini. Pilih bahan dari BOM, atau minta bagian rekayasa merevisinya.', 'no-packing': 'Isi per karton barang ini belum diisi. Isi di Data induk → Barang, atau minta Admin.', 'short-carton': 'Karton {{carton}} kurang isi: tulis alasannya.' },
    verdicts: { OK: 'Sesuai', WARNING: 'Peringatan', REVIEW: 'Diperiksa SPV', BLOCKED: 'Ditahan' }, efficiencies: { EFFICIENT: 'Hemat', OVER_USED: 'Boros', NO_DATA: 'Belum ada data' },
    conversionEntryKinds: { CONSUMPTION: 'Pemakaian bahan', CARTONS: 'Isi karton' }, checks: { actual: 'Pemakaian terhadap BOM' },
    bomHeaderKinds: { PRODUCTION: 'Produksi', PURCHASE: 'Pembelian' }, bomTypes: { MANUFACTURING: 'Dibuat', KIT: 'Paket' },
    statuses: { DRAFT: 'Rancangan', ACTIVE: 'Berlaku', RETIRED: 'Tidak berlaku' },
    selections: { PRIMARY: 'Bahan utama', ANY: 'Yang ada stoknya', WEIGHTED: 'Menurut bobot' },
    bomVariantKinds: { PRIMARY: 'Utama', ALTERNATIVE: 'Pengganti', OPTIONAL: 'Pilihan' }, approvals: { PENDING: 'Menunggu', APPROVED: 'Disetujui', REJECTED: 'Ditolak' },
    fields: {
      stage: 'Tahap', componentItemId: 'Bahan', bomHeaderId: 'BOM', bomLineId: 'Bahan BOM', outputQuantity: 'Untuk jumlah', laborHours: 'Jam kerja orang', subcontractorId: 'Subkontraktor', revision: 'Revisi', revisionReason: 'Alasan revisi', revisedBy: 'Direvisi oleh',
      revisedDay: 'Tanggal revisi', bomType: 'Tipe', reference: 'Acuan', hasMultiMaterial: 'Bahan dapat berganti', wastagePercent: 'Susut (%)', selection: 'Pemilihan', position: 'Urutan',
      sequence: 'Urutan', quantityVariancePercent: 'Selisih pakai (%)', weight: 'Bobot', leadTimeDays: 'Waktu tunggu (hari)', costVariance: 'Selisih harga', approval: 'Persetujuan', decidedBy: 'Diputuskan oleh', pieces: 'Buah', expected: 'Menurut BOM', actual: 'Terpakai', variancePercent: 'Selisih (%)', verdict: 'Penilaian', efficiency: 'Kehematan', factor: 'Faktor', settles: 'Menerima nomor', approvedBy: 'Diterima oleh',
    },
  },
  en: {
    title: 'BOMs',
    boms: {
      title: 'BOMs', add: 'Add BOM', edit: 'Edit head of BOM', lines: 'Lines', empty: 'No BOMs yet', emptyHint: 'What an item is made of, by stage and revision. Add one, or import the BOM tables of another system.',
      outputHint: 'The components are for this quantity', subcontractorHint: 'If it is made outside of the factory', itemHint: 'What is made: work in progress or a finished good',
    },
    bom: {
      title: 'Details of a BOM', back: 'All BOMs', revision: 'Revision {{revision}}, {{day}}', output: 'for {{quantity}} {{unit}}', activate: 'Put in force', retire: 'Retire', revise: 'Make a revision',
      tabs: { lines: 'Components', explosion: 'Explosion', uses: 'Where used', revisions: 'Revisions' },
      reviseText: 'A draft of the next revision is made with the same components. The one in force stays so until the draft is put in force.',
      retireText: 'The BOM of {{item}} is no longer used from now on, with none in its place.', discard: 'Discard draft', discardText: 'This draft and its components are deleted. Other revisions do not change.',
      removeLine: 'Remove component', isMade: 'made here', variants: 'Substitutes', addVariant: 'Add substitute',
    },
    explosion: {
      quantity: 'For how many', materials: 'Materials to buy', cost: 'Cost of materials', costPerUnit: 'Cost per {{unit}}', uncosted_one: '{{count}} material has no cost', uncosted_other: '{{count}} materials have no cost',
      steps: 'Down to the materials', stepsHint: 'Worked out exactly, nothing rounded on the way. Nothing is posted.', perOutput: 'By the BOM', needed: 'Needed', toBuy: 'What has to be bought',
    },
    uses: { empty: 'In no other BOM yet', emptyHint: 'This item is a component of no BOM in force.', hint: 'Every BOM in force that needs this item, up to what is sold.', quantity: 'For one' },
    revisions: { compare: 'Compare', with: 'With', of: 'Revision {{revision}}', change: 'Change', changes: { ADDED: 'New', REMOVED: 'Gone', CHANGED: 'Changed', SAME: 'Same' } },
    consumption: {
      title: 'Material use', hint: 'What was used and packed, held against the BOM in force.', add: 'Enter use', addHint: 'Compared with the BOM: good and rejected pieces both count', made: 'What was made', pieces: 'Pieces, good and rejected',
      empty: 'No use entered yet', emptyHint: 'As soon as use of material or contents of cartons are entered, the difference to the BOM is seen here.', reasonHint: 'Required beyond the limits',
      preview: 'By the BOM {{expected}} {{unit}}, used {{actual}} {{unit}}: difference {{difference}}, {{verdict}}',
      done: 'Difference {{difference}}: {{verdict}}', asked: 'Difference {{difference}}: waits for {{number}}',
    },
    report: {
      title: 'Production against purchase BOMs', description: 'Whether what the purchase BOMs buy is what the production BOMs take today, by finished good.', search: 'Code or name of the finished good', onlyDiffering: 'Only what differs',
      article: 'Finished good', difference: 'Difference', amount: 'Value of the difference', agreements: { SAME: 'Same', MORE: 'Too much', LESS: 'Too little', NOT_BOUGHT: 'Not bought', NOT_NEEDED: 'Not needed' },
    },
    done: { activated: 'The BOM of {{item}} is in force', discarded: 'Draft discarded', retired: 'The BOM of {{item}} is retired', lines_one: '{{count}} component saved', lines_other: '{{count}} components saved', lineRemoved: 'Component removed', decided: 'Substitute {{item}} decided' },
    issues: { 'own-component': 'An item cannot be a component of itself. Choose another.', 'not-in-bom': 'The BOM in force does not know this material. Choose one of the BOM, or ask engineering to revise it.', 'no-packing': 'The pieces per carton of this item are not known yet. Enter them under Master data → Items, or ask an Admin.', 'short-carton': 'Carton {{carton}} is short: say why.' },
    verdicts: { OK: 'As expected', WARNING: 'Warning', REVIEW: 'Reviewed by supervisor', BLOCKED: 'Blocked' }, efficiencies: { EFFICIENT: 'Efficient', OVER_USED: 'Over-used', NO_DATA: 'No data yet' },
    conversionEntryKinds: { CONSUMPTION: 'Consumption', CARTONS: 'Cartons' }, checks: { actual: 'Used against the BOM' },
    bomHeaderKinds: { PRODUCTION: 'Production', PURCHASE: 'Purchase' }, bomTypes: { MANUFACTURING: 'Made', KIT: 'Kit' },
    statuses: { DRAFT: 'Draft', ACTIVE: 'In force', RETIRED: 'Retired' },
    selections: { PRIMARY: 'Main material', ANY: 'What is in stock', WEIGHTED: 'By weight' },
    bomVariantKinds: { PRIMARY: 'Main', ALTERNATIVE: 'Substitute', OPTIONAL: 'Option' }, approvals: { PENDING: 'Waiting', APPROVED: 'Approved', REJECTED: 'Rejected' },
    fields: {
      stage: 'Stage', componentItemId: 'Component', bomHeaderId: 'BOM', bomLineId: 'Component of the BOM', outputQuantity: 'For a quantity of', laborHours: 'Labour hours', subcontractorId: 'Subcontractor', revision: 'Revision', revisionReason: 'Reason', revisedBy: 'Revised by',
      revisedDay: 'Revised on', bomType: 'Type', reference: 'Reference', hasMultiMaterial: 'Materials may change', wastagePercent: 'Wastage (%)', selection: 'Selection', position: 'Order',
      sequence: 'Order', quantityVariancePercent: 'Difference in use (%)', weight: 'Weight', leadTimeDays: 'Lead time (days)', costVariance: 'Difference in cost', approval: 'Approval', decidedBy: 'Decided by', pieces: 'Pieces', expected: 'By the BOM', actual: 'Used', variancePercent: 'Difference (%)', verdict: 'Verdict', efficiency: 'Efficiency', factor: 'Factor', settles: 'Accepts number', approvedBy: 'Accepted by',
    },
  },
})

export const engineeringTexts = { id: { ...own.id, settings: engineeringSettingsTexts.id }, en: { ...own.en, settings: engineeringSettingsTexts.en } }
