import { stageKinds } from '../planning/rules.ts'
import { choice, code, count, flag, name, neededAmount, note, optionalAmount, optionalCount, reference } from './fields.ts'
import { defineMaster, type RecordOf } from './definition.ts'

/**
 * A step of making something, and the section that does it. Its buffer and its days are the factory's settings where it has none of its own (PL-9, PL-12);
 * `defectPercent` is what it loses (PL-10), `extraPieces` what is put in besides. `isBeforeLabel`: it may begin before the labels are bought (PL-3). `isByStep`: its days are counted at its steps, and nowhere else (PX-12). `isBySlip`: what
 * comes to it comes by transfer slip (TR-2); `mustBeClear`: its lines are empty or hold the same goods before others are put there (TR-3).
 */
export const productionStageMaster = defineMaster({
  entity: 'productionStage', name: 'productionStage', plural: 'productionStages', found: ['sectionId', 'sectionName', 'kind'],
  fields: {
    code: code({ headings: ['Kode tahap', 'Stage code', 'Tahap', 'Stage'] }),
    name: name({ headings: ['Nama tahap', 'Stage name'] }),
    kind: choice(stageKinds, 'stageKinds', { headings: ['Jenis tahap', 'Stage type'] }),
    sectionId: reference('section', { headings: ['Kode bagian', 'Section code', 'Departemen', 'Department'] }),
    bufferPercent: optionalAmount({ headings: ['Buffer', 'Buffer %'] }),
    defectPercent: neededAmount({ headings: ['Cacat', 'Defect %', 'Cacat %'] }),
    extraPieces: count({ headings: ['Tambahan', 'Extra pieces'] }),
    days: optionalCount({ least: 1, most: 60, headings: ['Hari kerja', 'Days'] }),
    isBeforeLabel: flag(false, { headings: ['Sebelum label', 'Before label'] }),
    isByStep: flag(false, { headings: ['Dihitung per langkah', 'Counted by step'] }),
    isBySlip: flag(false, { headings: ['Dengan slip', 'By slip'] }),
    mustBeClear: flag(true, { headings: ['Lini harus kosong', 'Line must be clear'] }),
  },
})
export type ProductionStage = RecordOf<typeof productionStageMaster>

/** A way from the first stage to the last. */
export const productionRouteMaster = defineMaster({
  entity: 'productionRoute', name: 'productionRoute', plural: 'productionRoutes',
  fields: {
    code: code({ headings: ['Kode rute', 'Route code', 'Rute', 'Route'] }),
    name: name({ headings: ['Nama rute', 'Route name'] }),
    notes: note({ headings: ['Keterangan', 'Remarks', 'Note'] }),
  },
})
export type ProductionRoute = RecordOf<typeof productionRouteMaster>

/** A stage of a route; stages of the same position are done side by side. */
export const routeStepMaster = defineMaster({
  entity: 'routeStep', name: 'routeStep', plural: 'routeSteps', unique: ['productionRouteId', 'productionStageId'],
  fields: {
    productionRouteId: reference('productionRoute', { headings: ['Rute', 'Route', 'Kode rute'] }),
    position: count({ least: 1, most: 99, blank: 1, headings: ['Urutan', 'Sequence', 'Langkah'] }),
    productionStageId: reference('productionStage', { headings: ['Tahap', 'Stage', 'Kode tahap'] }),
  },
})
export type RouteStep = RecordOf<typeof routeStepMaster>

/** PL-9: the buffer of a stage for one article, before the stage's own. */
export const stageBufferMaster = defineMaster({
  entity: 'stageBuffer', name: 'stageBuffer', plural: 'stageBuffers', unique: ['productionStageId', 'itemId'],
  fields: {
    productionStageId: reference('productionStage', { headings: ['Tahap', 'Stage', 'Kode tahap'] }),
    itemId: reference('item', { headings: ['Barang', 'Item', 'Artikel', 'Article'] }),
    bufferPercent: neededAmount({ headings: ['Buffer', 'Buffer %'] }),
  },
})
export type StageBuffer = RecordOf<typeof stageBufferMaster>
