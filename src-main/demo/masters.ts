import type { AppContract } from '../../shared/contract.ts'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { InputOf } from '../../shared/core/procedure.ts'
import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>
type Entries<N extends keyof AppContract['masters']> = InputOf<AppContract['masters'][N]>

const lines = [
  ['CUT-01', 'Potong meja 1', 'CUT'], ['CUT-02', 'Potong meja 2', 'CUT'], ['EMB-01', 'Bordir 20 kepala', 'EMB'], ['SEW-01', 'Jahit lini 1', 'SEW'], ['SEW-02', 'Jahit lini 2', 'SEW'],
  ['SEW-03', 'Jahit lini 3', 'SEW'], ['FIN-01', 'Isi dan tutup', 'FIN'], ['PCK-01', 'Packing', 'PCK'],
] as const

const partners: readonly Entries<'createPartner'>[] = [
  { code: 'SUP-KAIN-01', name: 'PT Tekstil Sandang Makmur', kind: 'SUPPLIER', contactPerson: 'Ibu Lina', phone: '(022) 555 0173', email: 'penjualan@sandangmakmur.example', address: 'Jl. Industri 7, Majalaya, Bandung', leadTimeDays: 4 },
  { code: 'SUP-BENANG', name: 'CV Benang Nusantara', kind: 'SUPPLIER', contactPerson: 'Pak Arief', phone: '(021) 555 0181', leadTimeDays: 3 },
  { code: 'SUP-LABEL', name: 'PT Label Prima Cetak', kind: 'SUPPLIER', contactPerson: 'Ibu Mega', phone: '(021) 555 0144', leadTimeDays: 8, notes: 'Naskah label harus disetujui pembeli dahulu.' },
  { code: 'SUP-DAKRON', name: 'PT Serat Dakron Abadi', kind: 'SUPPLIER', phone: '(0267) 555 012', leadTimeDays: 5 },
  { code: 'SUP-MATA', name: 'CV Aksesori Boneka Jaya', kind: 'SUPPLIER', contactPerson: 'Pak Yusuf', phone: '(021) 555 0166', leadTimeDays: 6 },
  { code: 'SUB-BORDIR', name: 'Bordir Komputer Melati', kind: 'SUBCONTRACTOR', contactPerson: 'Ibu Rina', phone: '0812 5550 0121', address: 'Kp. Rawa Bambu 12, Bekasi', leadTimeDays: 7 },
  { code: 'SUB-LASER', name: 'Potong Laser Cemerlang', kind: 'SUBCONTRACTOR', contactPerson: 'Pak Joko', phone: '0812 5550 0134', address: 'Jl. Industri Selatan 8, Cikarang', leadTimeDays: 5 },
  { code: 'SUB-JAHIT', name: 'Jahit Rumahan Ibu Wati', kind: 'SUBCONTRACTOR', contactPerson: 'Ibu Wati', phone: '0813 5550 0147', address: 'Perum Griya Asri C4, Bekasi', leadTimeDays: 6 },
  { code: 'CUS-NORDLEK', name: 'Nordlek Toys AB', kind: 'CUSTOMER', contactPerson: 'Astrid Holm', email: 'orders@nordlek.example', address: 'Göteborg, Swedia' },
  { code: 'CUS-PLUSHCO', name: 'PlushCo Inc.', kind: 'CUSTOMER', contactPerson: 'Dana Reyes', email: 'sourcing@plushco.example', address: 'Chicago, Amerika Serikat' },
]

const workers = [
  ['Asep Hidayat', 'CUT'], ['Dedi Kurniawan', 'CUT'], ['Tuti Rahmawati', 'EMB'], ['Siti Aminah', 'SEW'], ['Eni Kusuma', 'SEW'], ['Lilis Suryani', 'SEW'], ['Nining Wahyuni', 'SEW'],
  ['Rohimah', 'SEW'], ['Yati Nurhayati', 'SEW'], ['Imas Masitoh', 'FIN'], ['Cucu Komariah', 'FIN'], ['Ujang Saputra', 'PCK'], ['Deni Ramdani', 'PCK'], ['Iwan Setiadi', 'WH'],
] as const

const machines = [
  ['MC-POTONG-1', 'Mesin potong pisau lurus', 'CUT', 'MACHINE', '180', '22500'], ['MC-BORDIR-1', 'Bordir 20 kepala', 'EMB', 'MACHINE', '95', '48000'], ['MC-JAHIT-LINI1', 'Operator jahit lini 1', 'SEW', 'HUMAN', '60', '185000'],
  ['MC-JAHIT-LINI2', 'Operator jahit lini 2', 'SEW', 'HUMAN', '60', '185000'], ['MC-ISI-1', 'Mesin isi dakron', 'FIN', 'MACHINE', '120', '31000'], ['MC-METAL-1', 'Detektor logam', 'FIN', 'TOOL', '400', '9000'],
] as const

const customers: readonly Entries<'createCustomer'>[] = [
  { code: 'TK-CERIA', name: 'Toko Mainan Ceria', area: 'Jakarta', phone: '(021) 555 0119', address: 'Jl. Pasar Baru 31, Jakarta Pusat', postalCode: '10710' },
  { code: 'TK-BINTANG', name: 'Bintang Kado', area: 'Bandung', phone: '(022) 555 0108', address: 'Jl. Braga 54, Bandung', postalCode: '40111' },
  { code: 'TK-PELANGI', name: 'Pelangi Baby Shop', area: 'Surabaya', phone: '(031) 555 0177', address: 'Jl. Tunjungan 8, Surabaya', postalCode: '60275' },
]

const couriers: readonly Entries<'createCourier'>[] = [
  { code: 'KUR-CEPAT', name: 'Cepat Kirim Logistik', kind: 'EXTERNAL', phone: '(021) 555 0150', contactPerson: 'Pak Andi', hasCashOnDelivery: true },
  { code: 'KUR-LAUT', name: 'Samudra Kargo', kind: 'EXTERNAL', phone: '(021) 555 0136' },
  { code: 'KUR-SOPIR', name: 'Sopir pabrik', kind: 'INTERNAL', phone: '0813 5550 0140', contactPerson: 'Pak Slamet' },
]

/** Who is handed what: the item, from where, to where, after how many days. */
const flows = [
  ['BJ-BRG-30', 'CUT', 'EMB', 1], ['BJ-BRG-30', 'EMB', 'SEW', 2], ['BJ-BRG-30', 'SEW', 'FIN', 1], ['BJ-BRG-30', 'FIN', 'QC', 0], ['BJ-BRG-30', 'QC', 'PCK', 1], ['BJ-BRG-30', 'PCK', 'WH', 0],
  ['BJ-HRM-30', 'CUT', 'SEW', 1], ['BJ-HRM-30', 'SEW', 'FIN', 1], ['BJ-HRM-30', 'FIN', 'PCK', 1], ['BJ-HRM-30', 'PCK', 'WH', 0],
] as const

/** The section, its line, the item, pieces or percent, how many days ago it began, after how many days it ended. */
const targets = [
  ['CUT', null, null, '960', null, 60, null], ['SEW', null, null, '480', null, 60, 20], ['SEW', null, null, '520', null, 20, null], ['SEW', 'SEW-01', null, null, '82.5', 20, null],
  ['SEW', 'SEW-02', 'BJ-BRG-30', '180', null, 10, null], ['FIN', null, null, '470', null, 60, null], ['PCK', null, null, '460', null, 60, null],
] as const

export interface MasterStory { readonly sectionIds: Ids; readonly itemIds: Ids; readonly day: BusinessDay }

/** Those masters of the demo factory of which nothing else is made. */
export async function tellMasters(call: Call, { sectionIds, itemIds, day }: MasterStory): Promise<void> {
  const lineIds: Record<string, string> = {}
  await each(lines, async ([code, name, section]) => (lineIds[code] = (await call('masters', 'createProductionLine', { code, name, sectionId: sectionIds[section]! })).id))
  const { rows: [calendar] } = await call('masters', 'listWorkCalendars', {})
  const workCalendarId = calendar!.id
  await call('masters', 'createAttributeDefinition', { entity: 'machine', labelIndonesian: 'Merek', labelEnglish: 'Brand', kind: 'text', position: 1 })
  await call('masters', 'createAttributeDefinition', { entity: 'machine', labelIndonesian: 'Servis berikutnya', labelEnglish: 'Next service', kind: 'day', position: 2 })
  await Promise.all([
    each(partners, entry => call('masters', 'createPartner', entry)),
    each(workers, ([name, section], at) => call('masters', 'createWorker', { code: `K-${String(1001 + at)}`, name, sectionId: sectionIds[section]!, isDailyWage: at % 3 === 2, badge: `KTR${String(70_010_001 + at)}` })),
    each(machines, ([code, name, section, kind, capacityPerHour, costPerHour], at) => call('masters', 'createMachine', {
      code, name, kind, capacityPerHour, costPerHour, sectionId: sectionIds[section]!, workCalendarId, attributes: { merek: ['Juki', 'Barudan', 'Brother'][at % 3]!, servisBerikutnya: addDays(day, 14 + at * 9) },
    })),
    each(customers, entry => call('masters', 'createCustomer', entry)),
    each([['SLS-01', 'Rudi Hartanto'], ['SLS-02', 'Fitri Handayani']], ([code, name]) => call('masters', 'createSalesman', { code: code!, name: name!, phone: '0811 5550 0102' })),
    each(couriers, entry => call('masters', 'createCourier', entry)),
    each(['BAKI-01', 'BAKI-02', 'BAKI-03', 'BAKI-04', 'BAKI-05', 'BAKI-06'], code => call('masters', 'createTray', { code })),
    each([['PRT-GUDANG', 'Pencetak label gudang', '192.168.1.60', 'WH'], ['PRT-PACKING', 'Pencetak label packing', '192.168.1.61', 'PCK']], ([code, name, address, section]) =>
      call('masters', 'createLabelPrinter', { code: code!, name: name!, address: address!, dpi: '203', sectionId: sectionIds[section!]! })),
    each([['SIANG', 'Shift siang', '15:00', '23:00'], ['MALAM', 'Shift malam', '23:00', '07:00']], ([code, name, startTime, endTime]) =>
      call('masters', 'createWorkShift', { code: code!, name: name!, workCalendarId, weekdays: '12345', startTime: startTime!, endTime: endTime!, breakMinutes: 60 })),
    each([['12-25', 'Hari Raya Natal'], ['01-01', 'Tahun Baru'], ['05-01', 'Hari Buruh'], ['06-01', 'Hari Lahir Pancasila'], ['08-17', 'Hari Kemerdekaan']], ([date, name]) =>
      call('masters', 'createHoliday', { day: nextDate(day, date!), name: name!, workCalendarId })),
    each(flows, ([item, from, to, leadDays]) => call('masters', 'createProcessFlowEdge', { itemId: itemIds[item]!, fromSectionId: sectionIds[from]!, toSectionId: sectionIds[to]!, leadDays })),
    each(targets, ([section, line, item, targetQuantity, targetEfficiency, daysAgo, endedAfter]) => call('masters', 'createTargetRule', {
      sectionId: sectionIds[section]!, productionLineId: line === null ? null : lineIds[line]!, itemId: item === null ? null : itemIds[item]!, targetQuantity, targetEfficiency, shiftHours: '7',
      startDay: addDays(day, -daysAgo), endDay: endedAfter === null ? null : addDays(day, -endedAfter - 1),
    })),
  ])
}

function each<T>(list: readonly T[], tell: (entry: T, at: number) => Promise<unknown>): Promise<unknown> {
  return Promise.all(list.map(tell))
}

/** The next time a date of the year comes, `MM-DD`. */
function nextDate(day: BusinessDay, date: string): BusinessDay {
  const year = Number(day.slice(0, 4))
  const thisYear = `${year}-${date}` as BusinessDay
  return thisYear >= day ? thisYear : (`${year + 1}-${date}` as BusinessDay)
}
