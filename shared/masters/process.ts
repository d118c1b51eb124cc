import { count, neededAmount, optionalAmount, optionalDay, optionalReference, day, reference } from './fields.ts'
import { defineMaster, type RecordOf } from './definition.ts'

/**
 * What a section is to make in a shift: pieces, or an efficiency in percent, or both. Without line or item it holds for all of
 * them; which of several is in force is MD-2 (`ruleInForce`).
 */
export const targetRuleMaster = defineMaster({
  entity: 'targetRule', name: 'targetRule', plural: 'targetRules', unique: ['sectionId', 'productionLineId', 'itemId', 'startDay'],
  fields: {
    sectionId: reference('section', { headings: ['Kode bagian', 'Section code', 'Departemen', 'Department'] }),
    productionLineId: optionalReference('productionLine', { headings: ['Lini', 'Line', 'Team'] }),
    itemId: optionalReference('item', { headings: ['Barang', 'Item', 'Artikel'] }),
    targetQuantity: optionalAmount({ headings: ['Target', 'Target qty', 'Target quantity'] }),
    targetEfficiency: optionalAmount({ headings: ['Efisiensi', 'Efficiency', 'Target efisiensi', 'Targeted productivity'] }),
    shiftHours: neededAmount({ headings: ['Jam shift', 'Shift hours', 'Jam kerja'] }),
    startDay: day({ headings: ['Mulai', 'Start date', 'Berlaku mulai'] }),
    endDay: optionalDay({ headings: ['Sampai', 'End date', 'Berlaku sampai'] }),
  },
})
export type TargetRule = RecordOf<typeof targetRuleMaster>

/** Where an item goes after a section, and in how many days (MD-3). */
export const processFlowEdgeMaster = defineMaster({
  entity: 'processFlowEdge', name: 'processFlowEdge', plural: 'processFlowEdges', unique: ['itemId', 'fromSectionId', 'toSectionId'],
  fields: {
    itemId: reference('item', { headings: ['Barang', 'Item', 'Artikel'] }),
    fromSectionId: reference('section', { headings: ['Dari', 'From', 'From section'] }),
    toSectionId: reference('section', { headings: ['Ke', 'To', 'To section'] }),
    leadDays: count({ most: 365, headings: ['Lead days', 'Hari', 'Lead time'] }),
  },
})
export type ProcessFlowEdge = RecordOf<typeof processFlowEdgeMaster>
