import { defineTexts } from '../core/texts.ts'

export const transferReportTexts = defineTexts({
  id: {
    times: { title: 'Waktu serah terima', description: 'Setiap serah terima: berapa lama dari dikirim sampai diterima, dan berapa yang sampai.', chart: 'Rata-rata lama serah terima (menit)', received: 'Slip yang sudah diterima' },
    clearance: { title: 'Kepatuhan pembersihan lini', description: 'Setiap pergantian barang di lini: apakah lininya dipastikan kosong lebih dulu.', chart: 'Pergantian barang yang lininya dikosongkan dulu' },
    share: 'Sampai', changedAt: 'Berganti pada', before: 'Barang sebelumnya', after: 'Barang baru', cleared: 'Kosong lebih dulu', target: 'Target (menit)', look: 'Penilaian', open: 'Belum diterima',
    average: 'Rata-rata', acknowledged: 'Diterima', clearedShare: 'Dikosongkan dulu', targetShare: 'Target',
    by: 'Dirangkum per', groupings: { ROUTE: 'Bagian asal dan tujuan', LINE: 'Lini', SECTION: 'Bagian' }, count: 'Serah terima', accepted: 'Diterima', averageMinutes: 'Rata-rata (menit)', changes: 'Pergantian barang', clearedChanges: 'Dikosongkan dulu',
  },
  en: {
    times: { title: 'Transfer times', description: 'Every handover: how long it took from being sent to being received, and how much arrived.', chart: 'Average length of a handover (minutes)', received: 'Slips that were received' },
    clearance: { title: 'Line clearance compliance', description: 'Every change of goods on a line: whether the line was seen to be clear before.', chart: 'Changes of goods before which the line was cleared' },
    share: 'Arrived', changedAt: 'Changed at', before: 'Goods before', after: 'New goods', cleared: 'Clear before', target: 'Target (minutes)', look: 'Assessment', open: 'Not received yet',
    average: 'Average', acknowledged: 'Received', clearedShare: 'Cleared before', targetShare: 'Target',
    by: 'Summed up by', groupings: { ROUTE: 'Sections from and to', LINE: 'Line', SECTION: 'Section' }, count: 'Transfers', accepted: 'Received', averageMinutes: 'Average (minutes)', changes: 'Changes of goods', clearedChanges: 'Cleared before',
  },
})
