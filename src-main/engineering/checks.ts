import { fromUnits } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { addRationals, multiplyRationals, rational, toDecimal, type Rational } from '../../shared/core/rational.ts'
import type { checks, ConversionEntry } from '../../shared/engineering/checks.ts'
import { cartonVerdict, consumptionVerdict, efficiencyOf, materialClassOf, shortCartons, varianceOf, type CartonVerdict, type Verdict } from '../../shared/engineering/gates.ts'
import { engineeringSettings } from '../../shared/engineering/settings.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import { decidesAlone, requestApproval } from '../engines/approvals.ts'
import { sql } from '../database/sql.ts'
import { openUnits } from './conversions.ts'
import { cartonReview, consumptionReview } from './check-approvals.ts'
import { entryOf } from './conversion-log.ts'
import { openExploder } from './explosion.ts'

/** The document an entry belongs to. */
export interface CheckedDocument { readonly documentEntity: string; readonly documentId: string; readonly documentNumber: string }
type Consumption = ParsedInputOf<typeof checks.checkConsumption>
type Judging = Pick<QueryContext, 'db' | 'settings'>

const percent = (settings: CommandContext['settings']) => ({
  fabricReview: settings.get(engineeringSettings.fabricReview), fabricBlock: settings.get(engineeringSettings.fabricBlock), accessoryReview: settings.get(engineeringSettings.accessoryReview),
  unitWarning: settings.get(engineeringSettings.unitWarning), unitBlock: settings.get(engineeringSettings.unitBlock),
})

type Used = Omit<Consumption, 'reason'>

/** BM-5 of what was used, before anything is entered. */
function judged(context: Judging, { sectionId, itemId, componentItemId, pieces, quantity, unitId }: Used) {
  const { db, settings } = context
  const component = db.get('item', componentItemId)
  const factor = openUnits(db).factor(componentItemId, unitId, component.unitId)
  const actual = multiplyRationals(rational(quantity), factor)
  const expected = multiplyRationals(expectedForOne(context, itemId, componentItemId, sectionId), rational(pieces))
  const variance = varianceOf(actual, expected)
  return { component, factor, actual, expected, variance, verdict: consumptionVerdict(variance, materialClassOf(component), percent(settings)) }
}

export function previewConsumption(context: Judging, used: Used): OutputOf<typeof checks.previewConsumption> {
  const { component, actual, expected, variance, verdict } = judged(context, used)
  return {
    expected: toDecimal(expected, 'half-up'), actual: toDecimal(actual, 'half-up'), ownUnitCode: context.db.get('unit', component.unitId).code, variancePercent: toDecimal(variance, 'half-up'), verdict,
  }
}

/** BM-5, BM-7. What is `BLOCKED` in the answer and has nobody's approval must not be posted. The caller declares the section and `conversionEntry` with `approvalWrites`. */
export function checkConsumption(context: CommandContext, { reason, ...used }: Consumption, document?: CheckedDocument): ConversionEntry {
  const { factor, actual, expected, variance, verdict } = judged(context, used)
  return enter(context, {
    kind: 'CONSUMPTION', ...used, reason, factor, actual, expected, variance, verdict, document,
    review: verdict === 'REVIEW' || verdict === 'BLOCKED' ? consumptionReview : undefined,
  })
}

/** BM-6. */
export function checkCartons(context: CommandContext, { sectionId, itemId, contents, reasons }: ParsedInputOf<typeof checks.checkCartons>, document?: CheckedDocument): ConversionEntry {
  const { db, settings } = context
  const { piecesPerCarton, unitId } = db.get('item', itemId)
  if (piecesPerCarton === null) throw new AppError('invalid-input', { issues: [{ path: ['itemId'], reason: 'engineering.issues.no-packing', params: {} }] })
  const reasonOf = new Map(reasons.map(({ carton, reason }) => [carton, reason]))
  const unexplained = shortCartons(contents, piecesPerCarton).filter(carton => !reasonOf.get(carton))
  if (unexplained.length > 0) throw new AppError('invalid-input', { issues: unexplained.map(carton => ({ path: ['contents', carton - 1], reason: 'engineering.issues.short-carton', params: { carton } })) })
  const [counted, planned] = [contents.reduce((sum, one) => sum + one, 0), contents.length * piecesPerCarton]
  const [actual, expected] = [rational(BigInt(counted)), rational(BigInt(planned))]
  const variance = varianceOf(actual, expected)
  const decided = cartonVerdict(variance, { cartonReview: settings.get(engineeringSettings.cartonReview), cartonManager: settings.get(engineeringSettings.cartonManager) })
  const said = [...reasonOf].sort(([a], [b]) => a - b).map(([carton, reason]) => `${carton}: ${reason}`).join('; ')
  return enter(context, {
    kind: 'CARTONS', sectionId, itemId, componentItemId: null, pieces: fromUnits(planned * 10_000), quantity: fromUnits(contents.length * 10_000), unitId: cartonUnit(context, unitId), reason: said, factor: rational(BigInt(piecesPerCarton)),
    actual, expected, variance, verdict: verdictOfCartons[decided], document, review: decided === 'AUTOMATIC' ? undefined : decided === 'MANAGER' ? cartonReview : consumptionReview,
  })
}

const verdictOfCartons: Readonly<Record<CartonVerdict, Verdict>> = { AUTOMATIC: 'OK', SUPERVISOR: 'REVIEW', MANAGER: 'BLOCKED' }

/** The unit cartons are counted in, where the factory has it under its usual code. */
function cartonUnit({ db }: CommandContext, otherwise: string): string {
  return db.first(sql.selectFrom('unit').select('id').where('code', '=', 'Ctn'))?.id ?? otherwise
}

/** What one piece takes by the BOM of this stage, or by all of the item's where the stage has none. */
function expectedForOne(context: Judging, itemId: string, componentItemId: string, sectionId: string): Rational {
  const steps = openExploder(context).steps(itemId).filter(step => step.itemId === componentItemId)
  const ofStage = steps.filter(({ bom }) => bom.sectionId === sectionId)
  const counted = ofStage.length > 0 ? ofStage : steps
  if (counted.length === 0) throw new AppError('invalid-input', { issues: [{ path: ['componentItemId'], reason: 'engineering.issues.not-in-bom', params: {} }] })
  return addRationals(...counted.map(({ quantity }) => quantity))
}

interface Checked extends Omit<Consumption, 'componentItemId'> {
  readonly kind: 'CONSUMPTION' | 'CARTONS'; readonly componentItemId: string | null; readonly factor: Rational; readonly actual: Rational; readonly expected: Rational; readonly variance: Rational
  readonly verdict: Verdict; readonly document: CheckedDocument | undefined; readonly review: typeof consumptionReview | undefined
}

function enter(context: CommandContext, { factor, actual, expected, variance, document, review, ...entry }: Checked): ConversionEntry {
  const { db, session, settings, today } = context
  if (review && entry.reason === '') throw new AppError('reason-needed')
  const isAlone = review !== undefined && decidesAlone(context, review.name, entry.sectionId)
  const { seq } = db.append('conversionEntry', {
    ...entry, day: today(), factor: `${factor.numerator}/${factor.denominator}`, expected: toDecimal(expected, 'half-up'), actual: toDecimal(actual, 'half-up'), variancePercent: toDecimal(variance, 'half-up'),
    efficiency: efficiencyOf(expected, actual, settings.get(engineeringSettings.efficient)), documentEntity: document?.documentEntity ?? null, documentId: document?.documentId ?? null,
    documentNumber: document?.documentNumber ?? null, settles: null, approvedBy: isAlone ? session.userId : null, createdBy: session.userId,
  })
  if (review && !isAlone) requestApproval(context, review, { entityId: String(seq), sectionId: entry.sectionId, change: { variancePercent: toDecimal(variance, 'half-up') }, reason: entry.reason })
  return entryOf(db, seq)
}

