import { z } from 'zod'
import { addDays, dayStart, wallClock, type BusinessDay } from '../../shared/core/dates.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { SectionSummary, SummaryContent, type SummaryLine } from '../../shared/planning/summaries.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { boardLines, obstaclesNow } from './board-lines.ts'
import { boardOf, finishedSince, type JudgedWork, type Judging } from './board-work.ts'
import { orderForecasts } from './forecasts.ts'
import { planners } from './health-notices.ts'
import { awaitedLabels } from './label-notices.ts'
import { needsOfOpen, shortMaterials, type OpenNeed } from './summary-materials.ts'
import { pageOf } from './board.ts'

const listed = 60

/** NT-5: once a day, from its hour on; a host that was off then makes up for it when it is on again. */
export function summarizeDay(context: CommandContext): boolean {
  const { db, clock, settings, today, notify } = context
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const hour = Number(wallClock(clock.now(), timeZone).time.slice(0, 2))
  const day = today() as BusinessDay
  if (hour < settings.get(planningSettings.summaryHour) || isWritten(db, day)) return false
  const { whole, sections } = summariesOf({ db, settings, today: day })
  const written = { content: JSON.stringify(z.encode(SummaryContent, whole)), sections: JSON.stringify(z.encode(z.array(SectionSummary), [...sections])) }
  const { id } = db.insert('planningSummary', { day, ...written })
  const { finished, running, late, materials } = whole.counts
  notify({
    kind: 'PLANNING_SUMMARY',
    audience: [...planners, { role: 'Manager' }],
    params: { to: day, finished, running, late, count: materials },
    entity: 'planningSummary',
    entityId: id,
  })
  return true
}

function isWritten(db: Reader, day: string): boolean {
  return db.first(sql.selectFrom('planningSummary').select('id').where('day', '=', day)) !== undefined
}

/** All that a summary tells of, before it is put in words for somebody. */
interface Morning {
  readonly finished: readonly JudgedWork[]
  readonly board: readonly JudgedWork[]
  readonly needs: readonly OpenNeed[]
  readonly unapproved: readonly { readonly sectionId: string }[]
}

/**
 * What was finished since the summary before, how the rest stands, what is short, and what there is to do: in the whole factory, and in each
 * section.
 */
export function summariesOf(judging: Judging): { readonly whole: SummaryContent; readonly sections: readonly SectionSummary[] } {
  const { db, settings, today } = judging
  const before = lastBefore(db, today)
  const morning: Morning = {
    finished: finishedSince(judging, before.createdAt),
    board: boardOf(judging, 'all', {}),
    needs: needsOfOpen(db),
    unapproved: db.all(sql.selectFrom('workOrder').select('sectionId').where('status', '=', 'PENDING').where('approvedAt', 'is', null)),
  }
  const labels = awaitedLabels({ db, today: () => today }).filter(({ days }) => days >= settings.get(planningSettings.labelWaitDays)).length
  const ships = orderForecasts(judging, 'all', { filter: {}, page: 1, pageSize: 1 }).late
  return {
    whole: contentOf(judging, before.day, morning, { labels, ships }),
    sections: sectionsOf(morning).map(sectionId => ({
      sectionId,
      content: contentOf(judging, before.day, ofSection(morning, sectionId), { labels: 0, ships: 0 }),
    })),
  }
}

function sectionsOf({ finished, board, needs, unapproved }: Morning): string[] {
  const works = [...finished, ...board].map(({ work }) => work.sectionId)
  return [...new Set([...works, ...[...needs, ...unapproved].map(({ sectionId }) => sectionId)])].toSorted()
}

function ofSection({ finished, board, needs, unapproved }: Morning, sectionId: string): Morning {
  const isIts = ({ work }: JudgedWork) => work.sectionId === sectionId
  return {
    finished: finished.filter(isIts),
    board: board.filter(isIts),
    needs: needs.filter(need => need.sectionId === sectionId),
    unapproved: unapproved.filter(one => one.sectionId === sectionId),
  }
}

function contentOf(judging: Judging, since: string, morning: Morning, ofOrders: { readonly labels: number; readonly ships: number }): SummaryContent {
  const { db } = judging
  const { finished, board, unapproved } = morning
  const open = board.filter(({ work }) => work.status !== 'FINISHED')
  const running = open.filter(({ work }) => work.status === 'RUNNING')
  const late = open.filter(({ level }) => level !== null)
  const materials = shortMaterials(judging, morning.needs)
  return {
    since,
    counts: { finished: finished.length, running: running.length, late: late.length, materials: materials.length },
    finished: boardLines(judging, finished.slice(0, listed)).map(lineOf),
    running: boardLines(judging, pageOf(running, 1, listed)).map(line => ({ ...lineOf(line), health: line.health })),
    late: boardLines(judging, pageOf(late, 1, listed)).map(line => ({
      ...lineOf(line),
      health: line.health,
      level: line.level ?? 'WARNING',
      causes: line.causes,
      obstacles: obstaclesNow(db, line.id),
    })),
    materials: materials.slice(0, listed),
    acts: actsOf(open, { approve: unapproved.length, materials: materials.length, ...ofOrders }),
  }
}

/** The summary before this one; as long as there is none, yesterday as it began. */
function lastBefore(db: Reader, today: BusinessDay): { readonly day: string; readonly createdAt: string } {
  const last = db.first(
    sql.selectFrom('planningSummary').select(['day', 'createdAt']).where('day', '<', today).orderBy('day', 'desc').limit(1),
  )
  if (last) return last
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const day = addDays(today, -1)
  return { day, createdAt: dayStart(day, timeZone) }
}

function lineOf({ id, number, articleName, sectionName, target, produced, deadlineDay, finishDay }: SummaryLine): SummaryLine {
  return { id, number, articleName, sectionName, target, produced, deadlineDay, finishDay }
}

type ActCounts = Record<'approve' | 'materials' | 'labels' | 'ships', number>

function actsOf(open: readonly JudgedWork[], { labels, approve, materials, ships }: ActCounts): SummaryContent['acts'] {
  const counts = {
    replan: open.filter(({ causes }) => causes.includes('late') || causes.includes('slow')).length,
    ask: open.filter(({ causes }) => causes.includes('stuck') || causes.includes('notBegun')).length,
    approve,
    labels,
    materials,
    ships,
  }
  return (Object.keys(counts) as (keyof typeof counts)[]).map(act => ({ act, count: counts[act] })).filter(({ count }) => count > 0)
}
