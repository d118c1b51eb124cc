import { z } from 'zod'

/** What can be imported and exported, each by one definition of its module; each stands after those it refers to. */
export const importTargets = [
  'units', 'sections', 'productionLines', 'locations', 'items', 'unitConversions', 'partners', 'customers', 'salesmen', 'workers', 'workCalendars', 'workShifts', 'holidays', 'machines', 'processFlowEdges',
  'targetRules', 'productionStages', 'productionRoutes', 'routeSteps', 'stageBuffers', 'stageSteps', 'stageFigures', 'couriers', 'trays', 'labelPrinters', 'defectReasons', 'downtimeReasons', 'wasteReasons', 'openingStock', 'lineTargets', 'teamDays', 'orderLines', 'boms', 'bomHeaders', 'teamDayRecords', 'invoices', 'invoiceHeads', 'creditNotes',
  'customerLedger', 'customerAccounts',
] as const
export const TargetName = z.enum(importTargets)
export type TargetName = z.infer<typeof TargetName>

/** `insert` leaves records that are there alone; `update` changes them too. */
export const importModes = ['insert', 'update'] as const
export const ImportMode = z.enum(importModes)
export type ImportMode = z.infer<typeof ImportMode>

/** `lines` are the lines of a document as one text, a line each: they are shown counted. */
export const fieldKinds = ['text', 'decimal', 'integer', 'boolean', 'choice', 'reference', 'day', 'lines'] as const
export const FieldKind = z.enum(fieldKinds)
export type FieldKind = z.infer<typeof FieldKind>

/** What a field may refer to, by code or by name. */
export const referenceEntities = [
  'unit', 'section', 'productionLine', 'location', 'item', 'partner', 'customer', 'salesman', 'worker', 'workCalendar', 'workShift', 'machine', 'courier', 'tray', 'labelPrinter', 'defectReason', 'downtimeReason',
  'wasteReason', 'productionStage', 'productionRoute', 'user',
] as const
export const ReferenceEntity = z.enum(referenceEntities)
export type ReferenceEntity = z.infer<typeof ReferenceEntity>

/**
 * A value as it is staged: text, a decimal as its plain text, a whole number, yes or no, a choice's own word, the code of what is
 * referred to, a day. Null, and empty text, is nothing.
 */
export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
export type FieldValue = z.infer<typeof FieldValue>
export const FieldValues = z.record(z.string(), FieldValue)
export type FieldValues = z.infer<typeof FieldValues>

/** A field as the screen needs it to map columns and to take a constant. Its label is `imports.fields.<name>`, or its own; `isOfHead` where only the first row of a record fills it. */
export const TargetField = z.object({
  name: z.string(), labels: z.object({ id: z.string(), en: z.string() }).nullable(), kind: FieldKind, isRequired: z.boolean(), isKey: z.boolean(), isOfHead: z.boolean(), maximum: z.int().nullable(),
  choices: z.array(z.object({ value: z.string(), id: z.string(), en: z.string() })), reference: ReferenceEntity.nullable(),
})
export type TargetField = z.infer<typeof TargetField>

export const Target = z.object({
  name: TargetName, fields: z.array(TargetField), modes: z.array(ImportMode), canImport: z.boolean(), canExport: z.boolean(),
})
export type Target = z.infer<typeof Target>
