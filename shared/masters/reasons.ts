import { choice, code, flag, name, note, optionalAmount, optionalChoice } from './fields.ts'
import { defineMaster, type RecordOf } from './definition.ts'

export const defectKinds = ['STITCHING', 'MATERIAL', 'FILLING', 'ASSEMBLY', 'PAINT', 'OTHER'] as const
export const defectSeverities = ['MINOR', 'MAJOR', 'CRITICAL'] as const
/** A material, B process, C assembly, D dimension, E appearance, F safety. */
export const defectClasses = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** What can be wrong with a piece; `estimatedHours` of work to put it right, if it can be. */
export const defectReasonMaster = defineMaster({
  entity: 'defectReason', name: 'defectReason', plural: 'defectReasons', found: ['kind', 'severity'],
  fields: {
    code: code({ headings: ['Kode cacat', 'Defect code'] }),
    name: name({ headings: ['Nama cacat', 'Cacat', 'Defect'] }),
    kind: choice(defectKinds, 'defectKinds', { headings: ['Tipe', 'Type'] }),
    severity: choice(defectSeverities, 'defectSeverities', { headings: ['Tingkat', 'Severity', 'Keparahan'] }),
    defectClass: optionalChoice(defectClasses, 'defectClasses', { headings: ['Kelas', 'Class'] }),
    isReworkable: flag(true, { headings: ['Bisa diperbaiki', 'Reworkable'] }),
    estimatedHours: optionalAmount({ headings: ['Jam', 'Hours', 'Est hours'] }),
  },
})
export type DefectReason = RecordOf<typeof defectReasonMaster>

export const downtimeKinds = ['MACHINE', 'POWER', 'MATERIAL', 'WAITING_APPROVAL', 'OTHER'] as const

/** Why a machine stands still. `isPlanned`: it was meant to, so that it shortens the time to be worked instead of being lost from it. */
export const downtimeReasonMaster = defineMaster({
  entity: 'downtimeReason', name: 'downtimeReason', plural: 'downtimeReasons', found: ['kind', 'isPlanned'],
  fields: {
    code: code({ headings: ['Kode henti', 'Downtime code'] }),
    name: name({ headings: ['Alasan', 'Reason', 'Downtime'] }),
    kind: choice(downtimeKinds, 'downtimeKinds', { headings: ['Golongan', 'Kelompok', 'Kategori', 'Category'] }),
    isPlanned: flag(false, { headings: ['Terencana', 'Direncanakan', 'Planned'] }),
  },
})
export type DowntimeReason = RecordOf<typeof downtimeReasonMaster>

/** Why material is thrown away. */
export const wasteReasonMaster = defineMaster({
  entity: 'wasteReason', name: 'wasteReason', plural: 'wasteReasons',
  fields: { code: code({ headings: ['Kode limbah', 'Waste code'] }), name: name({ headings: ['Alasan', 'Reason', 'Limbah', 'Waste'] }), notes: note({ headings: ['Keterangan'] }) },
})
export type WasteReason = RecordOf<typeof wasteReasonMaster>
