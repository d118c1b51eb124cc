import { defineTexts } from '../core/texts.ts'

export const fulfilmentReportTexts = defineTexts({
  id: {
    search: 'Cari faktur, pelanggan, orang', by: 'Dijumlah menurut', bys: { SALESMAN: 'Tenaga penjual', CREATOR: 'Pembuat faktur' },
    invoices: {
      title: 'Laporan faktur', description: 'Setiap faktur dalam periode: pelanggan, wilayah, jumlah tagihan, dan sudah sampai mana.',
      chart: 'Tagihan terbesar per pelanggan',
    },
    billers: {
      title: 'Rekap penagihan per orang',
      description: 'Berapa faktur dan berapa nilainya menurut tenaga penjual atau pembuat faktur. Setiap faktur dihitung satu kali.',
      chart: 'Nilai tagihan per orang',
    },
    items: {
      title: 'Barang yang ditagih', description: 'Setiap baris faktur dalam periode: barang, jumlah, harga, dan faktur asalnya.',
      chart: 'Barang dengan nilai terbesar', countChart: 'Barang dengan jumlah terbanyak',
    },
    picking: { title: 'Riwayat pengambilan', description: 'Setiap pengambilan dalam periode: siapa, kapan, berapa lama, dan hasilnya.' },
    packing: {
      title: 'Riwayat pengemasan', description: 'Setiap pemeriksaan dan pengemasan dalam periode, dengan baki, kotak, label, dan kurirnya.',
    },
    delivery: {
      title: 'Riwayat pengantaran', description: 'Setiap pengantaran dalam periode: caranya, pembawanya, resi, berat, dan tempat penyerahannya.',
    },
    couriers: {
      title: 'Laporan kurir', description: 'Berapa yang diserahkan kepada tiap kurir, dan mana yang belum ada resinya.',
      chart: 'Pengantaran per kurir',
    },
    productivity: {
      title: 'Produktivitas per orang dan jam',
      description: 'Apa yang diselesaikan tiap orang pada jam berapa. Langkah tanpa bukti orang, seperti penagihan kilat, tidak dihitung.',
      personChart: 'Barang per orang', hourChart: 'Faktur selesai per jam',
    },
    works: { PICKING: 'Ambil', PACKING: 'Periksa dan kemas', BOXING: 'Kotakkan', COUNTER: 'Serah di loket', COURIER: 'Serah ke kurir', ROAD: 'Antar' },
    columns: {
      area: 'Wilayah', person: 'Nama', invoices: 'Jumlah faktur', revenue: 'Nilai tagihan', delivered: 'Terkirim', inReview: 'Ditinjau',
      first: 'Faktur pertama', last: 'Faktur terakhir', amount: 'Nilai baris', invoiceTotal: 'Total faktur', deliveries: 'Pengantaran',
      cancelled: 'Dibatalkan', changedAway: 'Dialihkan', weight: 'Berat (kg)', withoutTracking: 'Tanpa nomor resi', withoutSlip: 'Tanpa foto resi',
      worker: 'Nama', stage: 'Tahap', hour: 'Jam', finished: 'Faktur selesai', perHour: 'Barang per jam',
      trays: 'Baki', boxes: 'Kotak', together: 'Dikotakkan bersama', carrier: 'Dibawa oleh', pickup: 'Diambil oleh', slip: 'Foto resi',
      place: 'Tempat diserahkan',
    },
    explain: {
      invoices: 'Faktur dalam periode ini, masing-masing satu kali.',
      revenue: 'Jumlah tagihan setiap faktur, dihitung satu kali walaupun barisnya banyak.',
      invoiceTotal: 'Ditulis pada baris pertama setiap faktur saja, supaya jumlahnya tidak berlipat.',
      changedAway: 'Berapa kali pengantaran diambil dari kurir ini dan diberikan kepada kurir lain.', hour: 'Jam selesainya, menurut jam pabrik.',
      perHour: 'Jumlah barang dibagi menit kerja, dikali 60.', together: 'Berapa faktur yang dikotakkan bersama dalam satu kelompok.',
      carrier: 'Kurir, pengantar, atau yang menyerahkannya.',
    },
  },
  en: {
    search: 'Search invoice, customer, person', by: 'Added up by', bys: { SALESMAN: 'Salesman', CREATOR: 'Who made the bill' },
    invoices: {
      title: 'Invoice report', description: 'Every invoice of a period: customer, area, amount, and how far it has come.',
      chart: 'Largest amounts by customer',
    },
    billers: {
      title: 'Billing summary by person',
      description: 'How many invoices, and what they come to, by salesman or by who made them. Every invoice counts once.',
      chart: 'Amount billed by person',
    },
    items: {
      title: 'Items billed', description: 'Every invoice line of a period: item, quantity, price, and the invoice it is on.',
      chart: 'Items of the greatest value', countChart: 'Items of the greatest quantity',
    },
    picking: { title: 'Picking history', description: 'Every picking of a period: who, when, how long, and how it ended.' },
    packing: { title: 'Packing history', description: 'Every check and packing of a period, with trays, boxes, labels and courier.' },
    delivery: {
      title: 'Delivery history', description: 'Every delivery of a period: its way, who took it, tracking, weight, and where it was handed over.',
    },
    couriers: { title: 'Courier report', description: 'How much each courier was given, and what has no slip yet.', chart: 'Deliveries by courier' },
    productivity: {
      title: 'Productivity by person and hour',
      description: 'What each person finished at which hour. Steps that nobody proved, as express billing, are not counted.',
      personChart: 'Pieces by person', hourChart: 'Invoices finished by hour',
    },
    works: { PICKING: 'Picking', PACKING: 'Check and packing', BOXING: 'Boxing', COUNTER: 'Counter', COURIER: 'To courier', ROAD: 'Road' },
    columns: {
      area: 'Area', person: 'Name', invoices: 'Invoices', revenue: 'Amount billed', delivered: 'Delivered', inReview: 'In review',
      first: 'First invoice', last: 'Last invoice', amount: 'Line amount', invoiceTotal: 'Invoice total', deliveries: 'Deliveries',
      cancelled: 'Cancelled', changedAway: 'Moved away', weight: 'Weight (kg)', withoutTracking: 'Without tracking number',
      withoutSlip: 'Without a slip', worker: 'Name', stage: 'Stage', hour: 'Hour', finished: 'Invoices finished', perHour: 'Pieces an hour',
      trays: 'Trays', boxes: 'Boxes', together: 'Boxed together', carrier: 'Taken by', pickup: 'Collected by', slip: 'Slip',
      place: 'Where handed over',
    },
    explain: {
      invoices: 'Invoices of this period, each once.', revenue: 'The total of each invoice, counted once however many lines it has.',
      invoiceTotal: 'Written at the first line of each invoice alone, so that the sum is not multiplied.',
      changedAway: 'How often a delivery was taken from this courier and given to another.',
      hour: 'The hour it was finished in, by the factory’s clock.', perHour: 'Pieces divided by minutes of work, times 60.',
      together: 'How many invoices were boxed together in one group.',
      carrier: 'The courier, the driver, or who handed it over.',
    },
  },
})
