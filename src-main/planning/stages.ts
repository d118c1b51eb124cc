import type { Decimal } from '../../shared/core/decimal.ts'
import type { StageKind } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { OrderPart } from './order-parts.ts'

type Context = Pick<QueryContext, 'db' | 'settings'>

/** A stage of a route, with what it makes more of an article and how long it takes. */
export interface RouteStage {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: StageKind
  readonly sectionId: string
  readonly sectionName: string
  readonly position: number
  readonly isBeforeLabel: boolean
  readonly bufferPercent: Decimal
  readonly defectPercent: Decimal
  readonly extraPieces: number
  readonly days: number
}

const bufferSettings = {
  CUTTING: planningSettings.bufferCutting,
  EMBROIDERY: planningSettings.bufferEmbroidery,
  SEWING: planningSettings.bufferSewing,
  FINISHING: planningSettings.bufferFinishing,
  PACKING: planningSettings.bufferPacking,
  OTHER: planningSettings.bufferOther,
} as const

/** The stages of a route, in order, for an article: its own buffer of a stage, else the stage's, else the setting of its kind (PL-9). */
export function stagesOf({ db, settings }: Context, routeId: string, articleId: string): readonly RouteStage[] {
  const rows = db.all(
    sql
      .selectFrom('routeStep')
      .innerJoin('productionStage', 'productionStage.id', 'routeStep.productionStageId')
      .innerJoin('section', 'section.id', 'productionStage.sectionId')
      .leftJoin('stageBuffer', join =>
        join
          .onRef('stageBuffer.productionStageId', '=', 'productionStage.id')
          .on('stageBuffer.itemId', '=', articleId)
          .on('stageBuffer.isActive', '=', true),
      )
      .where('routeStep.productionRouteId', '=', routeId)
      .where('routeStep.isActive', '=', true)
      .where('productionStage.isActive', '=', true)
      .select([
        'productionStage.id',
        'productionStage.code',
        'productionStage.name',
        'productionStage.kind',
        'productionStage.sectionId',
        'section.name as sectionName',
        'routeStep.position',
        'productionStage.isBeforeLabel',
        'productionStage.bufferPercent',
        'productionStage.defectPercent',
        'productionStage.extraPieces',
        'productionStage.days',
        'stageBuffer.bufferPercent as articleBuffer',
      ])
      .orderBy('routeStep.position').orderBy('productionStage.code'),
  )
  return rows.map(({ articleBuffer, ...stage }) => ({
    ...stage,
    bufferPercent: articleBuffer ?? stage.bufferPercent ?? settings.get(bufferSettings[stage.kind]),
    days: stage.days ?? settings.get(planningSettings.stageDays),
  }))
}

/** What each stage makes of an order's parts: those of its section; where one section has several stages, the first makes the first. */
export function partsByStage(stages: readonly RouteStage[], parts: readonly OrderPart[]): ReadonlyMap<string, readonly OrderPart[]> {
  const bySection = Map.groupBy(stages, ({ sectionId }) => sectionId)
  return new Map([...bySection].flatMap(([sectionId, its]) => {
    const own = parts.filter(part => part.sectionId === sectionId)
    return its.map(({ id }, at) => [id, at === its.length - 1 ? own.slice(at) : own.slice(at, at + 1)] as const)
  }))
}

/** The shortest route in use that passes through every section which an article's parts are made in; of several, the first by code. */
export function fittingRoute(db: Reader, parts: readonly OrderPart[]): string | undefined {
  const wanted = new Set(parts.flatMap(({ sectionId }) => sectionId ?? []))
  const steps = db.all(
    sql
      .selectFrom('productionRoute')
      .innerJoin('routeStep', 'routeStep.productionRouteId', 'productionRoute.id')
      .innerJoin('productionStage', 'productionStage.id', 'routeStep.productionStageId')
      .where('productionRoute.isActive', '=', true)
      .where('routeStep.isActive', '=', true)
      .where('productionStage.isActive', '=', true)
      .select(['productionRoute.id', 'productionStage.sectionId'])
      .orderBy('productionRoute.code'),
  )
  const fitting = [...Map.groupBy(steps, ({ id }) => id)].filter(([, its]) => [...wanted].every(section => its.some(({ sectionId }) => sectionId === section)))
  return fitting.toSorted(([, a], [, b]) => a.length - b.length)[0]?.[0]
}
