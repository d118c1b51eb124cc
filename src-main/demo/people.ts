import { hash } from 'bcryptjs'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { Call } from './call.ts'
import { driverEmail } from './invoices.ts'
import { demoLogins, workBadges } from './logins.ts'

interface PeopleClock { now(): string; pass(minutes: number): void; day(): BusinessDay }

/** Who is called what at work: the section of the title, and whose it is. */
const titles = [
  ['Admin produksi', 'SEW', ['jahit']], ['Kepala regu jahit', 'SEW', ['spvjahit']], ['Operator jahit', 'SEW', []], ['Admin produksi', 'CUT', ['potong']], ['Admin produksi', 'EMB', ['bordir']],
  ['Admin produksi', 'FIN', ['finishing']], ['Admin packing', 'PCK', ['packing']], ['Kepala gudang', 'WH', ['gudang']], ['Petugas gudang', 'WH', ['operator']], ['Perencana produksi', 'PPIC', ['ppic']],
] as const

/** Computers of the factory, by whom they belong to; people take turns at the shared ones. */
const desks = [
  ['demo-operator', 'Tablet gudang', 'Gudang utama, rak A', true], ['demo-packing', 'Tablet packing', 'Meja packing 2', true], ['demo-gudang', 'PC kantor gudang', 'Kantor gudang', false],
  ['demo-jahit', 'PC admin jahit', 'Lini jahit 1', false], ['demo-ppic', 'PC PPIC', 'Kantor lantai 2', false],
] as const

/** Permission, whose, why, for how many days, and whether it was taken back early. */
const grants = [
  ['kanban.approve', 'operator', 'Menggantikan Pak Bambang selama cuti', 16, false], ['warehouse.create', 'packing', 'Membantu terima barang akhir pekan', 2, false],
  ['reports.create', 'jahit', 'Menyiapkan laporan audit pembeli', 10, true],
] as const

/** What belongs to people of the demo factory besides their accounts: titles, PINs and badges, permissions for a time, their computers, a program's key. */
export async function tellPeople(system: Call, people: Readonly<Record<string, Call>>, clock: PeopleClock, sectionIds: Readonly<Record<string, string>>): Promise<void> {
  const { rows } = await system('identity', 'listUsers', { pageSize: 200 })
  const users = new Map(rows.map(user => [user.username, user]))
  const userId = (username: string) => users.get(username)!.id
  const manager = people.manajer!

  for (const [title, section, holders] of titles) {
    const { id: jobTitleId } = await system('identity', 'createJobTitle', { title, sectionId: sectionIds[section]! })
    for (const username of holders) await system('identity', 'updateUser', { id: userId(username), version: users.get(username)!.version, jobTitleId })
  }
  for (const { username, pin } of demoLogins) if (pin !== undefined) await system('operators', 'storePin', { userId: userId(username), pinHash: await hash(pin, 10) })
  await system('operators', 'setBadge', { userId: userId('operator'), code: 'LTB-26004417' })
  await system('operators', 'setBadge', { userId: userId('packing'), code: 'LTB-26004423' })
  for (const [username, code] of Object.entries(workBadges)) await system('operators', 'setBadge', { userId: userId(username), code })
  await system('identity', 'updateUser', { id: userId('antar'), version: users.get('antar')!.version, email: driverEmail })
  for (const [id, name, place, isShared] of desks) await system('desks', 'nameDesk', { id, name, place, isShared })

  for (const [permission, username, reason, days, isRevoked] of grants) {
    clock.pass(4)
    const grant = await manager('identity', 'giveGrant', { permission, userId: userId(username), reason, expiresAt: new Date(Date.parse(clock.now()) + days * 86_400_000).toISOString() })
    clock.pass(90)
    if (isRevoked) await manager('identity', 'revokeGrant', { id: grant.id, version: grant.version, reason: 'Laporannya sudah selesai' })
  }
  await tellKeys(system, manager, clock)
}

async function tellKeys(system: Call, manager: Call, clock: PeopleClock): Promise<void> {
  const key = { permissions: ['warehouse.view', 'masters.view'] as const, sections: 'all', canSeeCost: false, expiresOn: addDays(clock.day(), 365) } as const
  const scale = await manager('programs', 'createKey', { ...key, permissions: [...key.permissions], name: 'Timbangan gudang' })
  await system('identity', 'touchSessions', { sessions: [{ id: scale.id, at: clock.now() }] })
  const { id } = await manager('programs', 'createKey', { ...key, permissions: ['reports.view'], name: 'Layar TV lantai jahit (uji coba)' })
  const { rows } = await manager('programs', 'listKeys', {})
  await manager('programs', 'revokeKey', { id, version: rows.find(row => row.id === id)!.version })
}
