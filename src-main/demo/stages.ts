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

/** The stages of a toy factory and the ways through them, as far as the factory has none of that code; ids by code of the stages that were made. */
export async function layStages(call: Call, sectionIds: Ids): Promise<Ids> {
  const known = (await call('masters', 'listProductionStages', { pageSize: 200 })).rows.map(({ code, id }) => [code, id] as const)
  const made: Record<string, string> = {}
  for (const { section, ...stage } of stages) {
    if (!known.some(([code]) => code === stage.code)) made[stage.code] = (await call('masters', 'createProductionStage', { ...stage, sectionId: sectionIds[section]! })).id
  }
  const stageIds: Ids = { ...Object.fromEntries(known), ...made }
  const knownRoutes = (await call('masters', 'listProductionRoutes', { pageSize: 200 })).rows.map(({ code }) => code)
  for (const [code, name, notes, codes] of routes.filter(([code]) => !knownRoutes.includes(code))) {
    const { id } = await call('masters', 'createProductionRoute', { code, name, notes })
    await Promise.all(codes.map((stage, at) => call('masters', 'createRouteStep', { productionRouteId: id, position: at + 1, productionStageId: stageIds[stage]! })))
  }
  return made
}

/** One article of the demo factory loses more than others as it is sewn. */
export async function tellBuffer(call: Call, { stageIds, itemIds }: { readonly stageIds: Ids; readonly itemIds: Ids }): Promise<void> {
  await call('masters', 'createStageBuffer', { productionStageId: stageIds.SEW!, itemId: itemIds['BJ-BRG-45']!, bufferPercent: '8' })
}
