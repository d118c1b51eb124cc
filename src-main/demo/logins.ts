export interface DemoLogin { readonly username: string; readonly password: string; readonly fullName: string; readonly role: string; readonly section: string | null; readonly sections?: readonly string[]; readonly pin?: string }

/** One password for all: it is printed at start and shown on the login screen, and it opens nothing but a demo factory. */
const password = 'Lantai#2026'

/** The PIN of everybody who takes turns at shared computers; it too is printed. */
const pin = '2580'

/** The people of the demo factory, in the order in which the login screen offers them. */
export const demoLogins: readonly DemoLogin[] = [
  { username: 'jahit', password, fullName: 'Sri Lestari', role: 'Admin Sewing', section: 'SEW', pin },
  { username: 'gudang', password, fullName: 'Bambang Prasetyo', role: 'Warehouse Admin', section: 'WH' },
  { username: 'manajer', password, fullName: 'Dewi Anggraini', role: 'Manager', section: null },
  { username: 'potong', password, fullName: 'Agus Setiawan', role: 'Admin Cutting', section: 'CUT', pin },
  { username: 'packing', password, fullName: 'Yuni Kartika', role: 'Admin Packing', section: 'PCK', pin },
  { username: 'bordir', password, fullName: 'Nur Aini', role: 'Admin Embroidery', section: 'EMB', pin },
  { username: 'finishing', password, fullName: 'Wati Suryani', role: 'Admin Finishing', section: 'FIN', pin },
  { username: 'spvjahit', password, fullName: 'Hendra Gunawan', role: 'SPV Sewing', section: 'SEW', sections: ['EMB'] },
  { username: 'operator', password, fullName: 'Joko Susilo', role: 'Warehouse Operator', section: 'WH', pin },
  { username: 'ppic', password, fullName: 'Maya Puspita', role: 'PPIC Manager', section: 'PPIC' },
  { username: 'beli', password, fullName: 'Indra Kusnadi', role: 'Purchasing', section: 'PUR' },
  { username: 'kepalabeli', password, fullName: 'Lestari Wulandari', role: 'Purchasing Head', section: 'PUR' },
  { username: 'direktur', password, fullName: 'Hartono Wirawan', role: 'Director', section: null },
  { username: 'kasir', password, fullName: 'Putri Maharani', role: 'Billing', section: 'WH' },
  { username: 'ambil', password, fullName: 'Dedi Kurnia', role: 'Picker', section: 'WH', pin },
  { username: 'kemas', password, fullName: 'Siti Rahma', role: 'Packer', section: 'WH', pin },
  { username: 'antar', password, fullName: 'Slamet Riyadi', role: 'Driver', section: 'WH', pin },
  { username: 'tv', password, fullName: 'Layar dinding PPIC', role: 'Wall-screen', section: null },
  { username: 'admin', password, fullName: 'Ratna Wijaya', role: 'Superadmin', section: null },
]

/** The codes on the badges of those who fulfil invoices. */
export const workBadges = { ambil: 'LTB-26004431', kemas: 'LTB-26004442', antar: 'LTB-26004453' } as const
