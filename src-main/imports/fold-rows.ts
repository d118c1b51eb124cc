import type { RowStatus } from '../../shared/imports/decision.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValues } from '../../shared/imports/target.ts'
import { recordOf, type EvaluatedRow, type Evaluation, type FileRow, type ReadRow, type StandingRow } from './evaluation.ts'
import { keyFields, note, question } from './target.ts'

/** Rows that say the same in all given fields but the key. */
interface Variant { readonly rows: readonly ReadRow[]; readonly lead: ReadRow }

/** Settles the rows of one key that another one stands for, and gives back those that remain. */
export function foldGroup(evaluation: Evaluation, group: readonly ReadRow[], settled: Map<FileRow, EvaluatedRow>): StandingRow[] {
  const settle = (row: ReadRow, status: RowStatus, foldedInto: number | null, issue: RowIssue) =>
    settled.set(row.source, { row: row.source.row, status, foldedInto, key: row.key, record: undefined, values: row.values, before: {}, issues: [...row.issues.filter(({ weight }) => weight === 'note'), issue] })
  const accepted = new Set(group.flatMap(({ source }) => source.decision.accepted ?? []))
  for (const row of group) if (row.source.decision.isSkipped) settle(row, 'skipped', null, note(null, 'skipped-by-user'))

  const rows = group.filter(({ source }) => !source.decision.isSkipped)
  const readable = rows.filter(({ isBroken }) => !isBroken)
  const whole = variantsOf(evaluation, readable.filter(({ missing }) => missing.length === 0))
  const gaps = readable.filter(({ missing }) => missing.length > 0)
  const isKept = ({ rows: same }: Variant) => same.some(({ source }) => source.decision.isKept)

  // A blank where something must stand says nothing, so it contradicts nothing: not another row, and not the record.
  const fuller = whole.find(isKept) ?? largest(whole)
  const filledIn = fuller ? gaps.filter(row => agrees(evaluation, row, fuller.lead)) : []
  for (const row of filledIn) settle(row, 'same', fuller!.lead.source.row, note(row.missing[0] ?? null, 'taken-from-row', { row: fuller!.lead.source.row }))
  const gapVariants = variantsOf(evaluation, gaps.filter(row => !filledIn.includes(row)))
  const rivals = recordOf(evaluation, group[0]!.key) ? [...whole, ...gapVariants] : whole
  const kept = rivals.find(isKept)
  const winner = kept ?? largest(rivals)

  const standing: StandingRow[] = rows.filter(({ isBroken }) => isBroken).map(row => ({ row, issues: [], accepted }))
  for (const variant of new Set([...whole, ...gapVariants])) {
    const lead = variant.lead.source.row
    for (const row of variant.rows) if (row !== variant.lead) settle(row, 'same', lead, note(null, 'same-in-file', { row: lead }))
    const isRival = rivals.includes(variant)
    if (kept && isRival && variant !== kept) {
      settle(variant.lead, 'skipped', kept.lead.source.row, note(null, 'lost-to-row', { row: kept.lead.source.row }))
      continue
    }
    const spelling = variant === winner ? spellingOf(evaluation, [...variant.rows, ...filledIn]) : undefined
    const row = spelling ? { ...variant.lead, values: { ...variant.lead.values, ...spelling.values } } : variant.lead
    const asked = isRival && rivals.length > 1 && !kept ? [duplicateQuestion(evaluation, rivals, variant, winner!)] : []
    standing.push({ row, accepted, issues: [...(spelling?.issues ?? []), ...asked] })
  }
  return standing
}

function variantsOf(evaluation: Evaluation, rows: readonly ReadRow[]): Variant[] {
  return [...Map.groupBy(rows, row => signatureOf(evaluation, row)).values()].map(same => ({ rows: same, lead: same[0]! }))
}

function signatureOf({ given }: Evaluation, { values }: ReadRow): string {
  return JSON.stringify(given.filter(({ isKey }) => !isKey).map(({ name }) => values[name] ?? null))
}

function agrees({ given }: Evaluation, row: ReadRow, other: ReadRow): boolean {
  return given.every(({ name, isKey }) => isKey || row.missing.includes(name) || row.values[name] === other.values[name])
}

/** The one that most rows of the file say; of equals, the first. */
function largest(variants: readonly Variant[]): Variant | undefined {
  return variants.reduce<Variant | undefined>((best, variant) => (best && best.rows.length >= variant.rows.length ? best : variant), undefined)
}

/** Asks which of several rows counts: `row` is the proposal, `values` and `proposed` what differs. */
function duplicateQuestion({ given, target }: Evaluation, variants: readonly Variant[], variant: Variant, proposal: Variant): RowIssue {
  const field = given.find(({ name, isKey }) => !isKey && variants.some(({ lead }) => lead.values[name] !== proposal.lead.values[name]))
  const shown = (one: Variant) => String((field && one.lead.values[field.name]) ?? '').slice(0, 200)
  return question(field?.name ?? null, 'duplicate-in-file', {
    key: keyFields(target).map(({ name }) => String(variant.lead.values[name])).join(' · '),
    row: proposal.lead.source.row, rows: variants.map(({ lead }) => lead.source.row).slice(0, 20).join(', '),
    value: shown(variant), proposed: shown(proposal), count: variant.rows.length, proposedCount: proposal.rows.length,
  })
}

/** One code written in capitals here and small there: as most rows write it. */
function spellingOf({ target }: Evaluation, rows: readonly ReadRow[]): { values: FieldValues; issues: RowIssue[] } | undefined {
  const spelled = keyFields(target).filter(({ kind }) => kind === 'text').map(({ name }) => {
    const spellings = [...Map.groupBy(rows, ({ values }) => values[name]).entries()]
    const [best] = spellings.reduce((one, other) => (other[1].length > one[1].length ? other : one))
    return { name, best: best ?? null, others: spellings.filter(([value]) => value !== best) }
  })
  const issues = spelled.flatMap(({ name, best, others }) =>
    others.map(([value, same]) => note(name, 'other-case', { value: String(value), code: String(best), row: same[0]!.source.row })))
  return issues.length === 0 ? undefined : { values: Object.fromEntries(spelled.map(({ name, best }) => [name, best])), issues }
}
