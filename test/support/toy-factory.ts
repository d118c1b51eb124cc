import type { Desk, TestHost } from './host.ts'

type Ids = Readonly<Record<string, string>>
type Line = readonly [component: string, quantity: string, unit: string]

const stages = [
  { code: 'CUT', name: 'Potong', kind: 'CUTTING', defectPercent: '0.5', isBeforeLabel: true }, { code: 'EMB', name: 'Bordir', kind: 'EMBROIDERY', defectPercent: '1', isBeforeLabel: true },
  { code: 'SEW', name: 'Jahit', kind: 'SEWING', defectPercent: '2' }, { code: 'FIN', name: 'Finishing', kind: 'FINISHING', defectPercent: '1' }, { code: 'PCK', name: 'Kemas', kind: 'PACKING', defectPercent: '0.5' },
] as const

/** A bear and what it wears, from the cutting tables to the carton: what each section makes, and of what. */
const parts: readonly (readonly [item: string, section: string, lines: readonly Line[]])[] = [
  ['WIP-BODY', 'CUT', [['KOHAIR', '0.1005', 'Yard']]],
  ['WIP-CLOTH', 'CUT', [['KATUN', '60', 'Cm']]],
  ['WIP-EMBO', 'EMB', [['WIP-BODY', '1', 'Pcs'], ['BENANG', '18.5', 'Meter']]],
  ['WIP-SKIN', 'SEW', [['WIP-EMBO', '1', 'Pcs'], ['LABEL', '1', 'Pcs']]],
  ['WIP-BAJU', 'SEW', [['WIP-CLOTH', '1', 'Pcs']]],
  ['WIP-BONEKA', 'FIN', [['WIP-SKIN', '1', 'Pcs'], ['DAKRON', '54', 'Gram']]],
  ['BONEKA', 'PCK', [['WIP-BONEKA', '1', 'Pcs'], ['WIP-BAJU', '1', 'Pcs'], ['POLYBAG', '1', 'Pcs']]],
]
const bought = [['KOHAIR', 'Yard'], ['KATUN', 'Meter'], ['BENANG', 'Meter'], ['LABEL', 'Pcs'], ['DAKRON', 'Kg'], ['POLYBAG', 'Pcs']] as const

export interface ToyFactory { readonly items: Ids; readonly units: Ids; readonly stages: Ids; readonly routeId: string; readonly vendor: string; readonly buyer: string }

/** Sections as the usual ones, the stages and the route through them, an article with its BOMs, a vendor and a buyer. */
export async function foundToyFactory(host: TestHost, admin: Desk): Promise<ToyFactory> {
  const units: Ids = Object.fromEntries((await admin.masters.listUnits({ pageSize: 200 })).rows.map(({ code, id }) => [code, id]))
  const stageIds: Record<string, string> = {}
  for (const stage of stages) stageIds[stage.code] = (await admin.masters.createProductionStage({ ...stage, sectionId: host.section(stage.code) })).id
  const { id: routeId } = await admin.masters.createProductionRoute({ code: 'R1', name: 'Lengkap' })
  for (const [at, { code }] of stages.entries()) await admin.masters.createRouteStep({ productionRouteId: routeId, position: at + 1, productionStageId: stageIds[code]! })
  const items: Record<string, string> = {}
  for (const [code, unit] of bought) items[code] = (await admin.masters.createItem({ code, name: `Bahan ${code}`, kind: 'RAW_MATERIAL', unitId: units[unit]! })).id
  for (const [code] of parts) {
    const isArticle = code === 'BONEKA'
    items[code] = (await admin.masters.createItem({
      code, name: `Buatan ${code}`, kind: isArticle ? 'FINISHED_GOOD' : 'WIP', unitId: units.Pcs!, ...(isArticle && { piecesPerCarton: 60, cartonsPerPallet: 8 }),
    })).id
  }
  for (const [code, section, lines] of parts) await activateBom(host, admin, { items, units }, code, section, lines)
  return {
    items, units, stages: stageIds, routeId,
    vendor: (await admin.masters.createPartner({ code: 'SUP-KAIN', name: 'PT Tekstil', kind: 'SUPPLIER' })).id, buyer: (await admin.masters.createPartner({ code: 'CUS-1', name: 'Nordlek', kind: 'CUSTOMER' })).id,
  }
}

async function activateBom(host: TestHost, admin: Desk, { items, units }: Pick<ToyFactory, 'items' | 'units'>, code: string, section: string, lines: readonly Line[]): Promise<void> {
  const draft = await admin.engineering.createBom({ itemId: items[code]!, outputQuantity: '1', sectionId: host.section(section) })
  await admin.engineering.saveBomLines({ bomHeaderId: draft.id, rows: lines.map(([component, quantity, unit]) => ({ componentItemId: items[component]!, quantity, unitId: units[unit]! })) })
  await admin.engineering.activateBom({ id: draft.id, version: draft.version })
}
