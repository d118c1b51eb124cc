import { z } from 'zod'
import { addDecimals } from '../../shared/core/decimal.ts'
import { SectionSummary, SummaryContent, summaryActs, type Summary } from '../../shared/planning/summaries.ts'
import { debtRisks } from '../../shared/warehouse/debt-rules.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { Sections } from '../warehouse/places.ts'

const summariesShown = 60

/** The days of which there is a summary for these sections, the newest first. */
export function summaryDays(db: Reader, mine: Sections): { readonly id: string; readonly day: string }[] {
  const all = sql.selectFrom('planningSummary').select(['id', 'day']).orderBy('day', 'desc').limit(summariesShown)
  return db.all(mine === 'all' ? all : all.where('sections', '<>', '[]'))
}

/** IA-5: what a morning's summary says of these sections; nothing where it was written before they were told apart. Throws `not-found`. */
export function summaryFor(db: Reader, id: string, mine: Sections): Summary | null {
  const { day, createdAt, content, sections } = db.get('planningSummary', id)
  const whole = z.decode(SummaryContent, JSON.parse(content) as z.input<typeof SummaryContent>)
  if (mine === 'all') return { id, day, createdAt, content: whole }
  const parts = z.decode(z.array(SectionSummary), JSON.parse(sections) as z.input<typeof SectionSummary>[])
  if (parts.length === 0) return null
  return { id, day, createdAt, content: together(whole.since, parts.filter(({ sectionId }) => mine.includes(sectionId)).map(part => part.content)) }
}

/** Several sections as one: no work order is of two of them, a material may be. */
function together(since: string, parts: readonly SummaryContent[]): SummaryContent {
  const sum = (of: (part: SummaryContent) => number) => parts.reduce((total, part) => total + of(part), 0)
  const materials = togetherByItem(parts.flatMap(part => part.materials))
  return {
    since,
    counts: {
      finished: sum(({ counts }) => counts.finished),
      running: sum(({ counts }) => counts.running),
      late: sum(({ counts }) => counts.late),
      materials: materials.length,
    },
    finished: parts.flatMap(part => part.finished),
    running: parts.flatMap(part => part.running),
    late: parts.flatMap(part => part.late),
    materials,
    acts: summaryActs
      .map(act => ({ act, count: act === 'materials' ? materials.length : sum(({ acts }) => acts.find(one => one.act === act)?.count ?? 0) }))
      .filter(({ count }) => count > 0),
  }
}

type Material = SummaryContent['materials'][number]

function togetherByItem(materials: readonly Material[]): Material[] {
  return [...Map.groupBy(materials, ({ itemId }) => itemId).values()].map(its => its.reduce((sum, one) => ({
    ...sum, required: addDecimals(sum.required, one.required), missing: addDecimals(sum.missing, one.missing), workOrders: sum.workOrders + one.workOrders,
    severity: debtRisks.indexOf(one.severity) > debtRisks.indexOf(sum.severity) ? one.severity : sum.severity,
  })))
}
