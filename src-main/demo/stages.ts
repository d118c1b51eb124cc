import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>

const stages = [
  { code: 'CUT', name: 'Potong', kind: 'CUTTING', section: 'CUT', defectPercent: '0.5', isBeforeLabel: true }, { code: 'EMB', name: 'Bordir', kind: 'EMBROIDERY', section: 'EMB', defectPercent: '1', isBeforeLabel: true },
  { code: 'SEW', name: 'Jahit', kind: 'SEWING', section: 'SEW', defectPercent: '2', days: 3 }, { code: 'FIN', name: 'Isi dan tutup', kind: 'FINISHING', section: 'FIN', defectPercent: '1' },
  { code: 'PCK', name: 'Kemas', kind: 'PACKING', section: 'PCK', defectPercent: '0.5' },
] as const

const routes = [
  ['RUTE-1', 'Lengkap', 'Potong, bordir, jahit, isi, kemas', ['CUT', 'EMB', 'SEW', 'FIN', 'PCK']],
  ['RUTE-2', 'Tanpa bordir', 'Artikel polos', ['CUT', 'SEW', 'FIN', 'PCK']],
] as const

/** How the demo factory makes its toys: its stages, the ways through them, and one article that loses more than others. */
export async function tellStages(call: Call, { sectionIds, itemIds }: { readonly sectionIds: Ids; readonly itemIds: Ids }): Promise<void> {
  const stageIds: Record<string, string> = {}
  for (const { section, ...stage } of stages) stageIds[stage.code] = (await call('masters', 'createProductionStage', { ...stage, sectionId: sectionIds[section]! })).id
  for (const [code, name, notes, codes] of routes) {
    const { id } = await call('masters', 'createProductionRoute', { code, name, notes })
    await Promise.all(codes.map((stage, at) => call('masters', 'createRouteStep', { productionRouteId: id, position: at + 1, productionStageId: stageIds[stage]! })))
  }
  await call('masters', 'createStageBuffer', { productionStageId: stageIds.SEW!, itemId: itemIds['BJ-BRG-45']!, bufferPercent: '8' })
}
