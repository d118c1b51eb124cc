import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>

/** What an item has of its own: a pack of labels, a cone of embroidery thread, a roll of ribbon. */
const conversions = [
  ['LB-JHT-EU', '1', 'Pack', '1000', 'Pcs'], ['LB-JHT-NA', '1', 'Pack', '1000', 'Pcs'], ['BN-BRD-CKT', '1', 'Cone', '3000', 'Meter'], ['BN-BRD-HTM', '1', 'Cone', '3000', 'Meter'],
  ['AK-PT15-MRH', '1', 'Roll', '50', 'Meter'], ['AK-PT15-BRL', '1', 'Roll', '50', 'Meter'], ['BJ-BRG-30', '1', 'Ctn', '60', 'Pcs'], ['BJ-BRG-20', '1', 'Ctn', '120', 'Pcs'],
] as const

type Line = readonly [component: string, quantity: string, unit: string, wastage?: string]
interface Stage { readonly code: string; readonly name: string; readonly section: string; readonly hours: string; readonly lines: readonly Line[] }
interface Bear { readonly item: string; readonly short: string; readonly name: string; readonly fabric: string; readonly trim: string; readonly label: string; readonly yards: readonly [body: string, muzzle: string]; readonly grams: string; readonly eye: string; readonly nose: string; readonly perCarton: string }

const bears: readonly Bear[] = [
  { item: 'BJ-BRG-20', short: 'BRG20', name: 'Beruang Rimba 20 cm', fabric: 'KN-RF08-CKM', trim: 'KN-VLB-KRM', label: 'LB-JHT-EU', yards: ['0.0482', '0.0125'], grams: '26', eye: 'MT-08-HTM', nose: 'HD-10-HTM', perCarton: '120' },
  { item: 'BJ-BRG-30', short: 'BRG30', name: 'Beruang Rimba 30 cm', fabric: 'KN-RF08-CKM', trim: 'KN-VLB-KRM', label: 'LB-JHT-EU', yards: ['0.1005', '0.0461'], grams: '54', eye: 'MT-10-HTM', nose: 'HD-14-HTM', perCarton: '60' },
  { item: 'BJ-BRG-45', short: 'BRG45', name: 'Beruang Rimba 45 cm', fabric: 'KN-RF15-CKM', trim: 'KN-VLB-KRM', label: 'LB-JHT-NA', yards: ['0.2180', '0.0745'], grams: '148', eye: 'MT-12-HTM', nose: 'HD-18-HTM', perCarton: '24' },
  { item: 'BJ-KLC-30', short: 'KLC30', name: 'Kelinci Awan 30 cm', fabric: 'KN-MNK-CKM', trim: 'KN-VLB-KRM', label: 'LB-JHT-EU', yards: ['0.1140', '0.0390'], grams: '58', eye: 'MT-10-HTM', nose: 'HD-14-HTM', perCarton: '60' },
  { item: 'BJ-KLC-45', short: 'KLC45', name: 'Kelinci Awan 45 cm', fabric: 'KN-MNK-CKM', trim: 'KN-VLB-KRM', label: 'LB-JHT-NA', yards: ['0.2290', '0.0710'], grams: '151', eye: 'MT-12-HTM', nose: 'HD-18-HTM', perCarton: '24' },
]

/** From cut pieces to what is packed: each stage takes what the one before it made. */
function stagesOf({ short, name, fabric, trim, label, yards: [body, muzzle], grams, eye, nose }: Bear): readonly Stage[] {
  const wip = (stage: string) => `WIP-${stage}-${short}`
  return [
    { code: wip('POT'), name: `Potongan badan ${name}`, section: 'CUT', hours: '0.04', lines: [[fabric, body, 'Yard', '2'], ['KN-SPB', '4', 'Cm']] },
    { code: wip('BRD'), name: `Bordiran muka ${name}`, section: 'EMB', hours: '0.03', lines: [[wip('POT'), '1', 'Pcs'], [trim, muzzle, 'Yard', '3'], ['BN-BRD-CKT', '18.5', 'Meter']] },
    { code: wip('KLT'), name: `Kulit jahitan ${name}`, section: 'SEW', hours: '0.11', lines: [[wip('BRD'), '1', 'Pcs'], ['BN-JHT-CKT', '32', 'Meter', '4'], [label, '1', 'Pcs', '1'], [eye, '2', 'Pcs', '0.5'], [nose, '1', 'Pcs', '0.5']] },
    { code: wip('ISI'), name: `Boneka terisi ${name}`, section: 'FIN', hours: '0.06', lines: [[wip('KLT'), '1', 'Pcs'], ['IS-HCS7', grams, 'Gram', '1'], ['AK-PT15-MRH', '45', 'Cm']] },
  ]
}

interface EngineeringStory { readonly system: Call; readonly manager: Call; readonly itemIds: Ids; readonly sectionIds: Ids }

/** What the demo factory knows of how its bears are made. */
export async function tellEngineering({ system, manager, itemIds, sectionIds }: EngineeringStory): Promise<void> {
  const { rows: units } = await system('masters', 'listUnits', { pageSize: 200 })
  const unitIds: Ids = Object.fromEntries(units.map(({ code, id }) => [code, id]))
  for (const [item, fromQuantity, from, toQuantity, to] of conversions) {
    await system('masters', 'createUnitConversion', { itemId: itemIds[item]!, fromQuantity, fromUnitId: unitIds[from]!, toQuantity, toUnitId: unitIds[to]! })
  }
  const ids: Record<string, string> = { ...itemIds }
  for (const { code, name } of bears.flatMap(stagesOf)) {
    ids[code] = (await system('masters', 'createItem', { code, name, kind: 'WIP', unitId: unitIds.Pcs!, category: 'Setengah jadi' })).id
  }
  const draftOf = async (item: string, section: string, hours: string, lines: readonly Line[], outputQuantity = '1') => {
    const draft = await manager('engineering', 'createBom', { itemId: ids[item]!, sectionId: sectionIds[section]!, outputQuantity, laborHours: hours })
    const rows = lines.map(([component, quantity, unit, wastagePercent = '0']) => ({ componentItemId: ids[component]!, quantity, unitId: unitIds[unit]!, wastagePercent }))
    return { draft, lines: await manager('engineering', 'saveBomLines', { bomHeaderId: draft.id, rows }) }
  }
  for (const bear of bears) {
    const stages = stagesOf(bear)
    for (const { code, section, hours, lines } of stages) await manager('engineering', 'activateBom', (await draftOf(code, section, hours, lines)).draft)
    const packing: readonly Line[] = [[stages.at(-1)!.code, bear.perCarton, 'Pcs'], ['KM-PB-2540', bear.perCarton, 'Pcs'], ['KM-KT-C', '1', 'Pcs']]
    await manager('engineering', 'activateBom', (await draftOf(bear.item, 'PCK', '0.8', packing, bear.perCarton)).draft)
  }
  await reviseBears(system, manager, ids, unitIds)
}

/** A revision in force, one in the making, and a fabric that may stand in for another. */
async function reviseBears(system: Call, manager: Call, ids: Ids, unitIds: Ids): Promise<void> {
  const { rows: [cutting] } = await manager('engineering', 'listBoms', { filter: { itemId: ids['WIP-POT-BRG20']!, kind: 'PRODUCTION' } })
  const leaner = await manager('engineering', 'reviseBom', { id: cutting!.id, reason: 'Pola baru lebih rapat: kain lebih hemat' })
  const [fabric] = (await manager('engineering', 'getBom', { id: leaner.id })).lines
  await manager('engineering', 'saveBomLines', { bomHeaderId: leaner.id, rows: [{ id: fabric!.id, version: fabric!.version, componentItemId: fabric!.componentItemId, quantity: '0.0465', unitId: unitIds.Yard!, wastagePercent: '2' }] })
  await manager('engineering', 'activateBom', leaner)

  const { rows: [large] } = await manager('engineering', 'listBoms', { filter: { itemId: ids['WIP-POT-BRG45']!, kind: 'PRODUCTION' } })
  const [main] = (await manager('engineering', 'getBom', { id: large!.id })).lines
  const first = await system('engineering', 'addVariant', { bomLineId: main!.id, itemId: ids['KN-RF15-CKM']!, kind: 'PRIMARY', sequence: 1, costVariance: '0' })
  await manager('engineering', 'decideVariant', { id: first.id, version: first.version, approval: 'APPROVED' })
  await system('engineering', 'addVariant', { bomLineId: main!.id, itemId: ids['KN-RF15-CKT']!, kind: 'ALTERNATIVE', sequence: 2, leadTimeDays: 4, costVariance: '800.25' })
  await manager('engineering', 'reviseBom', { id: large!.id, reason: 'Uji potong dengan kain 8 mm' })
}
