import { defineTexts } from '../core/texts.ts'
import { gateTexts } from './gate-texts.ts'
import { transferReportTexts } from './report-texts.ts'
import { transferScreenTexts } from './screen-texts.ts'
import { transfersSettingsTexts } from './settings-texts.ts'

export const transfersTexts = defineTexts({
  id: {
    ...transferScreenTexts.id, ...gateTexts.id, reports: transferReportTexts.id, settings: transfersSettingsTexts.id,
    statuses: { BLOCKED: 'Tertahan', LOCKED: 'Menunggu diterima', ACCEPTED: 'Diterima, ada selisih', COMPLETED: 'Selesai', CANCELLED: 'Dibatalkan' },
    blocks: { LINE: 'Lini berisi barang lain', SEGREGATION: 'Minggu atau tujuan lain', VARIANCE: 'Selisih terlalu besar' },
    lineOccupancyStatuses: { CLEAR: 'Kosong', OCCUPIED: 'Terisi', PAUSED: 'Dihentikan' },
    methods: { VISUAL: 'Dilihat, lini kosong', COUNTED: 'Sisa dihitung dan dipindah', CLEANED: 'Dibersihkan seluruhnya' },
    releaseMethods: { DOCUMENTED: 'Jarak dan pemeriksaan dicatat', OVERRIDE: 'Dipaksa Manajer produksi' },
    kinds: { LINE_CLEARANCE: 'Lini belum kosong', SEGREGATION: 'Minggu atau tujuan tercampur', VARIANCE: 'Selisih serah terima', DUPLICATE_SCAN: 'Slip dipindai dua kali', GATE_LATE: 'Subkon terlambat' },
    gatePassStatuses: { OUT: 'Di subkon', RETURNED: 'Sudah kembali', CANCELLED: 'Dibatalkan' },
    transferAlertStatuses: { PENDING: 'Belum ditangani', ACKNOWLEDGED: 'Sudah diketahui', RESOLVED: 'Selesai', OVERRIDDEN: 'Dipaksa' },
    fields: {
      number: 'Nomor', barcode: 'Kode', fromWorkOrderId: 'SPK pengirim', fromSectionId: 'Dari', toWorkOrderId: 'SPK penerima', toSectionId: 'Ke', productionLineId: 'Lini', articleId: 'Artikel', itemId: 'Bagian barang', goods: 'Barang',
      batch: 'Batch', week: 'Minggu', destination: 'Tujuan', quantity: 'Dikirim', countedQuantity: 'Dihitung', firstCountedQuantity: 'Hitungan pertama', receivedQuantity: 'Diterima', status: 'Keadaan', block: 'Tertahan karena', blockedAt: 'Tertahan sejak', createdAt: 'Dikirim pada',
      fromLocationId: 'Dari lokasi', toLocationId: 'Ke lokasi', notes: 'Catatan', acceptedDay: 'Tanggal diterima', sentBy: 'Dikirim oleh', countedBy: 'Dihitung oleh', varianceReason: 'Alasan selisih', acceptedBy: 'Diterima oleh', acceptedAt: 'Diterima pada',
      completedAt: 'Selesai pada', releaseMethod: 'Cara dilepas', gapMetres: 'Jarak (m)', releaseNote: 'Catatan pelepasan', releasedBy: 'Dilepas oleh', releasedAt: 'Dilepas pada', releasedBeside: 'Dilepas di samping barang sejak', isLineClear: 'Lini kosong saat diterima', cancelledBy: 'Dibatalkan oleh', cancelledAt: 'Dibatalkan pada',
      cancelReason: 'Alasan batal', sectionId: 'Bagian', workOrderId: 'SPK', occupiedBy: 'Diisi oleh', occupiedAt: 'Terisi sejak', arrivals: 'Slip yang masuk', method: 'Cara memastikan', clearedBy: 'Dikosongkan oleh', clearedAt: 'Dikosongkan pada', kind: 'Jenis',
      severity: 'Tingkat', escalationLevel: 'Tingkat eskalasi', transferId: 'Slip', raisedBy: 'Oleh', acknowledgedBy: 'Diketahui oleh', acknowledgedAt: 'Diketahui pada', resolvedBy: 'Diselesaikan oleh', resolvedAt: 'Diselesaikan pada',
      resolution: 'Penyelesaian', gatePassId: 'Surat jalan subkon', partnerId: 'Subkon', dueDay: 'Harus kembali', returnedQuantity: 'Kembali baik', rejectQuantity: 'Kembali cacat', returnedBy: 'Diterima kembali oleh', returnedAt: 'Kembali pada', shortReason: 'Alasan kurang', correctedBy: 'Diperbaiki oleh', correctedAt: 'Diperbaiki pada', correctReason: 'Alasan perbaikan', isStopped: 'Lini sudah dihentikan', isInspected: 'Barang sudah diperiksa satu per satu', reason: 'Alasan',
    },
    issues: {
      'has-lines': 'Bagian ini punya lini. Pastikan lininya kosong satu per satu di papan lini.', 'which-line': 'Pilih lini yang menerima.', 'other-section': 'Lini ini milik bagian lain. Pilih lini bagian penerima.', 'gap-small': 'Jaraknya paling sedikit {{metres}} m.', 'not-stopped': 'Hentikan lininya dulu.',
      'not-inspected': 'Periksa barangnya dulu.', 'no-subcontractor': 'Pilih mitra yang jenisnya subkontraktor.', 'nothing-back': 'Isi berapa yang kembali, atau tandai sebagai yang terakhir.', 'more-back': 'Hanya {{out}} pcs yang masih di subkon.',
    },
    paper: { title: 'Slip serah terima', sent: 'Diserahkan oleh', received: 'Diterima oleh' },
  },
  en: {
    ...transferScreenTexts.en, ...gateTexts.en, reports: transferReportTexts.en, settings: transfersSettingsTexts.en,
    statuses: { BLOCKED: 'Blocked', LOCKED: 'Waiting to be accepted', ACCEPTED: 'Accepted with a difference', COMPLETED: 'Complete', CANCELLED: 'Cancelled' },
    blocks: { LINE: 'Other goods on the line', SEGREGATION: 'Another week or destination', VARIANCE: 'Difference too great' },
    lineOccupancyStatuses: { CLEAR: 'Clear', OCCUPIED: 'Occupied', PAUSED: 'Stopped' },
    methods: { VISUAL: 'Looked at, the line is empty', COUNTED: 'Rest counted and moved away', CLEANED: 'Cleaned all over' },
    releaseMethods: { DOCUMENTED: 'Gap and inspection on record', OVERRIDE: 'Overridden by the production manager' },
    kinds: { LINE_CLEARANCE: 'Line not clear', SEGREGATION: 'Week or destination mixed up', VARIANCE: 'Difference in a transfer', DUPLICATE_SCAN: 'Slip scanned twice', GATE_LATE: 'Subcontractor late' },
    gatePassStatuses: { OUT: 'At the subcontractor’s', RETURNED: 'Back', CANCELLED: 'Cancelled' },
    transferAlertStatuses: { PENDING: 'Not seen to', ACKNOWLEDGED: 'Acknowledged', RESOLVED: 'Resolved', OVERRIDDEN: 'Overridden' },
    fields: {
      number: 'Number', barcode: 'Code', fromWorkOrderId: 'Sending work order', fromSectionId: 'From', toWorkOrderId: 'Receiving work order', toSectionId: 'To', productionLineId: 'Line', articleId: 'Article', itemId: 'Part', goods: 'Goods',
      batch: 'Batch', week: 'Week', destination: 'Destination', quantity: 'Sent', countedQuantity: 'Counted', firstCountedQuantity: 'First count', receivedQuantity: 'Received', status: 'State', block: 'Blocked by', blockedAt: 'Blocked since', createdAt: 'Sent at',
      fromLocationId: 'From location', toLocationId: 'To location', notes: 'Notes', acceptedDay: 'Day accepted', sentBy: 'Sent by', countedBy: 'Counted by', varianceReason: 'Why it differs', acceptedBy: 'Accepted by', acceptedAt: 'Accepted at',
      completedAt: 'Completed at', releaseMethod: 'Way of release', gapMetres: 'Gap (m)', releaseNote: 'Notes on the release', releasedBy: 'Released by', releasedAt: 'Released at', releasedBeside: 'Released beside goods since', isLineClear: 'Line clear when accepted', cancelledBy: 'Cancelled by', cancelledAt: 'Cancelled at',
      cancelReason: 'Why cancelled', sectionId: 'Section', workOrderId: 'Work order', occupiedBy: 'Occupied by', occupiedAt: 'Occupied since', arrivals: 'Slips that came', method: 'How it was made sure', clearedBy: 'Cleared by', clearedAt: 'Cleared at', kind: 'Kind',
      severity: 'Severity', escalationLevel: 'Escalation level', transferId: 'Slip', raisedBy: 'By', acknowledgedBy: 'Acknowledged by', acknowledgedAt: 'Acknowledged at', resolvedBy: 'Resolved by', resolvedAt: 'Resolved at',
      resolution: 'Resolution', gatePassId: 'Gate pass', partnerId: 'Subcontractor', dueDay: 'Due back', returnedQuantity: 'Back, good', rejectQuantity: 'Back, rejected', returnedBy: 'Taken back by', returnedAt: 'Back at', shortReason: 'Why less came back', correctedBy: 'Corrected by', correctedAt: 'Corrected at', correctReason: 'Why corrected', isStopped: 'The line was stopped', isInspected: 'The goods were inspected one by one', reason: 'Reason',
    },
    issues: {
      'has-lines': 'This section has lines. Confirm each of them to be clear on the lines board.', 'which-line': 'Choose the line that receives it.', 'other-section': 'This line belongs to another section. Choose one of the receiving section.', 'gap-small': 'The gap is to be {{metres}} m at least.', 'not-stopped': 'Stop the line first.',
      'not-inspected': 'Inspect the goods first.', 'no-subcontractor': 'Choose a partner that is a subcontractor.', 'nothing-back': 'Enter what came back, or mark it as the last.', 'more-back': 'Only {{out}} pcs are still out.',
    },
    paper: { title: 'Transfer slip', sent: 'Handed over by', received: 'Received by' },
  },
})
