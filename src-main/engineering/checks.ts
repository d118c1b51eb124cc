import type { Selectable } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import { rational, toDecimal } from '../../shared/core/rational.ts'
import { consumptionVerdict, efficiencyOf, materialClassOf, varianceOf, type Verdict } from '../../shared/engineering/gates.ts'
import { engineeringSettings } from '../../shared/engineering/settings.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import type { ItemTable } from '../database/tables.ts'

/** So much of a material against what the BOM expects, both in its own unit; `variancePercent` as it is kept. */
export interface Judged { readonly expected: Decimal; readonly actual: Decimal; readonly variancePercent: Decimal; readonly verdict: Verdict }

/** BM-5, by the factory's limits. */
export function judgeConsumption(
  { settings }: Pick<QueryContext, 'settings'>, component: Pick<Selectable<ItemTable>, 'category'>, expected: Decimal, actual: Decimal,
): Judged {
  const limits = {
    fabricReview: settings.get(engineeringSettings.fabricReview), fabricBlock: settings.get(engineeringSettings.fabricBlock),
    accessoryReview: settings.get(engineeringSettings.accessoryReview),
    unitWarning: settings.get(engineeringSettings.unitWarning), unitBlock: settings.get(engineeringSettings.unitBlock),
  }
  const variance = varianceOf(rational(actual), rational(expected))
  return { expected, actual, variancePercent: toDecimal(variance, 'half-up'), verdict: consumptionVerdict(variance, materialClassOf(component, settings.get(engineeringSettings.fabricGroups)), limits) }
}

/** What is kept of a use: so much of a material more, for the pieces of a document, which makes it `actual` in all. */
export interface Consumption extends Judged {
  readonly sectionId: string
  /** What is made of it. */
  readonly itemId: string
  readonly componentItemId: string
  readonly pieces: Decimal
  readonly quantity: Decimal
  readonly unitId: string
  readonly reason: string
  readonly documentEntity: 'workOrder'
  readonly documentId: string
  readonly documentNumber: string
  readonly approvedBy: string | null
  /** Whether the stores posted it before anybody was asked. */
  readonly isByStores: boolean
}

/** BM-7: keeps it, in the material's own unit; answers its number. The caller declares the section and `conversionEntry`. */
export function enterConsumption({ db, session, settings, today }: CommandContext, consumption: Consumption): number {
  const efficiency = efficiencyOf(rational(consumption.expected), rational(consumption.actual), settings.get(engineeringSettings.efficient))
  return db.append(
    'conversionEntry', { ...consumption, kind: 'CONSUMPTION', day: today(), factor: '1/1', efficiency, settles: null, createdBy: session.userId },
  ).seq
}
