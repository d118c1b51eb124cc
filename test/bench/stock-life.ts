import type { Session } from '../../src-main/core/session.ts'
import { openFactory, type Factory } from './factory.ts'
import { median, milliseconds, ratioRow, rounds, type Bench, type Pair } from './harness.ts'
import { openMirror, type Mirror } from './mirror.ts'

export const bench: Bench = {
  name: 'stock-life',
  about: `Stock through the whole path (\`dispatch\` with a replay key, commit at \`synchronous=FULL\`). A move: \`warehouse.transferStock\`, of the oldest lot. A life cycle of goods,
five commands: received; asked for by a section; approved, which reserves them; handed over; taken back; what the desk reads between them is left out. The floor writes the very same rows, command by command, by prepared
statements in a raw transaction each, on a copy of the database with the same indexes and triggers; the copy is compared with the original, row by row, at the end. Before, so much of both is done that the host runs as
it does for the rest of the day: the first hundreds of commands after a start take longer.`,
  async run(size) {
    const factory = await openFactory()
    const items = size(200, 3)
    const store = await openStore(factory, items)
    for (let count = 0; count < 2 * items; count += 1) await store.fill.send()
    for (let count = 0; count < size(1000, 2); count += 1) await store.move.send()
    for (let count = 0; count < size(300, 1); count += 1) for (const step of store.life) await take(step)
    const mirror = await openMirror(factory)
    try {
      const moves = await rounds(size(9, 2), () => inTurns(mirror, size(150, 3), [store.move]))
      const lives = await rounds(size(9, 2), () => inTurns(mirror, size(30, 1), store.life))
      return [
        ratioRow('one durable stock move, p50', moves, milliseconds, { atMost: 1.5 }),
        ratioRow('receive, ask, reserve, issue, reverse: a life cycle, p50', lives, milliseconds, { atMost: 1.6 }),
      ]
    } finally {
      mirror.close()
      await factory.close()
    }
  },
}

/** `look`: what the desk has on its screen before it sends the command, which is no part of it. */
interface Step { look?(): void; send(): Promise<unknown> }

async function take(step: Step): Promise<void> {
  step.look?.()
  await step.send()
}

/** The steps one after the other, each of ours followed by the same rows written raw; the median of the sums. */
async function inTurns(mirror: Mirror, count: number, steps: readonly Step[]): Promise<Pair> {
  const spent = { floor: [] as number[], ours: [] as number[] }
  for (let done = 0; done < count; done += 1) {
    let [floor, ours] = [0, 0]
    for (const step of steps) {
      step.look?.()
      const turn = await mirror.inTurn(() => step.send())
      ours += turn.ours
      floor += turn.floor
    }
    spent.floor.push(floor)
    spent.ours.push(ours)
  }
  return { floor: median(spent.floor), ours: median(spent.ours) }
}

/** Two stores with many items, a clerk, and somebody of a section who asks. */
async function openStore({ system, signIn, ask, database }: Factory, itemCount: number): Promise<{ readonly fill: Step; readonly move: Step; readonly life: readonly Step[] }> {
  const { id: unitId } = await system.masters.createUnit({ code: 'ukur', name: 'Ukur', places: 2 })
  const { id: sectionId } = await system.masters.createSection({ code: 'POT', name: 'Potong' })
  const place = async (code: string, owner: string | null) => (await system.masters.createLocation({ code, name: code, kind: 'INTERNAL', parentId: null, sectionId: owner })).id
  const [main, second, rack] = [await place('UKUR', null), await place('UKUR-2', null), await place('RAK', sectionId)]
  const items = await Promise.all(Array.from({ length: itemCount }, (_, at) => system.masters.createItem({ code: `UKUR-${at}`, name: `Kain ${at}`, kind: 'RAW_MATERIAL', unitId, unitCost: '1250' })))
  const [clerk] = await signIn('Warehouse Admin')
  const [asker] = await signIn('Warehouse Operator')
  let count = 0
  const call = async ({ session }: { readonly session: Session }, name: string, input: unknown): Promise<string> => {
    count += 1
    const { json } = await ask(session, `warehouse.${name}`, input, { replayKey: `${session.deskId}:${count}` })
    return json ?? ''
  }
  let at = 0
  const next = () => items[(at += 1) % items.length]!.id
  const receive = (itemId: string) => call(clerk!, 'receiveStock', { itemId, quantity: '12.5', toLocationId: main, note: 'Surat jalan 4711' })
  let [itemId, answer] = ['', '']
  /** What the asker or the clerk has on the screen. */
  let seen = { id: '', version: 0, lineId: '', issueId: '' }
  const idOf = (table: string) => {
    const statement = database.prepare(`select id from ${table} where requisitionId = ?`).pluck()
    return (requisitionId: string) => String(statement.get(requisitionId))
  }
  const [lineOf, issueOf] = [idOf('requisitionLine'), idOf('requisitionIssue')]
  const look = () => {
    const { id, version } = JSON.parse(answer) as Pick<typeof seen, 'id' | 'version'>
    seen = { id, version, lineId: lineOf(id), issueId: issueOf(id) }
  }
  const sent = (call: () => Promise<string>) => async () => {
    answer = await call()
  }
  return {
    fill: { send: () => receive(next()) },
    move: { send: () => call(clerk!, 'transferStock', { itemId: next(), quantity: '0.25', fromLocationId: main, toLocationId: second, note: 'Rak atas' }) },
    life: [
      { send: () => receive((itemId = next())) },
      {
        send: sent(() => {
          const lines = [{ itemId, quantity: '4' }]
          return call(asker!, 'createRequisition', { sectionId, supplyLocationId: main, storeLocationId: rack, neededBy: '2099-12-31', purpose: 'SPK 7', lines })
        }),
      },
      { look, send: sent(() => call(clerk!, 'approveRequisition', { id: seen.id, version: seen.version })) },
      { look, send: sent(() => call(clerk!, 'issueRequisition', { id: seen.id, version: seen.version, lines: [{ lineId: seen.lineId, quantity: '4' }] })) },
      { look, send: sent(() => call(clerk!, 'reverseRequisitionIssue', { id: seen.id, version: seen.version, issueId: seen.issueId, reason: 'Salah barang' })) },
    ],
  }
}
