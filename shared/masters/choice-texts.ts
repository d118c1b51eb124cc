import { defineTexts } from '../core/texts.ts'

/** The words of fixed values. */
export const choiceTexts = defineTexts({
  id: {
    stageKinds: { CUTTING: 'Potong', EMBROIDERY: 'Bordir', SEWING: 'Jahit', FINISHING: 'Finishing', PACKING: 'Kemas', OTHER: 'Lainnya' },
    stepKinds: { PLAIN: 'Tanpa hitungan', COUNT: 'Hitung hasil', CHECK: 'Periksa semua', CRITICAL: 'Kritis, menahan SPK' },
    figureKinds: { NUMBER: 'Angka', TEXT: 'Teks', CHOICE: 'Pilihan' },
    itemKinds: { RAW_MATERIAL: 'Bahan baku', AUXILIARY: 'Bahan penolong', WIP: 'Barang setengah jadi', FINISHED_GOOD: 'Barang jadi', SERVICE: 'Jasa' },
    locationKinds: {
      VIEW: 'Kelompok', INTERNAL: 'Tempat stok', CUSTOMER: 'Pelanggan', SUPPLIER: 'Pemasok', PRODUCTION: 'Produksi', INVENTORY_LOSS: 'Selisih persediaan',
    },
    destinations: { EU: 'Eropa', AP: 'Asia Pasifik', ME: 'Timur Tengah', NA: 'Amerika Utara', US: 'Amerika Serikat', CA: 'Kanada', RU: 'Rusia', GB: 'Inggris Raya', NL: 'Tanpa label' },
    partnerKinds: { SUPPLIER: 'Pemasok', SUBCONTRACTOR: 'Subkontraktor', CUSTOMER: 'Pelanggan' },
    machineKinds: { MACHINE: 'Mesin', HUMAN: 'Tenaga kerja', TOOL: 'Alat' },
    courierKinds: { EXTERNAL: 'Perusahaan luar', INTERNAL: 'Sopir sendiri' },
    printerDpis: { 203: '203', 300: '300', 600: '600' }, printerLanguages: { ZPL: 'ZPL', TSPL: 'TSPL' },
    defectKinds: { STITCHING: 'Jahitan', MATERIAL: 'Bahan', FILLING: 'Isian', ASSEMBLY: 'Perakitan', PAINT: 'Cat', OTHER: 'Lainnya' },
    defectSeverities: { MINOR: 'Ringan', MAJOR: 'Berat', CRITICAL: 'Kritis' },
    defectClasses: { A: 'A – Bahan', B: 'B – Proses', C: 'C – Perakitan', D: 'D – Ukuran', E: 'E – Tampilan', F: 'F – Keamanan' },
    downtimeKinds: { MACHINE: 'Mesin', POWER: 'Listrik', MATERIAL: 'Bahan', WAITING_APPROVAL: 'Menunggu persetujuan', OTHER: 'Lainnya' },
    weekdayNames: { monday: 'Sen', tuesday: 'Sel', wednesday: 'Rab', thursday: 'Kam', friday: 'Jum', saturday: 'Sab', sunday: 'Min' },
  },
  en: {
    stageKinds: { CUTTING: 'Cutting', EMBROIDERY: 'Embroidery', SEWING: 'Sewing', FINISHING: 'Finishing', PACKING: 'Packing', OTHER: 'Other' },
    stepKinds: { PLAIN: 'Not counted', COUNT: 'Counts output', CHECK: 'Checks every piece', CRITICAL: 'Critical, holds work' },
    figureKinds: { NUMBER: 'Number', TEXT: 'Text', CHOICE: 'Choice' },
    itemKinds: { RAW_MATERIAL: 'Raw material', AUXILIARY: 'Auxiliary material', WIP: 'Work in progress', FINISHED_GOOD: 'Finished good', SERVICE: 'Service' },
    locationKinds: {
      VIEW: 'Group', INTERNAL: 'Stock place', CUSTOMER: 'Customer', SUPPLIER: 'Supplier', PRODUCTION: 'Production', INVENTORY_LOSS: 'Inventory loss',
    },
    destinations: { EU: 'Europe', AP: 'Asia Pacific', ME: 'Middle East', NA: 'North America', US: 'United States', CA: 'Canada', RU: 'Russia', GB: 'Great Britain', NL: 'No label' },
    partnerKinds: { SUPPLIER: 'Supplier', SUBCONTRACTOR: 'Subcontractor', CUSTOMER: 'Customer' },
    machineKinds: { MACHINE: 'Machine', HUMAN: 'People', TOOL: 'Tool' },
    courierKinds: { EXTERNAL: 'Outside company', INTERNAL: 'Own drivers' },
    printerDpis: { 203: '203', 300: '300', 600: '600' }, printerLanguages: { ZPL: 'ZPL', TSPL: 'TSPL' },
    defectKinds: { STITCHING: 'Stitching', MATERIAL: 'Material', FILLING: 'Filling', ASSEMBLY: 'Assembly', PAINT: 'Paint', OTHER: 'Other' },
    defectSeverities: { MINOR: 'Minor', MAJOR: 'Major', CRITICAL: 'Critical' },
    defectClasses: { A: 'A – Material', B: 'B – Process', C: 'C – Assembly', D: 'D – Dimension', E: 'E – Appearance', F: 'F – Safety' },
    downtimeKinds: { MACHINE: 'Machine', POWER: 'Power', MATERIAL: 'Material', WAITING_APPROVAL: 'Waiting for approval', OTHER: 'Other' },
    weekdayNames: { monday: 'Mon', tuesday: 'Tue', wednesday: 'Wed', thursday: 'Thu', friday: 'Fri', saturday: 'Sat', sunday: 'Sun' },
  },
})
