import { defineTexts } from '../core/texts.ts'

/** The close of an order, and the reports about orders. */
export const closeTexts = defineTexts({
  id: {
    close: {
      title: 'Penutupan empat arah', hint: 'Target dan hasil, BOM dan pemakaian, pembelian, limbah: sejauh perintah ini sudah berjalan.', way: 'Arah',
      what: 'Apa', planned: 'Rencana', actual: 'Nyata', difference: 'Selisih', share: 'Persen',
      ways: {
        STAGES: 'Target dan hasil', MATERIALS: 'BOM dan pemakaian', PURCHASES: 'BOM beli dan pembelian', REJECTS: 'Reject', WASTAGE: 'Bahan terbuang',
      },
      tabs: { stages: 'Target dan hasil', materials: 'BOM dan pemakaian', purchases: 'BOM beli dan pembelian', waste: 'Limbah' },
      target: 'Target', good: 'Hasil baik', byBom: 'Menurut BOM', used: 'Dipakai', byPurchaseBom: 'Menurut BOM beli', bought: 'Datang',
      reject: 'Reject', rejectShare: 'Dari yang dibuat', expectedLoss: 'Perkiraan', wasted: 'Terbuang', allowance: 'Diizinkan BOM',
      part: 'Bagian', material: 'Bahan', value: 'Nilai', worth: 'Nilai bahan', worthOfOne: 'per barang yang diterima', received: 'Diterima',
      noStages: 'Belum ada SPK.', noMaterials: 'Belum ada bahan yang dipakai atau dihitung.',
      noPurchases: 'Belum ada BOM beli, dan tidak ada PO untuk perintah ini.',
      report: 'Laporan penutupan', voucher: 'Unduh jurnal', receiving: 'Penerimaan barang jadi', chart: 'Target dan hasil tiap tahap',
      vouchersReady_one: '{{count}} baris jurnal diunduh', vouchersReady_other: '{{count}} baris jurnal diunduh',
    },
    reports: {
      search: 'Nomor, artikel, atau pembeli', ships: 'Dikirim pada', completed: 'Selesai pada', share: 'Capaian',
      orderList: {
        title: 'Daftar perintah produksi', description: 'Perintah produksi yang dikirim dalam satu periode, dengan keadaan dan hasil kemasnya.',
        chart: 'Dipesan dan dikemas',
      },
      orderClose: {
        title: 'Penutupan perintah produksi',
        description: 'Perintah produksi yang selesai dalam satu periode, empat arah: hasil, pemakaian, pembelian, limbah.',
        stages: 'Target dan hasil tiap tahap', materials: 'Pemakaian bahan terhadap BOM',
      },
    },
  },
  en: {
    close: {
      title: 'Four-way close', hint: 'Target and output, BOM and use, purchases, waste: as far as this order has come.', way: 'Way', what: 'What',
      planned: 'Planned', actual: 'Actual', difference: 'Difference', share: 'Percent',
      ways: {
        STAGES: 'Target and output', MATERIALS: 'BOM and use', PURCHASES: 'Purchase BOM and bought', REJECTS: 'Rejects', WASTAGE: 'Material wasted',
      },
      tabs: { stages: 'Target and output', materials: 'BOM and use', purchases: 'Purchase BOM and bought', waste: 'Waste' },
      target: 'Target', good: 'Good output', byBom: 'By the BOM', used: 'Used', byPurchaseBom: 'By the purchase BOM', bought: 'Came in',
      reject: 'Rejects', rejectShare: 'Of what was made', expectedLoss: 'Expected', wasted: 'Wasted', allowance: 'Allowed by the BOM',
      part: 'Part', material: 'Material', value: 'Value', worth: 'Value of the material', worthOfOne: 'for each one received', received: 'Received',
      noStages: 'No work orders yet.', noMaterials: 'No material has been used or reckoned yet.',
      noPurchases: 'There is no purchase BOM yet, and nothing was bought for this order.',
      report: 'Close report', voucher: 'Download vouchers', receiving: 'Receiving finished goods', chart: 'Target and output of each stage',
      vouchersReady_one: '{{count}} voucher line downloaded', vouchersReady_other: '{{count}} voucher lines downloaded',
    },
    reports: {
      search: 'Number, article or buyer', ships: 'Ships in', completed: 'Completed in', share: 'Attained',
      orderList: {
        title: 'List of manufacturing orders',
        description: 'Manufacturing orders that ship in a period, with their status and what is packed of them.', chart: 'Ordered and packed',
      },
      orderClose: {
        title: 'Close of manufacturing orders', description: 'Manufacturing orders completed in a period, four ways: output, use, purchases, waste.',
        stages: 'Target and output of each stage', materials: 'Use of material against the BOM',
      },
    },
  },
})
