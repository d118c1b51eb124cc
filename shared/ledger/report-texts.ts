import { defineTexts } from '../core/texts.ts'

/** The reports of the ledger and of what was thrown away. */
export const ledgerReportTexts = defineTexts({
  id: {
    item: 'Barang (kode atau nama)', day: { title: 'Buku WIP', description: 'Awal, masuk, hasil, reject, limbah, dan sisa tiap bagian, barang, dan hari.', chart: 'Hasil tiap bagian' },
    wastage: { title: 'Limbah', description: 'Yang terbuang tiap bagian, barang, dan alasan, dengan bagiannya dari yang tersedia.', byReason: 'Limbah menurut alasan', bySection: 'Limbah menurut bagian' },
    explain: { available: 'Awal + dari bagian sebelumnya + penerimaan manual', rejected: 'Reject di hasil harian SPK, juga yang dibuang di langkah', closing: 'Tersedia − hasil − reject − limbah; tidak diketahui di awal alur', wastePercent: 'Limbah dibagi yang tersedia hari itu', share: 'Limbah dibagi semua yang tersedia pada hari-hari terbuangnya', entries: 'Hari dengan limbah' },
    columns: { unit: 'Satuan', received: 'Dari alur', manual: 'Manual', entries: 'Hari', share: 'Dari tersedia', reason: 'Alasan', state: 'Keadaan' }, states: { FINE: 'Wajar', SHORT: 'Minus', START: 'Awal alur' },
  },
  en: {
    item: 'Item (code or name)', day: { title: 'WIP ledger', description: 'Opening, received, output, rejects, waste and closing of each section, item and day.', chart: 'Output of each section' },
    wastage: { title: 'Wastage', description: 'What was thrown away by section, item and reason, with its share of what was available.', byReason: 'Waste by reason', bySection: 'Waste by section' },
    explain: { available: 'Opening + from the section before + received by hand', rejected: 'Rejects of the daily output of work orders, scrap of steps too', closing: 'Available − output − rejects − waste; not known at the start of the flow', wastePercent: 'Waste by what was available that day', share: 'Waste by all that was available on the days it was thrown away', entries: 'Days with waste' },
    columns: { unit: 'Unit', received: 'By the flow', manual: 'By hand', entries: 'Days', share: 'Of available', reason: 'Reason', state: 'State' }, states: { FINE: 'Fine', SHORT: 'Below zero', START: 'Start of the flow' },
  },
})
