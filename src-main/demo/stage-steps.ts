import { addDays, weekCode, type BusinessDay } from '../../shared/core/dates.ts'
import { decimalText, isPositive } from '../../shared/core/decimal.ts'
import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>
interface Story {
  readonly system: Call; readonly people: Readonly<Record<string, Call>>; readonly itemIds: Ids
  readonly clock: { pass(minutes: number): void; day(): BusinessDay }
}

/** How a toy factory's stages work: at which step, and what becomes of it there. Targets of stuffing and closing are the factory's settings. */
const steps = {
  CUT: [['Gelar dan potong', 'COUNT'], ['Periksa panel', 'CHECK'], ['Cek serpihan pisau', 'CRITICAL']],
  EMB: [['Bordir', 'COUNT']],
  SEW: [['Rakit', 'PLAIN'], ['Pasang label', 'PLAIN'], ['Stik balik', 'PLAIN'], ['QC inline', 'CHECK'], ['Cek jarum patah', 'CRITICAL']],
  FIN: [['Isi', 'COUNT'], ['Tutup dan rapikan', 'COUNT'], ['Detektor logam', 'CRITICAL'], ['QC bentuk', 'CHECK']],
} as const
type Stage = keyof typeof steps

/** What they write down besides: a number with its unit, a text, or one of these. */
const figures: Readonly<Record<Stage, readonly (readonly [name: string, kind: 'NUMBER' | 'TEXT' | 'CHOICE', more: string])[]>> = {
  CUT: [
    ['Kain dikeluarkan', 'NUMBER', 'yard'], ['Kain dipakai', 'NUMBER', 'yard'], ['Lapis', 'NUMBER', 'lapis'], ['Keadaan', 'CHOICE', 'Antre; Gelar kain; Potong; Periksa QC; Kurang; Lebih; Siap kirim; Selesai'],
    ['Jalur', 'CHOICE', 'Badan; Baju'],
  ],
  EMB: [['Desain', 'TEXT', ''], ['Warna benang', 'TEXT', ''], ['Pengerjaan', 'CHOICE', 'Sendiri; Subkon']],
  SEW: [['Lini', 'CHOICE', 'A; B']],
  FIN: [['Dakron terpakai', 'NUMBER', 'kg']],
}

/** The steps and figures of these stages, as their supervisors would set them up. */
export async function layStageSteps(system: Call, stageIds: Ids): Promise<void> {
  for (const stage of Object.keys(steps) as Stage[]) {
    const productionStageId = stageIds[stage]
    if (productionStageId === undefined) continue
    for (const [at, [name, kind]] of steps[stage].entries()) await system('masters', 'createStageStep', { productionStageId, position: (at + 1) * 10, name, kind })
    for (const [at, [name, kind, more]] of figures[stage].entries()) {
      await system('masters', 'createStageFigure', { productionStageId, position: at + 1, name, kind, ...(kind === 'NUMBER' && { measure: more }), ...(kind === 'CHOICE' && { choices: more }) })
    }
  }
}

/** Who counts, at which step: how many went in, were good, went back to which step, were scrap. */
type Count = readonly [step: string, input: number, good: number, rework?: readonly [pieces: number, to: string], scrap?: number]
const bears: readonly (readonly [by: string, stage: Stage, counts: readonly Count[]])[] = [
  ['potong', 'CUT', [['Gelar dan potong', 132, 131, undefined, 1], ['Periksa panel', 131, 125, [5, 'Gelar dan potong'], 1], ['Cek serpihan pisau', 125, 124, undefined, 1]]],
  ['bordir', 'EMB', [['Bordir', 124, 122, undefined, 2]]],
  ['jahit', 'SEW', [['QC inline', 120, 108, [11, 'Stik balik'], 1], ['Cek jarum patah', 108, 107, undefined, 1]]],
  ['finishing', 'FIN', [['Isi', 100, 98, undefined, 2], ['Tutup dan rapikan', 80, 78], ['Detektor logam', 60, 59, undefined, 1]]],
]

/** A small order of bears whose pieces are counted step by step today: rework was looked at again, and the metal detector holds it. */
export async function tellStepWork(story: Story): Promise<void> {
  const { people: { ppic }, itemIds, clock } = story
  const shipDay = addDays(clock.day(), 12)
  const draft = await ppic!('planning', 'createManufacturingOrder', {
    articleId: itemIds['BJ-BRG-20']!, quantity: '120', productionDay: clock.day(), labelDay: clock.day(), shipDay, week: weekCode(shipDay), destination: 'EU', notes: 'Dihitung per langkah',
  })
  await takeMaterialIn(story, draft.id)
  const order = await ppic!('planning', 'releaseManufacturingOrder', { id: draft.id, version: draft.version })
  await ppic!('planning', 'generateWorkOrders', { id: order.id, version: order.version })
  for (const [by, stage, counts] of bears) await countStage(story, order.id, { by, stage, counts })
}

/** As much as the order takes: what the warehouse has is for others. */
async function takeMaterialIn({ system, people: { gudang }, clock }: Story, manufacturingOrderId: string): Promise<void> {
  clock.pass(5)
  const { rows } = await system('masters', 'listLocations', { search: 'WH-MAIN', pageSize: 1 })
  const { materials } = await system('planning', 'getManufacturingOrder', { id: manufacturingOrderId })
  for (const { itemId, missing } of materials.filter(need => isPositive(need.missing))) {
    await gudang!('warehouse', 'receiveStock', { itemId, quantity: String(Math.ceil(Number(decimalText(missing)))), toLocationId: rows[0]!.id, note: 'Bahan untuk pesanan per langkah' })
  }
}

interface Counting { readonly by: string; readonly stage: Stage; readonly counts: readonly Count[] }

async function countStage({ system, people, clock }: Story, manufacturingOrderId: string, { by, stage, counts }: Counting): Promise<void> {
  const person = people[by]!
  const { rows } = await system('planning', 'listWorkOrders', { filter: { manufacturingOrderId }, pageSize: 200 })
  const workOrderId = rows.find(({ stageCode }) => stageCode === stage)!.id
  const [defect] = (await system('masters', 'listDefectReasons', { pageSize: 1 })).rows
  const day = clock.day()
  const work = () => person('stages', 'getStageWork', { workOrderId, day })
  const idOf = async (name: string) => (await work()).steps.find(step => step.name === name)!.id
  await fillFigures(person, { workOrderId, day })
  for (const [step, input, good, rework, scrap] of counts) {
    clock.pass(7)
    await person('stages', 'enterStep', {
      workOrderId, day, stageStepId: await idOf(step), inputQuantity: String(input), goodQuantity: String(good), scrapQuantity: String(scrap ?? 0), defectReasonId: rework || scrap ? defect!.id : null,
      ...(rework && { reworkQuantity: String(rework[0]), returnStepId: await idOf(rework[1]) }),
    })
    const [card] = rework ? (await work()).cards : []
    if (card) await person('stages', 'inspectRework', { id: card.id, version: card.version, day, goodQuantity: String(rework![0] - 3), againQuantity: '3' })
  }
  const [hold] = (await work()).holds
  if (hold && stage !== 'FIN') await people.manajer!('stages', 'releaseHold', { id: hold.id, version: hold.version, rootCause: 'Ujung mata pisau atau jarum patah, sudah ditemukan dan diganti' })
}

/** As much as a day at each stage takes, and the first of what is chosen from. */
async function fillFigures(person: Call, on: { readonly workOrderId: string; readonly day: BusinessDay }): Promise<void> {
  const { figures: asked } = await person('stages', 'getStageWork', on)
  const values = asked.map(({ id, kind, choices, measure }) => (kind === 'NUMBER' ? { stageFigureId: id, numberValue: measure === 'lapis' ? '24' : '13.5' } : { stageFigureId: id, textValue: kind === 'CHOICE' ? choices.at(-1)! : 'Mata dan senyum' }))
  await person('stages', 'saveStageFigures', { ...on, values })
}
