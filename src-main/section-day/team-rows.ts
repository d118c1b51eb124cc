import { sql as raw, type SqlBool } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import { lineWorkInProgress } from '../../shared/section-day/standard-minutes.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { TeamDay, teamDays, TeamWeeks } from '../../shared/section-day/team-days.ts'
import { lastWeeks, sumOfTeams, teamMinutes, teamState, weekOf } from '../../shared/section-day/team-rules.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { textColumn } from '../masters/lookup.ts'
import { isMine, type Sections } from '../warehouse/places.ts'

type Narrowing = ParsedInputOf<typeof teamDays.getTeamWeeks>
/** So many weeks can still be told apart in a chart. */
const mostWeeks = 26

/** Every team's day with what it names, of the sections that may be seen. */
function teamDayRows(mine: Sections) {
  return sql.selectFrom('teamDay').innerJoin('section', 'section.id', 'teamDay.sectionId').innerJoin('productionLine', 'productionLine.id', 'teamDay.productionLineId')
    .innerJoin('user as enterer', 'enterer.id', 'teamDay.enteredBy').leftJoin('user as changer', 'changer.id', 'teamDay.changedBy')
    .select([
      'teamDay.id', 'teamDay.version', 'teamDay.sectionId', 'section.name as sectionName', 'teamDay.productionLineId', 'productionLine.code as lineCode', 'productionLine.name as lineName', 'teamDay.day',
      'targetEfficiency', 'actualEfficiency', 'standardMinutes', 'workers', 'shiftHours', 'overtimeMinutes', 'outputQuantity', 'loadedQuantity', 'workInProgress', 'incentive', 'idleMinutes', 'idleWorkers', 'styleChanges', 'teamDay.notes',
      'enterer.fullName as enteredByName', 'changer.fullName as changedByName',
    ])
    .where(mine === 'all' ? raw<SqlBool>`1` : isMine('teamDay', mine))
}

function narrowedRows(mine: Sections, { sectionId, productionLineId, fromDay, toDay, isTargetMet }: Narrowing) {
  let query = teamDayRows(mine)
  if (sectionId !== undefined) query = query.where('teamDay.sectionId', '=', sectionId)
  if (productionLineId !== undefined) query = query.where('teamDay.productionLineId', '=', productionLineId)
  if (fromDay !== undefined) query = query.where('teamDay.day', '>=', fromDay)
  if (toDay !== undefined) query = query.where('teamDay.day', '<=', toDay)
  if (isTargetMet !== undefined) query = query.where('actualEfficiency', isTargetMet ? '>=' : '<', ({ ref }) => ref('targetEfficiency'))
  return query
}

/** A day of a team, with what lies in its line left out: that takes the days before it. */
export type ReckonedTeamDay = Omit<TeamDay, 'lineWip'>
type Stored = Omit<ReckonedTeamDay, 'worked' | 'earned' | 'lost' | 'pieces' | 'targetPieces' | 'isTargetMet'>

function reckoned(row: Stored): ReckonedTeamDay {
  const { worked, earned, lost, pieces, targetPieces, isTargetMet } = teamMinutes(row)
  return { ...row, worked, earned, lost, pieces, targetPieces, isTargetMet }
}

/** The days of a line up to one, from the last count of what lay in it before another, else from the first on which something was loaded. */
const lineDays = planned((line: { productionLineId: string; from: string; to: string }) => sql.selectFrom('teamDay').selectAll().where('productionLineId', '=', line.productionLineId).where('day', '<=', line.to)
  .where('day', '>=', ({ selectFrom, fn }) => fn.coalesce(
    selectFrom('teamDay as counted').select(({ fn: of }) => of.max('counted.day').as('day')).where('counted.productionLineId', '=', line.productionLineId).where('counted.day', '<=', line.from).where('counted.workInProgress', 'is not', null),
    selectFrom('teamDay as loaded').select(({ fn: of }) => of.min('loaded.day').as('day')).where('loaded.productionLineId', '=', line.productionLineId)
      .where(({ or, eb }) => or([eb('loaded.loadedQuantity', 'is not', null), eb('loaded.workInProgress', 'is not', null)])),
  )).orderBy('day'))

/** With what lies in each line at the end of the day; a line's days are read once for all of them. */
function withLineWip(db: Reader, rows: readonly Stored[]): TeamDay[] {
  const wip = new Map<string, Decimal | null>()
  for (const [productionLineId, its] of Map.groupBy(rows, row => row.productionLineId)) {
    const shown = its.map(({ day }) => day).toSorted()
    let before: Decimal | null = null
    for (const day of db.all(lineDays({ productionLineId, from: shown[0]!, to: shown.at(-1)! }))) {
      before = lineWorkInProgress(before, { ...day, pieces: teamMinutes(day).pieces })
      wip.set(day.id, before)
    }
  }
  return rows.map(row => ({ ...reckoned(row), lineWip: wip.get(row.id) ?? null }))
}

/** Throws `not-found`. */
export function teamDayOf(db: Reader, id: string): TeamDay {
  db.get('teamDay', id)
  return withLineWip(db, [db.one(teamDayRows('all').where('teamDay.id', '=', id))])[0]!
}

export function listTeamDays(db: Reader, mine: Sections, { filter, ...input }: ParsedInputOf<typeof teamDays.listTeamDays>): Page<TeamDay> {
  const found = listPage(db, input, {
    query: narrowedRows(mine, filter),
    columns: { day: 'teamDay.day', lineCode: textColumn('productionLine.code'), sectionName: textColumn('section.name'), actualEfficiency: 'teamDay.actualEfficiency', workers: 'teamDay.workers' },
    search: ['productionLine.code', 'productionLine.name', 'section.name', 'teamDay.notes'], defaultSort: [{ column: 'day', descending: true }], id: 'teamDay.id',
  })
  return { ...found, rows: withLineWip(db, found.rows) }
}

/** By section, team and day. */
export function teamDaysIn(db: Reader, mine: Sections, narrowing: Narrowing): ReckonedTeamDay[] {
  return db.all(narrowedRows(mine, narrowing).orderBy('section.name').orderBy('productionLine.code').orderBy('teamDay.day')).map(reckoned)
}

export function teamWeeks(db: Reader, mine: Sections, narrowing: Narrowing): TeamWeeks {
  const days = teamDaysIn(db, mine, narrowing)
  const weekIn = ({ day }: ReckonedTeamDay) => weekOf(day as BusinessDay)
  const weeks = lastWeeks(days.map(weekIn), mostWeeks)
  const teams = [...Map.groupBy(days, ({ productionLineId }) => productionLineId)].map(([productionLineId, its]) => {
    const { lineCode, lineName, sectionName } = its[0]!
    return { productionLineId, lineCode, lineName, sectionName, weeks: weeksOf(its) }
  })
  const { days: count, efficiency, onStandard, target, attained, met, withTarget } = sumOfTeams(days)
  return { weeks: weeksOf(days).map((one, at) => ({ ...one, week: weeks[at]! })), teams, total: { days: count, teams: teams.length, efficiency, onStandard, target, attained, met, withTarget } }

  function weeksOf(its: readonly ReckonedTeamDay[]) {
    const byWeek = Map.groupBy(its, weekIn)
    return weeks.map(week => {
      const sum = sumOfTeams(byWeek.get(week) ?? [])
      return { efficiency: sum.efficiency, target: sum.target, state: teamState(sum.attained) }
    })
  }
}
