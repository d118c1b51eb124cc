import type { Priority } from '../database/tables.ts'

/** The demo factory's days, in the order in which they happened. Quantities are decimal text in the item's unit, times UTC (07:00 earlier than in the factory). */
export interface DemoCard {
  readonly daysAgo: number
  readonly time: string
  readonly by: string
  readonly section: string
  readonly item: string
  readonly quantity: string
  readonly priority?: Priority
  /** Days from asking to need; 1 where it is not said. */
  readonly neededIn?: number
  readonly notes?: string
  readonly isApproved?: true
  readonly delivered?: readonly string[]
  readonly cancelled?: string
  readonly rejected?: string
}

export const sections = [
  { code: 'CUT', name: 'Cutting' }, { code: 'EMB', name: 'Bordir' }, { code: 'SEW', name: 'Jahit' }, { code: 'FIN', name: 'Finishing' }, { code: 'PCK', name: 'Packing' },
  { code: 'WH', name: 'Gudang' }, { code: 'QC', name: 'Quality Control' }, { code: 'PPIC', name: 'PPIC' }, { code: 'PUR', name: 'Pembelian' },
] as const

/** Stores beside those that every factory begins with. */
export const stores = [
  { code: 'WH-FG', name: 'Gudang barang jadi', section: null }, { code: 'WH-KARANTINA', name: 'Gudang karantina', section: null },
  { code: 'WH-CUT', name: 'Rak Cutting', section: 'CUT' }, { code: 'WH-EMB', name: 'Rak Bordir', section: 'EMB' }, { code: 'WH-SEW', name: 'Rak Jahit', section: 'SEW' },
  { code: 'WH-FIN', name: 'Rak Finishing', section: 'FIN' }, { code: 'WH-PCK', name: 'Rak Packing', section: 'PCK' },
] as const

/** Below a store: a little stands in the first, the second waits for goods. */
export const racks = [
  { code: 'WH-MAIN-A01', name: 'Rak A-01', store: 'WH-MAIN' }, { code: 'WH-MAIN-A02', name: 'Rak A-02', store: 'WH-MAIN' },
] as const

export const boards = [
  { section: 'CUT', store: 'WH-CUT' },
  { section: 'EMB', store: 'WH-EMB' },
  { section: 'SEW', store: 'WH-SEW', maximumPending: 12, hasAutoApproval: true, autoApprovalThreshold: '20' },
  { section: 'FIN', store: 'WH-FIN', maximumPending: 2 },
  { section: 'PCK', store: 'WH-PCK', maximumInProgress: 6 },
] as const

export const rules = [
  { section: 'SEW', item: 'BN-JHT-PTH', reorderPoint: '24', orderQuantity: '48', priority: 'NORMAL', leadDays: 1 },
  { section: 'SEW', item: 'BN-JHT-HTM', reorderPoint: '24', orderQuantity: '48', priority: 'NORMAL', leadDays: 1 },
  { section: 'SEW', item: 'BN-JHT-CKT', reorderPoint: '18', orderQuantity: '36', priority: 'NORMAL', leadDays: 1 },
  { section: 'SEW', item: 'LB-JHT-EU', reorderPoint: '4', orderQuantity: '10', priority: 'HIGH', leadDays: 1 },
  { section: 'PCK', item: 'KM-KT-C', reorderPoint: '150', orderQuantity: '400', priority: 'HIGH', leadDays: 1 },
  { section: 'PCK', item: 'KM-PB-2540', reorderPoint: '1500', orderQuantity: '4000', priority: 'NORMAL', leadDays: 2 },
  { section: 'PCK', item: 'KM-LKB', reorderPoint: '12', orderQuantity: '36', priority: 'NORMAL', leadDays: 1 },
  { section: 'CUT', item: 'KN-RF08-KRM', reorderPoint: '90', orderQuantity: '240', priority: 'NORMAL', leadDays: 1 },
  { section: 'CUT', item: 'KN-RF08-CKM', reorderPoint: '90', orderQuantity: '240', priority: 'NORMAL', leadDays: 1 },
  { section: 'FIN', item: 'IS-HCS7', reorderPoint: '120', orderQuantity: '360', priority: 'HIGH', leadDays: 1 },
] as const

export const cards: readonly DemoCard[] = [
  { daysAgo: 11, time: '01:10', by: 'potong', section: 'CUT', item: 'KN-RF08-KRM', quantity: '180', notes: 'Untuk Beruang Rimba 30 cm', delivered: ['180'] },
  { daysAgo: 11, time: '01:25', by: 'potong', section: 'CUT', item: 'KN-RF08-CKM', quantity: '160', delivered: ['100', '60'] },
  { daysAgo: 11, time: '02:05', by: 'jahit', section: 'SEW', item: 'BN-JHT-PTH', quantity: '72', delivered: ['72'] },
  { daysAgo: 10, time: '01:15', by: 'jahit', section: 'SEW', item: 'BN-JHT-HTM', quantity: '60', delivered: ['60'] },
  { daysAgo: 10, time: '02:10', by: 'packing', section: 'PCK', item: 'KM-KT-C', quantity: '300', notes: 'Kirim EU minggu ini', delivered: ['200', '100'] },
  { daysAgo: 10, time: '03:20', by: 'packing', section: 'PCK', item: 'KM-PB-2540', quantity: '3000', delivered: ['3000'] },
  { daysAgo: 10, time: '04:10', by: 'bordir', section: 'EMB', item: 'BN-BRD-HTM', quantity: '40', delivered: ['40'], notes: 'Mata dan senyum Beruang' },
  { daysAgo: 10, time: '06:00', by: 'finishing', section: 'FIN', item: 'IS-HCS7', quantity: '240', delivered: ['150', '90'], notes: 'Isian Beruang 30 cm' },
  { daysAgo: 9, time: '01:05', by: 'potong', section: 'CUT', item: 'KN-VLB-ORG', quantity: '140', notes: 'Harimau Loreng', delivered: ['140'] },
  { daysAgo: 9, time: '02:40', by: 'jahit', section: 'SEW', item: 'LB-JHT-EU', quantity: '10', delivered: ['8'] },
  { daysAgo: 9, time: '04:00', by: 'jahit', section: 'SEW', item: 'MT-10-HTM', quantity: '4000', cancelled: 'Salah ukuran: yang dipakai 12 mm' },
  { daysAgo: 9, time: '04:20', by: 'jahit', section: 'SEW', item: 'MT-12-HTM', quantity: '4000', priority: 'HIGH', delivered: ['4000'] },
  { daysAgo: 8, time: '01:30', by: 'potong', section: 'CUT', item: 'KN-MNK-PTH', quantity: '90', delivered: ['90'] },
  { daysAgo: 8, time: '02:15', by: 'packing', section: 'PCK', item: 'KM-LKB', quantity: '36', delivered: ['36'] },
  { daysAgo: 8, time: '03:10', by: 'jahit', section: 'SEW', item: 'BN-JHT-CKT', quantity: '48', delivered: ['48'] },
  { daysAgo: 7, time: '01:20', by: 'packing', section: 'PCK', item: 'KM-KT-B', quantity: '240', delivered: ['240'] },
  { daysAgo: 7, time: '02:00', by: 'potong', section: 'CUT', item: 'KN-FLT-HTM', quantity: '60', priority: 'LOW', delivered: ['60'] },
  { daysAgo: 7, time: '06:30', by: 'jahit', section: 'SEW', item: 'AK-PT10-MRH', quantity: '12', delivered: ['12'] },
  { daysAgo: 6, time: '01:12', by: 'potong', section: 'CUT', item: 'KN-RF15-CKT', quantity: '120', priority: 'HIGH', notes: 'Orang Utan Kalim 45 cm', delivered: ['120'] },
  { daysAgo: 6, time: '02:22', by: 'jahit', section: 'SEW', item: 'HD-14-HTM', quantity: '2500', delivered: ['1500', '1000'] },
  { daysAgo: 6, time: '03:45', by: 'packing', section: 'PCK', item: 'KM-SLG', quantity: '4000', delivered: ['4000'] },
  { daysAgo: 6, time: '06:40', by: 'bordir', section: 'EMB', item: 'KN-SPB', quantity: '150', delivered: ['150'] },
  { daysAgo: 6, time: '07:10', by: 'finishing', section: 'FIN', item: 'IS-DKR', quantity: '180', delivered: ['180'] },
  { daysAgo: 5, time: '01:18', by: 'jahit', section: 'SEW', item: 'BN-JHT-ABU', quantity: '30', delivered: ['30'] },
  { daysAgo: 5, time: '02:30', by: 'potong', section: 'CUT', item: 'KN-KTN-BTK1', quantity: '45', notes: 'Baju Beruang edisi batik', delivered: ['45'] },
  { daysAgo: 5, time: '03:00', by: 'packing', section: 'PCK', item: 'LB-HNG-EU', quantity: '3000', delivered: ['3000'] },
  { daysAgo: 4, time: '01:40', by: 'jahit', section: 'SEW', item: 'AK-VLK20', quantity: '4', delivered: ['4'] },
  { daysAgo: 4, time: '02:12', by: 'potong', section: 'CUT', item: 'KN-VLB-HJL', quantity: '110', delivered: ['110'] },
  { daysAgo: 4, time: '04:05', by: 'packing', section: 'PCK', item: 'KM-KT-E', quantity: '80', rejected: 'Karton E dipesan khusus; pakai karton D dulu' },
  { daysAgo: 4, time: '04:40', by: 'packing', section: 'PCK', item: 'KM-KT-D', quantity: '80', delivered: ['80'] },
  { daysAgo: 4, time: '06:20', by: 'finishing', section: 'FIN', item: 'IS-KCG', quantity: '600', delivered: ['600'] },
  { daysAgo: 3, time: '01:15', by: 'jahit', section: 'SEW', item: 'BN-JHT-ORG', quantity: '36', delivered: ['36'] },
  { daysAgo: 3, time: '02:25', by: 'potong', section: 'CUT', item: 'KN-RF08-KRM', quantity: '200', priority: 'HIGH', delivered: ['120', '80'] },
  { daysAgo: 3, time: '03:30', by: 'packing', section: 'PCK', item: 'KM-STR', quantity: '6', delivered: ['6'] },
  { daysAgo: 2, time: '01:30', by: 'jahit', section: 'SEW', item: 'MT-12-CKT', quantity: '3000', delivered: ['3000'] },
  { daysAgo: 2, time: '02:45', by: 'packing', section: 'PCK', item: 'KM-PB-3550', quantity: '2500', delivered: ['2500'] },
  { daysAgo: 2, time: '06:10', by: 'potong', section: 'CUT', item: 'KN-KTN-DNM', quantity: '40', delivered: ['40'] },
  { daysAgo: 1, time: '01:20', by: 'jahit', section: 'SEW', item: 'AK-PT10-KNG', quantity: '10', delivered: ['10'] },
  { daysAgo: 2, time: '07:00', by: 'bordir', section: 'EMB', item: 'BN-BRD-MRH', quantity: '24', delivered: ['24'] },
  { daysAgo: 1, time: '02:05', by: 'packing', section: 'PCK', item: 'KM-KT-A', quantity: '400', priority: 'HIGH', neededIn: 1, notes: 'Sisa menyusul setelah kiriman pemasok', delivered: ['150'] },
  { daysAgo: 1, time: '02:40', by: 'potong', section: 'CUT', item: 'KN-MNK-KRM', quantity: '140', neededIn: 1, delivered: ['60'] },
  { daysAgo: 1, time: '06:15', by: 'jahit', section: 'SEW', item: 'BN-JHT-MRM', quantity: '40', neededIn: 2, delivered: ['20'] },
  { daysAgo: 1, time: '07:05', by: 'jahit', section: 'SEW', item: 'HD-18-CKT', quantity: '1800', neededIn: 1, isApproved: true },
  { daysAgo: 1, time: '07:30', by: 'potong', section: 'CUT', item: 'KN-RF03-PTH', quantity: '150', neededIn: 2, notes: 'Kelinci Awan 20 cm', isApproved: true },
  { daysAgo: 1, time: '08:00', by: 'packing', section: 'PCK', item: 'LB-HNG-NA', quantity: '2500', neededIn: 2, isApproved: true },
  { daysAgo: 1, time: '08:10', by: 'bordir', section: 'EMB', item: 'BN-BRD-KNG', quantity: '18', neededIn: 2 },
  { daysAgo: 1, time: '08:15', by: 'finishing', section: 'FIN', item: 'BN-JHT-PTH', quantity: '10', neededIn: 1, notes: 'Penutup jahitan tangan' },
  { daysAgo: 1, time: '08:18', by: 'finishing', section: 'FIN', item: 'BP-SKT', quantity: '6', neededIn: 3 },
  { daysAgo: 1, time: '08:20', by: 'jahit', section: 'SEW', item: 'AK-LNC', quantity: '600', neededIn: 2, notes: 'Untuk kalung kucing' },
  { daysAgo: 1, time: '08:35', by: 'potong', section: 'CUT', item: 'KN-VLB-CKM', quantity: '180', priority: 'HIGH', neededIn: 1 },
  { daysAgo: 1, time: '08:50', by: 'packing', section: 'PCK', item: 'KM-SDT', quantity: '1200', priority: 'LOW', neededIn: 4 },
  { daysAgo: 1, time: '09:05', by: 'jahit', section: 'SEW', item: 'BN-JHT-KRM', quantity: '36', neededIn: 1 },
  { daysAgo: 1, time: '09:20', by: 'potong', section: 'CUT', item: 'KN-KLS-HTM', quantity: '25', neededIn: 3 },
]

/** What the sections used up this morning; some of it crosses a reorder point, so the board shows what the rules asked for. */
export const uses = [
  { by: 'jahit', store: 'WH-SEW', item: 'BN-JHT-PTH', quantity: '52' },
  { by: 'jahit', store: 'WH-SEW', item: 'BN-JHT-HTM', quantity: '22' },
  { by: 'packing', store: 'WH-PCK', item: 'KM-KT-C', quantity: '168' },
  { by: 'packing', store: 'WH-PCK', item: 'KM-PB-2540', quantity: '900' },
  { by: 'potong', store: 'WH-CUT', item: 'KN-RF08-CKM', quantity: '84.5' },
  { by: 'potong', store: 'WH-CUT', item: 'KN-RF08-KRM', quantity: '210' },
  { by: 'finishing', store: 'WH-FIN', item: 'IS-HCS7', quantity: '132.5' },
  { by: 'bordir', store: 'WH-EMB', item: 'BN-BRD-HTM', quantity: '14' },
  { by: 'jahit', store: 'WH-SEW', item: 'BN-JHT-CKT', quantity: '12' },
] as const
