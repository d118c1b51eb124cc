import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { Channel, Outcome } from '../../shared/follow-up/rules.ts'
import type { Call } from './call.ts'

export interface ReceivablesStory {
  readonly system: Call
  readonly people: Readonly<Record<string, Call>>
  readonly clock: { pass(minutes: number): void; day(): BusinessDay }
}

/** Those that the factory sold to before this story began. */
const customers = [
  { code: 'TK-MELATI', name: 'Melati Gift Bogor', area: 'Bogor', phone: '(0251) 555 0163', address: 'Jl. Suryakencana 77, Bogor' },
  { code: 'TK-DEPOK', name: 'Mainan Murah Depok', area: 'Depok', phone: '0813 5550 0127', address: 'Jl. Margonda Raya 210, Depok' },
  { code: 'TK-MEDAN', name: 'Istana Boneka Medan', area: 'Medan', phone: '(061) 555 0144', alternatePhone: '0811 5550 0144', email: 'kas@istanaboneka.example', address: 'Jl. Asia 19, Medan' },
  { code: 'TK-SEMAR', name: 'Toko Semar Jaya', area: 'Semarang', phone: '(024) 555 0102', address: 'Jl. Gang Pinggir 12, Semarang' },
  { code: 'TK-JOGJA', name: 'Omah Dolanan', area: 'Yogyakarta', phone: '(0274) 555 0131', email: 'omah@dolanan.example', address: 'Jl. Mataram 45, Yogyakarta' },
  { code: 'TK-MALANG', name: 'Kado Kita Malang', area: 'Malang', phone: '(0341) 555 0118' },
  { code: 'TK-BALI', name: 'Bali Toys Corner', area: 'Denpasar', phone: '(0361) 555 0190', email: 'pay@balitoys.example', address: 'Jl. Teuku Umar 101, Denpasar' },
  { code: 'TK-PLMB', name: 'Musi Mainan', area: 'Palembang', phone: '(0711) 555 0125' },
  { code: 'TK-MKS', name: 'Losari Baby Shop', area: 'Makassar', phone: '(0411) 555 0166' },
  { code: 'TK-CRB', name: 'Cirebon Kids', area: 'Cirebon', phone: '(0231) 555 0153' },
  { code: 'TK-BKS', name: 'Mitra Bayi Bekasi', area: 'Bekasi', phone: '(021) 555 0171', alternatePhone: '0812 5550 0171' },
] as const

const [rudi, fitri, yoga] = ['Rudi Hartanto', 'Fitri Handayani', 'Yoga Pratama']
/** What the books say as the story begins, and today, when one of them is not told of any more. */
const ledgers: Readonly<Record<number, readonly (readonly [code: string, debit: string, credit: string, agent: string])[]>> = {
  11: [
    ['TK-CERIA', '14250000', '6200000', rudi], ['TK-BINTANG', '7300000', '2300000', fitri], ['TK-PELANGI', '36500000', '11000000', rudi], ['TK-DEPOK', '3150000', '2400000', fitri],
    ['TK-MEDAN', '61400000', '5000000', yoga], ['TK-SEMAR', '9800000', '1300000', fitri], ['TK-JOGJA', '6450000', '3250000', yoga], ['TK-BALI', '17600000', '2600000', yoga],
    ['TK-PLMB', '4200000', '2100000', yoga], ['TK-CRB', '5400000', '1800000', fitri], ['TK-BKS', '8850000', '4100000', rudi],
  ],
  0: [
    ['TK-CERIA', '18450000', '6200000', rudi], ['TK-BINTANG', '7300000', '7300000', fitri], ['TK-PELANGI', '42500000', '11000000', rudi], ['TK-DEPOK', '3150000', '2400000', fitri],
    ['TK-MEDAN', '61400000', '5000000', yoga], ['TK-SEMAR', '9800000', '7300000', fitri], ['TK-JOGJA', '6450000', '3250000', yoga], ['TK-BALI', '17600000', '2600000', yoga],
    ['TK-PLMB', '4200000', '2100000', yoga], ['TK-BKS', '8850000', '8850000', rudi], ['TK-MELATI', '2875000', '0', rudi], ['TK-MALANG', '11200000', '900000', fitri],
    ['TK-MKS', '1460000', '560000', yoga],
  ],
}

interface Asked {
  readonly daysAgo: number
  readonly by: string
  readonly code: string
  readonly channel: Channel
  readonly outcome: Outcome
  readonly promised?: string
  /** Days from then to the next follow-up. */
  readonly next?: number
  readonly to?: string
  readonly notes: string
}
/** In the order in which customers were asked. */
const followUps: readonly Asked[] = [
  { daysAgo: 11, by: 'kasir', code: 'TK-MEDAN', channel: 'PHONE', outcome: 'NO_RESPONSE', next: 3, notes: 'Dua kali ditelepon, tidak diangkat' },
  { daysAgo: 11, by: 'kasir', code: 'TK-SEMAR', channel: 'WHATSAPP', outcome: 'PROMISED', promised: '4000000', next: 5, notes: 'Transfer setelah gajian toko' },
  { daysAgo: 10, by: 'kasir', code: 'TK-PLMB', channel: 'EMAIL', outcome: 'PROMISED', promised: '2100000', next: 12, notes: 'Minta salinan faktur, lalu transfer' },
  { daysAgo: 8, by: 'manajer', code: 'TK-MEDAN', channel: 'VISIT', outcome: 'DISPUTE', next: 4, notes: 'Menolak dua karton yang basah waktu diterima' },
  { daysAgo: 7, by: 'kasir', code: 'TK-CRB', channel: 'PHONE', outcome: 'ESCALATED', to: 'manajer', notes: 'Minta cicilan, perlu keputusan' },
  { daysAgo: 6, by: 'kasir', code: 'TK-SEMAR', channel: 'PHONE', outcome: 'PARTIAL', promised: '2500000', next: 8, notes: 'Sudah transfer 6 juta, sisanya menyusul' },
  { daysAgo: 4, by: 'kasir', code: 'TK-MEDAN', channel: 'PHONE', outcome: 'ESCALATED', to: 'manajer', next: 6, notes: 'Tetap menolak bayar sebelum retur diputuskan' },
  { daysAgo: 3, by: 'kasir', code: 'TK-JOGJA', channel: 'EMAIL', outcome: 'PROMISED', promised: '3200000', next: 2, notes: 'Janji transfer lewat bank' },
  { daysAgo: 2, by: 'kasir', code: 'TK-BALI', channel: 'WHATSAPP', outcome: 'PROMISED', promised: '7500000', next: 2, notes: 'Setengah dulu, setengah bulan depan' },
  { daysAgo: 1, by: 'kasir', code: 'TK-BKS', channel: 'PHONE', outcome: 'PAID', notes: 'Bukti transfer sudah dikirim' },
  { daysAgo: 1, by: 'manajer', code: 'TK-PELANGI', channel: 'VISIT', outcome: 'PROMISED', promised: '15000000', next: 4, notes: 'Bertemu pemilik, minta waktu sampai akhir pekan' },
  { daysAgo: 0, by: 'kasir', code: 'TK-CERIA', channel: 'WHATSAPP', outcome: 'PROMISED', promised: '5000000', next: 3, notes: 'Janji transfer setelah tanggal 1' },
  { daysAgo: 0, by: 'kasir', code: 'TK-DEPOK', channel: 'PHONE', outcome: 'NO_RESPONSE', next: 3, notes: '' },
]
/** What an escalated one came to: its holder said so, so many days ago. */
const settled = { daysAgo: 5, by: 'manajer', code: 'TK-CRB', reason: 'Disetujui dicicil tiga kali, mulai bulan depan' }
/** In a factory that reckons in rupiah. */
const limits = [
  ['followUp.highAmount', 25_000_000],
  ['followUp.mediumAmount', 5_000_000],
] as const

/** What was asked of customers on one of the days of the story, and what the host told of it that day. */
export async function tellReceivables(story: ReceivablesStory, daysAgo: number): Promise<void> {
  const { system, people, clock } = story
  if (daysAgo === 11) {
    for (const customer of customers) await system('masters', 'createCustomer', customer)
    for (const [key, value] of limits) await people.manajer!('settings', 'changeSetting', { key, value })
  }
  const accounts = ledgers[daysAgo]?.map(([customerCode, debit, credit, agentName]) => ({ customerCode, debit, credit, agentName, asOf: clock.day() }))
  if (accounts) await people.manajer!('followUp', 'saveAccounts', { accounts })
  for (const asked of followUps.filter(one => one.daysAgo === daysAgo)) await ask(story, asked)
  if (daysAgo === settled.daysAgo) await settle(story)
  if (daysAgo <= 11) await system('followUp', 'generateAlerts', {})
}

async function ask({ system, people, clock }: ReceivablesStory, { by, code, channel, outcome, promised, next, to, notes }: Asked): Promise<void> {
  clock.pass(2)
  const { customerId } = await clientOf(system, code)
  const holders = to === undefined ? [] : await system('followUp', 'listHolders', {})
  const escalatedTo = holders.find(({ role }) => role === roles[to as keyof typeof roles])?.id
  await people[by]!('followUp', 'logFollowUp', {
    customerId, channel, outcome, notes,
    ...(promised !== undefined && { promised }), ...(next !== undefined && { nextDay: addDays(clock.day(), next) }), ...(escalatedTo !== undefined && { escalatedTo }),
  })
}
const roles = { manajer: 'Manager' } as const

async function settle({ system, people }: ReceivablesStory): Promise<void> {
  const { customerId } = await clientOf(system, settled.code)
  const { rows } = await system('followUp', 'listAlerts', { filter: { customerId, kind: 'ESCALATED', isOpen: true } })
  for (const { id, version } of rows) await people[settled.by]!('followUp', 'resolveAlert', { id, version, reason: settled.reason })
}

async function clientOf(system: Call, code: string) {
  const { rows } = await system('followUp', 'listClients', { search: code, pageSize: 1 })
  return rows[0]!
}
