import { figureKinds, stepKinds } from '../stages/rules.ts'
import { choice, count, freeText, name, optionalAmount, reference } from './fields.ts'
import { defineMaster, type RecordOf } from './definition.ts'

/**
 * What a stage does one after the other within a work order, such as stuffing and closing. `targetPercent` is the share that is to come out good, `minutesPerPiece` how long
 * one takes. Steps that count hand on from one to the next; a plain one is only named, and rework may go back to it.
 */
export const stageStepMaster = defineMaster({
  entity: 'stageStep', name: 'stageStep', plural: 'stageSteps', unique: ['productionStageId', 'position'],
  fields: {
    productionStageId: reference('productionStage', { headings: ['Tahap', 'Stage', 'Kode tahap'] }),
    position: count({ least: 1, most: 99, blank: 1, headings: ['Urutan', 'Sequence', 'Langkah'] }),
    name: name({ headings: ['Nama langkah', 'Step name'] }),
    kind: choice(stepKinds, 'stepKinds', { headings: ['Jenis langkah', 'Step type'] }),
    targetPercent: optionalAmount({ headings: ['Target hasil baik', 'Target yield', 'Target %'] }),
    minutesPerPiece: optionalAmount({ headings: ['Menit per pcs', 'Minutes per piece'] }),
  },
})
export type StageStep = RecordOf<typeof stageStepMaster>

/** What a day at a stage is asked for besides good pieces and rejects: fabric issued, layers, a design. `choices` stand between semicolons. */
export const stageFigureMaster = defineMaster({
  entity: 'stageFigure', name: 'stageFigure', plural: 'stageFigures', unique: ['productionStageId', 'position'],
  fields: {
    productionStageId: reference('productionStage', { headings: ['Tahap', 'Stage', 'Kode tahap'] }),
    position: count({ least: 1, most: 99, blank: 1, headings: ['Urutan', 'Sequence'] }),
    name: name({ headings: ['Nama isian', 'Field name'] }),
    kind: choice(figureKinds, 'figureKinds', { headings: ['Jenis isian', 'Field type'] }),
    measure: freeText(20, { headings: ['Satuan', 'Unit'] }),
    choices: freeText(500, { headings: ['Pilihan', 'Choices'] }),
  },
})
export type StageFigure = RecordOf<typeof stageFigureMaster>
