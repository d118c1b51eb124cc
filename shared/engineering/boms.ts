import { z } from 'zod'
import { cost } from '../core/cost.ts'
import { DecimalSchema, NonNegativeDecimal, PositiveDecimal } from '../core/decimal.ts'
import { optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { ItemKind } from '../masters/items.ts'
import { approvalStates, bomKinds, bomStatuses, bomTypes, selections, variantKinds } from './rules.ts'

export const BomKind = z.enum(bomKinds)
export const BomStatus = z.enum(bomStatuses)
export const BomType = z.enum(bomTypes)
export const Selection = z.enum(selections)

/** As many lines as one BOM may have, and one command saves. */
export const largestBom = 2000

/** `outputQuantity` is what the lines are for, in the item's unit, `laborHours` too; `hasMultiMaterial`: an approved substitute may be taken for a component; `subcontractorName` who makes it outside of the factory. */
export const Bom = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(), itemKind: ItemKind, unitId: z.string(), unitCode: z.string(), unitPlaces: z.int(),
  kind: BomKind, bomType: BomType, sectionId: z.string().nullable(), sectionName: z.string().nullable(), revision: z.int(), status: BomStatus, outputQuantity: DecimalSchema, laborHours: DecimalSchema,
  hasMultiMaterial: z.boolean(), subcontractorId: z.string().nullable(), subcontractorCode: z.string().nullable(), subcontractorName: z.string().nullable(), reference: z.string(), revisionReason: z.string(), revisedByName: z.string(), revisedDay: z.string(), lineCount: z.int(),
})
export type Bom = z.infer<typeof Bom>

/** `weight` counts where shares are split by it; `costVariance` is per unit; `addedBy` who put it forward, nobody known for old ones. */
export const BomVariant = z.object({
  id: z.string(), version: z.int(), bomLineId: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(), kind: z.enum(variantKinds), sequence: z.int(),
  quantityVariancePercent: DecimalSchema, weight: DecimalSchema, leadTimeDays: z.int(), costVariance: cost(DecimalSchema.nullable()), approval: z.enum(approvalStates),
  addedBy: z.string().nullable(), addedByName: z.string().nullable(), decidedByName: z.string().nullable(),
})
export type BomVariant = z.infer<typeof BomVariant>

/** `isMade`: it has a BOM of its own that is in force, and is exploded further. */
export const BomLine = z.object({
  id: z.string(), version: z.int(), componentItemId: z.string(), componentCode: z.string(), componentName: z.string(), componentKind: ItemKind, isMade: z.boolean(), quantity: DecimalSchema,
  unitId: z.string(), unitCode: z.string(), unitName: z.string(), wastagePercent: DecimalSchema, selection: Selection, position: z.int(), variants: z.array(BomVariant),
})
export type BomLine = z.infer<typeof BomLine>

export const BomDetail = Bom.extend({ lines: z.array(BomLine) })
export type BomDetail = z.infer<typeof BomDetail>

/** A line as it is entered; without `id` it is new. */
export const BomLineEntry = z.object({
  id: IdSchema.optional(), version: Version.optional(), componentItemId: IdSchema, quantity: PositiveDecimal, unitId: IdSchema, wastagePercent: NonNegativeDecimal.default(0 as never), selection: Selection.default('PRIMARY'),
})

const header = { outputQuantity: PositiveDecimal, laborHours: NonNegativeDecimal.optional(), reference: optionalText(100).optional(), bomType: BomType.optional(), subcontractorId: IdSchema.nullable().optional() }
const variantEntry = {
  itemId: IdSchema, kind: z.enum(variantKinds), sequence: z.int().min(1).max(99).optional(), quantityVariancePercent: DecimalSchema.optional(), weight: NonNegativeDecimal.optional(), leadTimeDays: z.int().min(0).max(365).optional(),
  costVariance: cost(DecimalSchema.nullable().optional()),
}
export const bomReads = ['bomHeader', 'bomLine', 'bomVariant', 'item', 'unit', 'section', 'partner', 'user'] as const
/** What putting a BOM in force writes: itself, the one before it, and the purchase BOMs it is part of. */
export const bomWrites = ['bomHeader', 'bomLine', 'bomVariant'] as const
const at = { id: IdSchema, version: Version }

export const boms = {
  listBoms: query({
    permission: 'engineering.view',
    input: listInput({ kind: BomKind, status: BomStatus, itemId: IdSchema, sectionId: IdSchema }, ['itemCode', 'itemName', 'sectionName', 'revision', 'status', 'lineCount', 'revisedDay']),
    output: page(Bom), reads: bomReads,
  }),
  getBom: query({ permission: 'engineering.view', input: z.object({ id: IdSchema }), output: BomDetail, reads: bomReads }),
  /** The revisions of the same item, kind and stage, the newest first. */
  listRevisions: query({ permission: 'engineering.view', input: z.object({ id: IdSchema }), output: z.array(Bom), reads: bomReads }),
  /** A first revision as a draft, or the next where there is one. Throws `duplicate` where a draft is there already, `inactive`. */
  createBom: command({
    permission: 'engineering.create', input: z.object({ itemId: IdSchema, sectionId: IdSchema.nullable().default(null), ...header }), output: Bom, writes: ['bomHeader'],
  }),
  /** Only while it is a draft: throws `wrong-state`. */
  updateBom: command({ permission: 'engineering.update', input: z.object({ ...at, ...header, outputQuantity: PositiveDecimal.optional() }), output: Bom, writes: ['bomHeader'] }),
  /** New lines and changed ones of a draft, all or none; what is refused is an issue of its line. Answers them in their order. */
  saveBomLines: command({
    permission: 'engineering.update', input: z.object({ bomHeaderId: IdSchema, rows: z.array(BomLineEntry).min(1).max(largestBom) }), output: z.array(BomLine), writes: ['bomLine'],
  }),
  removeBomLine: command({ permission: 'engineering.update', input: z.object(at), output: z.object({}), writes: ['bomLine', 'bomVariant'] }),
  /** The next revision as a draft with the lines of this one. Throws `duplicate` where a draft is there already. */
  reviseBom: command({ permission: 'engineering.update', input: z.object({ id: IdSchema, reason: Reason }), output: Bom, writes: bomWrites }),
  /**
   * BM-3: puts a draft in force and retires the one before it; BM-1: the purchase BOMs it is part of are made anew. Throws `bom-empty`, `bom-cycle` with
   * the way round, `bom-too-deep`, `no-conversion`.
   */
  activateBom: command({ permission: 'engineering.approve', action: 'APPROVE', input: z.object(at), output: Bom, writes: bomWrites }),
  /** Takes one out of force without another in its place. */
  retireBom: command({ permission: 'engineering.approve', input: z.object({ ...at, reason: Reason }), output: Bom, writes: bomWrites }),
  /** Throws a draft away. */
  discardBom: command({ permission: 'engineering.update', action: 'DELETE', input: z.object(at), output: z.object({}), writes: bomWrites }),
  /** What may stand in for the component of a line; it does once it is approved (BM-4). Without `sequence` it comes last. Throws `duplicate` where the line has that item, or another at that place. */
  addVariant: command({ permission: 'engineering.update', input: z.object({ bomLineId: IdSchema, ...variantEntry }), output: BomVariant, writes: ['bomVariant'] }),
  /** Of a draft any; of a BOM in force what is not approved, so that it can be put forward anew. Throws `wrong-state`. */
  removeVariant: command({ permission: 'engineering.update', action: 'DELETE', input: z.object(at), output: z.object({}), writes: ['bomVariant'] }),
  /** BM-4: by another than who put it forward: `own-request`. */
  decideVariant: command({
    permission: 'engineering.approve', action: 'APPROVE', input: z.object({ ...at, approval: z.enum(['APPROVED', 'REJECTED']) }), output: BomVariant, writes: bomWrites,
  }),
}
