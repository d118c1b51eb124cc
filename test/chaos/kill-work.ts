import { AppError, type ErrorCode } from '../../shared/core/errors.ts'
import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'
import type { AppContract } from '../../shared/contract.ts'
import { demoLogins } from '../../src-main/demo/logins.ts'
import type { NetworkDesk } from './network-desk.ts'
import { pause } from './network-proxy.ts'
import type { Chance } from './scale.ts'

/** One thing a person does at a desk; its commands are the desk's own affair. */
type Act = (desk: NetworkDesk, place: Place, chance: Chance) => Promise<unknown>
type Card = OutputOf<AppContract['kanban']['getCard']>['card']
type Item = OutputOf<AppContract['masters']['getItem']>

/** What the people of the demo factory know of it. */
export interface Place {
  readonly items: readonly Item[]
  readonly mainStore: string
  /** The section's own one, and its store. */
  readonly sectionId: string | null
  readonly sectionStore: string | undefined
}

/** Who sits at the ten desks, and what they do all day. Two of them are one person at two desks. */
export const crew: readonly { readonly username: string; readonly deskId: string; readonly acts: readonly Act[] }[] = [
  ...['jahit', 'potong', 'packing', 'bordir', 'finishing'].map(username => ({ username, deskId: `meja-${username}`, acts: [ask, ask, ask, cancelOwn, consume] })),
  { username: 'gudang', deskId: 'meja-gudang', acts: [approve, deliver, deliver, receive, transfer] },
  { username: 'operator', deskId: 'meja-operator', acts: [deliver, deliver, receive, transfer, issue] },
  { username: 'manajer', deskId: 'meja-manajer', acts: [approve, reject, receive, editItem] },
  { username: 'admin', deskId: 'meja-admin-1', acts: [editItem, editItem, editUnit, reverse] },
  { username: 'admin', deskId: 'meja-admin-2', acts: [editItem, editItem, editUnit, receive] },
]

export const passwordOf = (username: string) => demoLogins.find(entry => entry.username === username)!.password

export async function lookAround({ api }: NetworkDesk): Promise<Place> {
  const [{ rows: items }, { rows: places }, me] = await Promise.all([
    api.masters.listItems({ pageSize: 200 }).catch(() => api.masters.findItems({ pageSize: 50 })), api.masters.findLocations({ pageSize: 50 }), api.identity.whoAmI({}),
  ])
  const sectionStore = places.find(({ sectionId }) => sectionId !== null && sectionId === me.sectionId)?.id
  return { items: items as Item[], mainStore: places.find(({ code }) => code === 'WH-MAIN')!.id, sectionId: me.sectionId, sectionStore }
}

/** Acts until it is told to stop: one after the other, now and then several at once. Gives what was refused, by code. */
export async function work(desk: NetworkDesk, acts: readonly Act[], place: Place, chance: Chance, isOver: () => boolean): Promise<Map<ErrorCode, number>> {
  const refused = new Map<ErrorCode, number>()
  const attempt = async () => {
    try {
      await chance.oneOf(acts)(desk, place, chance)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.set(error.code, (refused.get(error.code) ?? 0) + 1)
    }
  }
  while (!isOver()) {
    await Promise.all(Array.from({ length: chance.below(4) === 0 ? 4 : 1 }, attempt))
    await pause(chance.below(25))
  }
  return refused
}

let marks = 0
/** No two entries of a run carry the same note. */
const mark = ({ id }: NetworkDesk) => `${id} #${(marks += 1)}`

const cardsOf = async ({ api }: NetworkDesk, status: readonly Card['status'][]) =>
  (await api.kanban.listCards({ filter: { status: [...status] }, sort: [{ column: 'createdAt', descending: true }], pageSize: 20 })).rows
const picked = <T>(chance: Chance, choices: readonly T[]): T | undefined => (choices.length > 0 ? chance.oneOf(choices) : undefined)
const few = (chance: Chance) => String(1 + chance.below(9))

async function ask(desk: NetworkDesk, { items, sectionId }: Place, chance: Chance): Promise<unknown> {
  return desk.api.kanban.createCard({ sectionId: sectionId!, itemId: chance.oneOf(items).id, quantity: few(chance), neededBy: '2099-12-31', notes: mark(desk) })
}

async function cancelOwn(desk: NetworkDesk, _place: Place, chance: Chance): Promise<unknown> {
  const card = picked(chance, await cardsOf(desk, ['PENDING', 'PLANNED']))
  return card && desk.api.kanban.cancelCard({ id: card.id, version: card.version, reason: mark(desk) })
}

async function consume(desk: NetworkDesk, { items, sectionStore }: Place, chance: Chance): Promise<unknown> {
  return sectionStore && desk.api.warehouse.consumeMaterial({ itemId: chance.oneOf(items).id, locationId: sectionStore, quantity: '1', note: mark(desk) })
}

async function approve(desk: NetworkDesk, _place: Place, chance: Chance): Promise<unknown> {
  const card = picked(chance, await cardsOf(desk, ['PENDING']))
  return card && desk.api.kanban.approveCard({ id: card.id, version: card.version })
}

async function reject(desk: NetworkDesk, _place: Place, chance: Chance): Promise<unknown> {
  const card = picked(chance, await cardsOf(desk, ['PENDING', 'APPROVED']))
  return card && desk.api.kanban.rejectCard({ id: card.id, version: card.version, reason: mark(desk) })
}

/** The whole rest, or one. */
async function deliver(desk: NetworkDesk, _place: Place, chance: Chance): Promise<unknown> {
  const card = picked(chance, await cardsOf(desk, ['APPROVED', 'IN_PROGRESS']))
  if (!card) return undefined
  const rest = decimalText((card.quantity - card.fulfilled) as Decimal)
  return desk.api.kanban.fulfilCard({ id: card.id, version: card.version, quantity: chance.below(2) === 0 ? rest : '1' })
}

async function receive(desk: NetworkDesk, { items, mainStore }: Place, chance: Chance): Promise<unknown> {
  return desk.api.warehouse.receiveStock({ itemId: chance.oneOf(items).id, quantity: few(chance), toLocationId: mainStore, note: mark(desk) })
}

async function transfer(desk: NetworkDesk, { items, mainStore }: Place, chance: Chance): Promise<unknown> {
  const [from, to] = await Promise.all([desk.api.masters.findLocations({ search: 'WH-KARANTINA' }), Promise.resolve(mainStore)])
  return desk.api.warehouse.transferStock({ itemId: chance.oneOf(items).id, quantity: '1', fromLocationId: to, toLocationId: from.rows[0]!.id, note: mark(desk) })
}

async function issue(desk: NetworkDesk, { items, mainStore }: Place, chance: Chance): Promise<unknown> {
  return desk.api.warehouse.issueStock({ itemId: chance.oneOf(items).id, quantity: few(chance), fromLocationId: mainStore, note: mark(desk) })
}

async function reverse(desk: NetworkDesk, _place: Place, chance: Chance): Promise<unknown> {
  const { rows } = await desk.api.warehouse.listMoves({ filter: { kind: 'RECEIPT' }, sort: [{ column: 'seq', descending: true }], pageSize: 20 })
  const move = picked(chance, rows)
  return move && desk.api.warehouse.reverseMove({ seq: move.seq, reason: mark(desk) })
}

/** Everybody edits the same few: the second of two hears of a conflict. */
async function editItem(desk: NetworkDesk, { items }: Place, chance: Chance): Promise<unknown> {
  const { id, version } = await desk.api.masters.getItem({ id: items[chance.below(3)]!.id })
  return desk.api.masters.updateItem({ id, version, notes: mark(desk) })
}

async function editUnit(desk: NetworkDesk, _place: Place, chance: Chance): Promise<unknown> {
  const { rows } = await desk.api.masters.listUnits({ pageSize: 3 })
  const { id, version } = chance.oneOf(rows)
  return desk.api.masters.updateUnit({ id, version, name: mark(desk) })
}
