import type { Desk, TestHost } from './host.ts'

/** A rack for each of these sections beside the places of every factory; the ids of all places by their codes (`WH-MAIN`, `WH-SEW`). */
export async function openRacks(host: TestHost, admin: Desk, sections: readonly string[]): Promise<Record<string, string>> {
  for (const section of sections) await admin.masters.createLocation({ code: `WH-${section}`, name: `Rak ${section}`, kind: 'INTERNAL', sectionId: host.section(section) })
  const { rows } = await admin.masters.listLocations({ pageSize: 200 })
  return Object.fromEntries(rows.map(({ code, id }) => [code, id]))
}

/** The id of a unit that every factory has. */
export async function unitIdOf(admin: Desk, unit: string): Promise<string> {
  const found = (await admin.masters.listUnits({ search: unit })).rows.find(({ code }) => code === unit)
  if (!found) throw new Error(`No unit ${unit}`)
  return found.id
}
