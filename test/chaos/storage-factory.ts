import type { Reply } from '../../shared/core/frames.ts'
import { login, openDesk, post, type BareDesk } from '../support/host-process.ts'

export const password = 'Pabrik#2026'

/** What desks need to know to work in the small factory. */
export interface Factory {
  readonly itemId: string
  readonly unitId: string
  readonly sectionId: string
  readonly mainStore: string
  readonly sectionStore: string
}

export interface Work { readonly call: string; readonly input: object }

/** A factory of one section with a board, one item and plenty of it in stock, set up over the socket. */
export async function setUpFactory(url: string): Promise<Factory> {
  valueOf(await post(url, 'identity.setUp', { factoryName: 'Pabrik Uji', fullName: 'Admin Uji', username: 'admin', password, language: 'id', deskId: 'desk-0' }))
  const desk = await signIn(url, 'desk-0')
  const ask = async <T>(call: string, input: object) => valueOf(await desk.call({ call, input })) as T
  const supply = await ask<{ id: string }>('masters.createSection', { code: 'WH', name: 'Gudang' })
  const section = await ask<{ id: string }>('masters.createSection', { code: 'SEW', name: 'Jahit' })
  const store = await ask<{ id: string }>('masters.createLocation', { code: 'WH-SEW', name: 'Rak jahit', kind: 'INTERNAL', sectionId: section.id })
  const { rows: units } = await ask<{ rows: { id: string; code: string }[] }>('masters.listUnits', { search: 'Pcs' })
  const { rows: places } = await ask<{ rows: { id: string; code: string }[] }>('masters.listLocations', { search: 'WH-MAIN' })
  const unitId = units.find(({ code }) => code === 'Pcs')!.id
  const item = await ask<{ id: string }>('masters.createItem', { code: 'KARTON', name: 'Karton', kind: 'RAW_MATERIAL', unitId })
  const mainStore = places[0]!.id
  await ask('kanban.createBoard', { sectionId: section.id, supplySectionId: supply.id, supplyLocationId: mainStore, storeLocationId: store.id, maximumPending: 1000 })
  await ask('warehouse.receiveStock', { itemId: item.id, quantity: '100000', toLocationId: mainStore })
  desk.close()
  return { itemId: item.id, unitId, sectionId: section.id, mainStore, sectionStore: store.id }
}

const tokens = new Map<string, Promise<string>>()

/** A desk signs in once: a password is slow by design. */
export function tokenOf(url: string, deskId: string): Promise<string> {
  const key = `${url} ${deskId}`
  const known = tokens.get(key) ?? login(url, 'admin', password, deskId)
  tokens.set(key, known)
  return known
}

export async function signIn(url: string, deskId: string): Promise<BareDesk> {
  return openDesk(url, await tokenOf(url, deskId), deskId)
}

/** Every kind of entry a desk makes, in turn. The key is written into what it makes, so that it is found again. */
export function workOf({ itemId, unitId, sectionId, mainStore, sectionStore }: Factory, key: string, turn: number): Work {
  const move = { itemId, quantity: '3', note: key }
  const kinds: readonly Work[] = [
    { call: 'masters.createUnit', input: { code: key, name: key, places: 0 } },
    { call: 'warehouse.receiveStock', input: { ...move, toLocationId: mainStore } },
    { call: 'kanban.createCard', input: { sectionId, itemId, quantity: '5', neededBy: '2027-01-31', notes: key } },
    { call: 'warehouse.transferStock', input: { ...move, fromLocationId: mainStore, toLocationId: sectionStore } },
    { call: 'masters.createItem', input: { code: key, name: key, kind: 'RAW_MATERIAL', unitId } },
    // Refused, and the refusal is kept: it is told again, not decided again.
    { call: 'warehouse.issueStock', input: { ...move, quantity: '900000000', fromLocationId: mainStore } },
  ]
  return kinds[turn % kinds.length]!
}

export function valueOf(reply: Reply): unknown {
  if (!reply.ok) throw new Error(`Refused: ${JSON.stringify(reply)}`)
  return reply.value
}
