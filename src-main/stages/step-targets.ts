import type { Decimal } from '../../shared/core/decimal.ts'
import type { StageKind } from '../../shared/planning/rules.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { StepRow } from './sums.ts'

export interface StepTarget { readonly targetPercent: Decimal | null; readonly minutesPerPiece: Decimal | null }

/** PX-13: what the factory has set for the first and the second counting step of finishing. */
const finishing = [
  { percent: productionSettings.yieldStuffing, minutes: productionSettings.minutesStuffing }, { percent: productionSettings.yieldClosing, minutes: productionSettings.minutesClosing },
] as const

/** PX-13: a step's own target and minutes; of finishing's two stages, where they have none, the factory's settings. */
export function targetOf(db: Reader, settings: QueryContext['settings'], kind: StageKind, { id, productionStageId, targetPercent, minutesPerPiece }: StepRow): StepTarget {
  if (kind !== 'FINISHING' || (targetPercent !== null && minutesPerPiece !== null)) return { targetPercent, minutesPerPiece }
  const counting = db.all(sql.selectFrom('stageStep').select('id').where('productionStageId', '=', productionStageId).where('kind', '=', 'COUNT').where('isActive', '=', true).orderBy('position'))
  const usual = finishing[counting.findIndex(step => step.id === id)]
  return { targetPercent: targetPercent ?? (usual ? settings.get(usual.percent) : null), minutesPerPiece: minutesPerPiece ?? (usual ? settings.get(usual.minutes) : null) }
}
