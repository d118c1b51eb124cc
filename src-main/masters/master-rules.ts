import type { Selectable } from 'kysely'
import type { IssueReason } from '../../shared/imports/issue.ts'
import type { MasterEntity } from '../../shared/masters/definition.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import type { EntityTables } from '../database/tables.ts'
import { unitConversionRules } from './conversion-rules.ts'
import { stageFigureRules, stageStepRules } from './step-rules.ts'
import { itemRules, locationRules, unitRules } from './stock-rules.ts'
import { equipmentRules, processFlowEdgeRules, productionStageRules, stageBufferRules, targetRuleRules } from './process-rules.ts'

export type Row = Readonly<Record<string, unknown>>

/** Why a record would not be sound: the words are `masters.issues.<reason>`, and `imports.issues.<reason>` for a row of a file. */
export interface Fault { readonly field: string; readonly reason: IssueReason; readonly params?: Readonly<Record<string, string | number>> }

/** What a master has besides what its definition says. Rows are as they are kept. */
export interface MasterRules<R = Row> {
  /** Computed columns of the record: `unitPlaces: 'unit.places'`. */
  readonly columns?: Readonly<Record<string, string>>
  /** What is derived from a record and kept nowhere. */
  derived?(row: R): object
  /** What is wrong with a record as it would be; `before` is what it was, `others` are records about to be saved with it. */
  faults?(db: Reader, after: R, before: R | undefined, others: readonly R[]): readonly Fault[]
  /** Fields that stay as they are once stock has moved, each with what the import says then; `is` narrows it to some changes. */
  readonly fixedByMoves?: Readonly<Record<string, { readonly reason: IssueReason; is?(after: R, before: R): boolean }>>
  /**
   * The column that keeps since which day these fields stand as they do: today, unless another day is entered with the change; a blank says no day. `isFromStart`: a new record without a day stands so from the
   * beginning, which the column says by null.
   */
  readonly since?: { readonly column: string; readonly fields: readonly string[]; isFromStart?(db: Writer, row: R): boolean }
  /** The program itself needs this record: these fields and its activity stay. */
  readonly needed?: { is(row: R): boolean; readonly fields: readonly string[]; readonly error: 'base-location' }
}

type AllRules = { readonly [E in MasterEntity]?: MasterRules<Selectable<EntityTables[E]>> }

const rules: AllRules = {
  unit: unitRules, location: locationRules, item: itemRules, targetRule: targetRuleRules, processFlowEdge: processFlowEdgeRules, unitConversion: unitConversionRules, productionStage: productionStageRules, stageBuffer: stageBufferRules,
  stageStep: stageStepRules, stageFigure: stageFigureRules, machine: equipmentRules, productionLine: equipmentRules,
}

export function rulesOf(entity: MasterEntity): MasterRules {
  return (rules[entity] ?? {})
}

