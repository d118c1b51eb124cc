import { count, neededAmount, optionalAmount, optionalDay, optionalPositive, optionalReference, day, reference } from './fields.ts'
import { defineMaster, type RecordOf } from './definition.ts'

/**
 * What a section is to make in a shift: pieces, or an efficiency in percent, or both. Without line or item it holds for all of
 * them; which of several is in force is MD-2 (`ruleInForce`). `standardMinutes`: what one takes here, where that is not the item's own.
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
    standardMinutes: optionalPositive({ headings: ['SAM', 'SMV', 'Standard minutes', 'Menit standar'] }),
    startDay: day({ headings: ['Mulai', 'Start date', 'Berlaku mulai'] }),
    endDay: optionalDay({ headings: ['Sampai', 'End date', 'Berlaku sampai'] }),
  },
})
export type TargetRule = RecordOf<typeof targetRuleMaster>

/** Where an item goes after a section, and in how many days (MD-3). `validFrom`: since when the way leads as it does, null from the beginning; what is new or changed stands so from today on, or from the day that is entered with it, and leads from the beginning only where nothing was entered before it. */
export const processFlowEdgeMaster = defineMaster({
  entity: 'processFlowEdge', name: 'processFlowEdge', plural: 'processFlowEdges', unique: ['itemId', 'fromSectionId', 'toSectionId'],
  fields: {
    itemId: reference('item', { headings: ['Barang', 'Item', 'Artikel'] }),
    fromSectionId: reference('section', { headings: ['Dari', 'From', 'From section'] }),
    toSectionId: reference('section', { headings: ['Ke', 'To', 'To section'] }),
    leadDays: count({ most: 365, headings: ['Lead days', 'Hari', 'Lead time'] }),
    validFrom: optionalDay({ headings: ['Berlaku sejak', 'Valid from', 'Sejak'] }),
  },
})
export type ProcessFlowEdge = RecordOf<typeof processFlowEdgeMaster>
