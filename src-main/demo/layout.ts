import { readFileSync } from 'node:fs'
import type { AppContract } from '../../shared/contract.ts'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { InputOf } from '../../shared/core/procedure.ts'
import type { Call } from './call.ts'
import { racks, sections, stores } from './story.ts'

export interface DemoItem {
  readonly code: string; readonly name: string; readonly kind: 'RAW_MATERIAL' | 'AUXILIARY' | 'WIP' | 'FINISHED_GOOD'; readonly unit: string; readonly category: string
  readonly unitCost: string; readonly minimumStock: string; readonly stock: string; readonly buyer?: string; readonly piecesPerCarton?: number; readonly cartonsPerPallet?: number
}

export function readItems(resources: URL): DemoItem[] {
  return JSON.parse(readFileSync(new URL('demo/items.json', resources), 'utf8')) as DemoItem[]
}

/** The sections, their stores and the racks of those, as far as the factory has none of that code; ids of the sections by code. */
export async function layOut(system: Call): Promise<Ids> {
  const known = { sections: await idsByCode(system, 'listSections'), stores: await idsByCode(system, 'listLocations') }
  const missing = sections.filter(({ code }) => !(code in known.sections))
  const made = await together(missing, ({ code, name }) => system('masters', 'createSection', { code, name, parentId: null }), ({ code }) => code)
  const sectionIds = { ...known.sections, ...made }
  await together(stores.filter(({ code }) => !(code in known.stores)), ({ code, name, section }) =>
    system('masters', 'createLocation', { code, name, kind: 'INTERNAL', parentId: null, sectionId: section === null ? null : sectionIds[section]! }), ({ code }) => code)
  const storeIds = await idsByCode(system, 'listLocations')
  await together(racks.filter(({ code }) => !(code in known.stores)), ({ code, name, store }) =>
    system('masters', 'createLocation', { code, name, kind: 'INTERNAL', parentId: storeIds[store]!, sectionId: null }), ({ code }) => code)
  return sectionIds
}

export async function createItems(system: Call, items: readonly DemoItem[]): Promise<Ids> {
  const unitIds = await idsByCode(system, 'listUnits')
  return together(items, item => system('masters', 'createItem', newItem(item, unitIds)), ({ code }) => code)
}

/** What spoils, in days from the story's first, and as the supplier calls it. */
const spoiling: Readonly<Record<string, readonly [days: number, supplierLot: string]>> = { 'BP-LMT': [11, 'HM-2611'], 'BP-MNY': [28, 'SW-0094'], 'BP-OLI': [36, 'GR-1187'], 'BP-KPR': [400, 'KJ-77'] }

export function knownOfLots(code: string, day: BusinessDay): { expiresOn?: string; supplierLot?: string } {
  const [days, supplierLot] = spoiling[code] ?? []
  return days === undefined || supplierLot === undefined ? {} : { expiresOn: addDays(day, days), supplierLot }
}

export type Ids = Readonly<Record<string, string>>

/** Commands sent at once commit together; their ids by the key of what made them. */
export async function together<T>(list: readonly T[], make: (entry: T) => Promise<unknown>, key: (entry: T) => string): Promise<Ids> {
  const made = await Promise.all(list.map(make))
  return Object.fromEntries(list.map((entry, at) => [key(entry), String((made[at] as { id?: string }).id)]))
}

function newItem({ kind, unit, stock: _stock, ...item }: DemoItem, unitIds: Ids): InputOf<AppContract['masters']['createItem']> {
  return { ...item, kind, unitId: unitIds[unit]! }
}

export async function idsByCode(system: Call, list: 'listUnits' | 'listLocations' | 'listSections'): Promise<Ids> {
  const { rows } = await system('masters', list, { pageSize: 200 })
  return Object.fromEntries(rows.map(({ code, id }) => [code, id]))
}
