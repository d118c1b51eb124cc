import { openFactory, type Factory } from './factory.ts'
import { median, milliseconds, perSecond, quantile, ratioRow, rounds, timed, type Bench } from './harness.ts'
import { openMirror, type Mirror } from './mirror.ts'

const together = 64

export const bench: Bench = {
  name: 'durable-command',
  about: `\`warehouse.receiveStock\` through \`dispatch\` with a replay key: permission, input, rules, ledger, balance, audit chain, events, stored answer,
commit at \`synchronous=FULL\`. The floor writes the very same rows, read back from our database, by prepared statements in one raw transaction, on a
copy of that database with the same indexes and triggers.`,
  async run(size) {
    const factory = await openFactory()
    const receive = await receiver(factory)
    for (let count = 0; count < size(1000, 4); count += 1) await receive()
    const floor = await openMirror(factory)
    try {
      const alone = await rounds(size(9, 2), () => oneByOne(receive, floor, size(200, 4)))
      const gains = await rounds(size(9, 2), () => aloneAndTogether(receive, floor, size(4, 1)))
      return [
        ratioRow('durable command, p50', alone.map(({ floor: raw, ours }) => ({ floor: median(raw), ours: median(ours) })), milliseconds, { atMost: 1.5 }),
        ratioRow('durable command, p95', alone.map(({ floor: raw, ours }) => ({ floor: quantile(raw, 0.95), ours: quantile(ours, 0.95) })), milliseconds),
        ratioRow(`commands, ${together} in flight against one at a time`, gains.map(({ ours }) => ours), perSecond, { atLeast: 8 }),
        ratioRow(`the raw rows, ${together} in a transaction against one`, gains.map(({ floor: raw }) => raw), perSecond),
      ]
    } finally {
      floor.close()
      await factory.close()
    }
  },
}

async function oneByOne(receive: () => Promise<void>, floor: Mirror, count: number): Promise<{ floor: number[]; ours: number[] }> {
  const spent = { floor: [] as number[], ours: [] as number[] }
  for (let done = 0; done < count; done += 1) {
    const turn = await floor.inTurn(receive)
    spent.ours.push(turn.ours)
    spent.floor.push(turn.floor)
  }
  return spent
}

/** Rates: `floor` one at a time, `ours` together; of the raw rows and of ours. */
async function aloneAndTogether(receive: () => Promise<void>, floor: Mirror, count: number) {
  const spent = { floor: { floor: 0, ours: 0 }, ours: { floor: 0, ours: 0 } }
  for (let done = 0; done < count; done += 1) {
    spent.ours.ours += await timed(() => Promise.all(Array.from({ length: together }, receive)))
    spent.floor.ours += await timed(floor.writeNew())
    for (let one = 0; one < together; one += 1) {
      const turn = await floor.inTurn(receive)
      spent.ours.floor += turn.ours
      spent.floor.floor += turn.floor
    }
  }
  const rates = (time: { floor: number; ours: number }) => ({ floor: (count * together * 1000) / time.floor, ours: (count * together * 1000) / time.ours })
  return { floor: rates(spent.floor), ours: rates(spent.ours) }
}

/** A warehouse clerk who receives one item after another, each command under a key of its own. */
async function receiver({ system, signIn, ask }: Factory): Promise<() => Promise<void>> {
  const { id: unitId } = await system.masters.createUnit({ code: 'ukur', name: 'Ukur', places: 2 })
  const { id: toLocationId } = await system.masters.createLocation({ code: 'UKUR', name: 'Gudang ukur', kind: 'INTERNAL', parentId: null, sectionId: null })
  const items = await Promise.all(Array.from({ length: 200 }, (_, at) =>
    system.masters.createItem({ code: `UKUR-${at}`, name: `Kain ${at}`, kind: 'RAW_MATERIAL', unitId })))
  const [clerk] = await signIn('Warehouse Admin')
  const { session } = clerk!
  let count = 0
  return async () => {
    count += 1
    const input = { itemId: items[count % items.length]!.id, quantity: '12.5', toLocationId, note: 'Surat jalan 4711' }
    await ask(session, 'warehouse.receiveStock', input, { replayKey: `${session.deskId}:${count}` })
  }
}
