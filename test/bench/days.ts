import type { DailyProduction } from '../../shared/production/daily.ts'
import { openFactory, type Factory, type SignedIn } from './factory.ts'
import { milliseconds, plainRow, quantile, ratioRow, rounds, type Bench, type Pair } from './harness.ts'
import { openMirror, type Mirror } from './mirror.ts'

const desks = 40

export const bench: Bench = {
  name: 'days',
  about: `${desks} desks enter a day of a work order each, all at once (\`production.enterProduction\` through \`dispatch\` with a replay key, commit at \`synchronous=FULL\`): gates, sums, the state of the work
order and its order, and the material its output uses. Between rounds the days are taken back. The floor writes the very same rows by prepared statements in one raw transaction, on a copy of the
database with the same indexes and triggers; the copy is compared with the original at the end.`,
  async run(size) {
    const factory = await openFactory()
    const section = await openSection(factory, size(desks, 3))
    await section.enter()
    await section.takeBack()
    const mirror = await openMirror(factory)
    try {
      const measured = await rounds(size(15, 2), () => oneRound(section, mirror))
      return [
        ratioRow(`${desks} desks enter a day at once`, measured, milliseconds),
        plainRow('  until the last desk has its answer, p95', quantile(measured.map(({ ours }) => ours), 0.95), milliseconds, { atMost: 1000 }),
      ]
    } finally {
      mirror.close()
      await factory.close()
    }
  },
}

interface Section { enter(): Promise<void>; takeBack(): Promise<void> }

async function oneRound(section: Section, mirror: Mirror): Promise<Pair> {
  const turn = await mirror.inTurn(section.enter)
  await section.takeBack()
  mirror.writeNew()()
  return turn
}

/** As many work orders of one article as there are desks, its material in the store. */
async function openSection(factory: Factory, count: number): Promise<Section> {
  const { ask } = factory
  const workOrderIds = await planWorkOrders(factory, count)
  const people = await factory.signIn('Superadmin', count)
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  let calls = 0
  let entered: Pick<DailyProduction, 'id' | 'version'>[] = []
  const call = async ({ session }: SignedIn, name: string, input: unknown): Promise<{ readonly entry: DailyProduction | null }> => {
    calls += 1
    const { json } = await ask(session, `production.${name}`, input, { replayKey: `${session.deskId}:${calls}` })
    return JSON.parse(json ?? '') as { readonly entry: DailyProduction | null }
  }
  return {
    async enter() {
      const answers = await Promise.all(people.map((person, at) => call(person, 'enterProduction', { workOrderId: workOrderIds[at], day, goodQuantity: '120' })))
      entered = answers.flatMap(({ entry }) => entry ?? [])
    },
    async takeBack() {
      await Promise.all(entered.map(({ id, version }, at) => call(people[at]!, 'removeProduction', { id, version })))
    },
  }
}

async function planWorkOrders({ system, database }: Factory, count: number): Promise<string[]> {
  const { masters, planning } = system
  const { id: unitId } = await masters.createUnit({ code: 'ukur', name: 'Ukur', places: 2 })
  const { id: sectionId } = await masters.createSection({ code: 'POT', name: 'Potong' })
  const { id: toLocationId } = await masters.createLocation({ code: 'UKUR', name: 'Gudang ukur', kind: 'INTERNAL', parentId: null, sectionId: null })
  const { id: clothId } = await masters.createItem({ code: 'KAIN', name: 'Kain', kind: 'RAW_MATERIAL', unitId })
  const { id: articleId } = await masters.createItem({ code: 'BONEKA', name: 'Boneka', kind: 'FINISHED_GOOD', unitId })
  await system.warehouse.receiveStock({ itemId: clothId, quantity: '900000', toLocationId })
  const bom = await system.engineering.createBom({ itemId: articleId, outputQuantity: '1', sectionId })
  await system.engineering.saveBomLines({ bomHeaderId: bom.id, rows: [{ componentItemId: clothId, quantity: '0.25', unitId }] })
  await system.engineering.activateBom({ id: bom.id, version: bom.version })
  const { id: productionStageId } = await masters.createProductionStage({ code: 'CUT', name: 'Potong', kind: 'CUTTING', sectionId, defectPercent: '0', isBeforeLabel: true })
  const { id: productionRouteId } = await masters.createProductionRoute({ code: 'R', name: 'Rute' })
  await masters.createRouteStep({ productionRouteId, position: 1, productionStageId })
  for (let made = 0; made < count; made += 1) {
    const { id, version } = await planning.createManufacturingOrder({ articleId, quantity: '5000' })
    const order = await planning.releaseManufacturingOrder({ id, version })
    await planning.generateWorkOrders({ id, version: order.version })
  }
  return database.prepare('select id from workOrder order by number').pluck().all() as string[]
}
