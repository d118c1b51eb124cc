import { sql as raw, type SqlBool } from 'kysely'
import { decimal, decimalText, zero } from '../../shared/core/decimal.ts'
import type { BusinessDay } from '../../shared/core/dates.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue, FieldValues } from '../../shared/imports/target.ts'
import { productionLineMaster, sectionMaster } from '../../shared/masters/sections.ts'
import { isClosed } from '../../shared/periods/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { fault, foldCase, type AcceptedRow, type ApplyTools, type CompoundTarget, type ImportField, type ListTarget, type MatchedRow, type SoundRow, type TargetRecord } from '../imports/target.ts'
import { each, lineCode, lineFields } from '../masters/line-targets.ts'
import { masterTarget } from '../masters/master-target.ts'
import { closedThrough } from '../periods/open-period.ts'
import { isMine, type Sections } from '../warehouse/places.ts'
import { requireImportable } from './enterable.ts'
import { enterTeamDay, updateTeamDay } from './team-days.ts'

/** A factory's history is brought in by whoever brings in data; the parts of its file ask for theirs. */
const permissions = { view: 'process.readDailyProduction', insert: 'process.importData', update: 'process.importData' } as const

const figures: readonly ImportField[] = [
  { name: 'targetEfficiency', kind: 'decimal', least: 'positive', most: 1000, isPercent: true, isMeasured: true, headings: ['Targeted productivity', 'Target efficiency', 'Target produktivitas'] },
  { name: 'actualEfficiency', kind: 'decimal', least: 0, most: 1000, isPercent: true, isMeasured: true, headings: ['Actual productivity', 'Actual efficiency', 'Efisiensi', 'Efisiensi aktual', 'Produktivitas'] },
  { name: 'standardMinutes', kind: 'decimal', isRequired: true, least: 'positive', most: 10_000, isMeasured: true, headings: ['SMV', 'SAM', 'Standard minute value', 'Menit standar'] },
  { name: 'workers', kind: 'decimal', isRequired: true, least: 0, most: 10_000, headings: ['No of workers', 'Number of workers', 'Jumlah pekerja', 'Pekerja'] },
  { name: 'shiftHours', kind: 'decimal', isRequired: true, least: 'positive', most: 24, headings: ['Jam shift', 'Jam kerja', 'Working hours'] },
  { name: 'overtimeMinutes', kind: 'decimal', empty: '0', least: 0, most: 1_000_000, headings: ['Over time', 'Overtime', 'Lembur', 'Menit lembur'] },
  { name: 'outputQuantity', kind: 'decimal', least: 0, most: 1_000_000_000, headings: ['Hasil', 'Hasil produksi', 'Output', 'Actual output', 'Pieces'] },
  { name: 'loadedQuantity', kind: 'decimal', least: 0, most: 1_000_000_000, headings: ['Loading', 'Loaded', 'Masuk lini', 'Input lini'] },
  { name: 'workInProgress', kind: 'decimal', least: 0, most: 1_000_000_000, headings: ['WIP', 'Barang dalam proses'] },
  { name: 'incentive', kind: 'decimal', empty: '0', least: 0, most: 1_000_000_000, headings: ['Insentif', 'Bonus'] },
  { name: 'idleMinutes', kind: 'decimal', empty: '0', least: 0, most: 100_000, headings: ['Idle time', 'Waktu menganggur', 'Waktu terhenti'] },
  { name: 'idleWorkers', kind: 'decimal', empty: '0', least: 0, most: 10_000, headings: ['Idle men', 'Pekerja menganggur'] },
  { name: 'styleChanges', kind: 'integer', empty: 0, least: 0, most: 1000, headings: ['No of style change', 'Number of style changes', 'Ganti model'] },
  { name: 'notes', kind: 'text', empty: '', maximum: 1000, headings: ['Catatan', 'Keterangan', 'Remarks'] },
]
const figureNames = figures.map(({ name }) => name)

/** The days of teams themselves, as a part of the file that also brings their sections and lines. */
export const teamDayRecordsTarget: ListTarget = {
  name: 'teamDayRecords', entity: 'teamDay', permissions, modes: ['insert', 'update'],
  fields: [{ name: 'productionLine', kind: 'reference', reference: 'productionLine', isRequired: true, isKey: true }, { name: 'workDay', kind: 'day', isRequired: true, isKey: true }, ...figures],
  prepare: db => ({ records: storedDays(db).map(({ id, version, line, values }) => ({ id, version, isActive: true, values: { ...values, productionLine: line } })), check: openDayCheck(db) }),
  apply(context, rows, { lookup, at }) {
    for (const row of rows) at(row.row, () => applyRow(context, row, lookup))
  },
}

/** A garment factory's own history: a line for every team and day, which brings the sections and lines that are not there yet. */
export const teamDaysTarget: CompoundTarget = {
  name: 'teamDays', permissions, modes: ['insert', 'update'],
  // Each row may make three records.
  mostRows: 20_000,
  fields: [...lineFields, ...figures],
  parts: [
    { target: masterTarget(sectionMaster), rows: read => each(read, ({ section }) => String(section), ({ section, sectionName }) => ({ values: { code: section! }, ifNew: { name: sectionName || section! } })) },
    {
      target: masterTarget(productionLineMaster),
      rows: (read, nameOf, db) => {
        const codeOf = lineCodes(db)
        return each(read, codeOf, values => ({ values: { code: codeOf(values), section: values.section! }, ifNew: { name: `${nameOf('section', String(values.section)) ?? String(values.section)} ${String(values.team)}` } }))
      },
    },
    { target: teamDayRecordsTarget, rows: (read, _nameOf, db) => recordsOf(read, lineCodes(db)) },
  ],
  check: ({ today }, rows) => new Map(rows.flatMap(({ row, values }): [number, RowIssue[]][] => {
    const faults = [
      ...(String(values.workDay) > today() ? [fault('workDay', 'day-ahead', { value: String(values.workDay) })] : []),
      // An efficiency, or the output of which it follows.
      ...(isEmpty(values.actualEfficiency) && isEmpty(values.outputQuantity) ? [fault('actualEfficiency', 'required')] : []),
    ]
    return faults.length === 0 ? [] : [[row, faults]]
  })),
  exported: { count: db => db.one(sql.selectFrom('teamDay').select(({ fn }) => fn.countAll<number>().as('count'))).count, rows: (db, mine) => storedDays(db, mine).map(({ values }) => values) },
}

function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || value === ''
}

/** The code of a row's line: the one the section already has under that very name, else made of section and team. */
function lineCodes(db: Reader): (values: FieldValues) => string {
  const known = new Set(db.all(sql.selectFrom('productionLine').innerJoin('section', 'section.id', 'productionLine.sectionId').select(['productionLine.code', 'section.code as section'])).map(({ code, section }) => foldCase(`${section}/${code}`)))
  return ({ section, team }) => (known.has(foldCase(`${String(section)}/${String(team)}`)) ? String(team) : lineCode(String(section), String(team)))
}

function recordsOf(read: readonly SoundRow[], codeOf: (values: FieldValues) => string) {
  return read.map(({ row, values }) => {
    const said = Object.fromEntries(figureNames.flatMap((name): [string, FieldValue][] => (values[name] === undefined ? [] : [[name, values[name]]])))
    return { row, rowCount: 1, values: { ...said, productionLine: codeOf(values), workDay: values.workDay! } }
  })
}

interface StoredDay extends Pick<TargetRecord, 'id' | 'version' | 'values'> { readonly line: string }

function storedDays(db: Reader, mine: Sections = 'all'): StoredDay[] {
  const rows = db.all(sql.selectFrom('teamDay').innerJoin('productionLine', 'productionLine.id', 'teamDay.productionLineId').innerJoin('section', 'section.id', 'teamDay.sectionId').where(mine === 'all' ? raw<SqlBool>`1` : isMine('teamDay', mine)).selectAll('teamDay')
    .select(['productionLine.code as line', 'section.code as section', 'section.name as sectionName']).orderBy('section.code').orderBy('productionLine.code').orderBy('teamDay.day'))
  const text = (value: Parameters<typeof decimalText>[0] | null) => (value === null ? null : decimalText(value))
  return rows.map(({ id, version, line, section, sectionName, day, styleChanges, notes, ...row }) => ({
    id, version, line,
    values: {
      section, sectionName, team: line, workDay: day, styleChanges, notes, targetEfficiency: text(row.targetEfficiency), actualEfficiency: text(row.actualEfficiency), standardMinutes: text(row.standardMinutes),
      workers: text(row.workers), shiftHours: text(row.shiftHours), overtimeMinutes: text(row.overtimeMinutes), outputQuantity: text(row.outputQuantity), loadedQuantity: text(row.loadedQuantity), workInProgress: text(row.workInProgress), incentive: text(row.incentive),
      idleMinutes: text(row.idleMinutes), idleWorkers: text(row.idleWorkers),
    },
  }))
}

/** PX-5: a day that is locked, or of a month that is closed, takes nothing. */
function openDayCheck(db: Reader): (row: MatchedRow) => RowIssue[] {
  const closed = closedThrough(db)
  const locked = new Set(db.all(sql.selectFrom('sectionDayLock').innerJoin('productionLine', 'productionLine.sectionId', 'sectionDayLock.sectionId').select(['productionLine.code', 'sectionDayLock.day']).where('isLocked', '=', true))
    .map(({ code, day }) => foldCase(`${code} ${day}`)))
  return ({ values: { productionLine, workDay } }) => {
    const day = String(workDay)
    if (isClosed(day, closed)) return [fault('workDay', 'period-closed', { value: day })]
    return locked.has(foldCase(`${String(productionLine)} ${day}`)) ? [fault('workDay', 'day-locked', { value: day })] : []
  }
}

function applyRow(context: CommandContext, { id, version, values }: AcceptedRow, lookup: ApplyTools['lookup']): void {
  const number = (name: string) => decimal(String(values[name]))
  const optional = (name: string) => (isEmpty(values[name]) ? null : number(name))
  const given = (name: string) => optional(name) ?? zero
  const readers = {
    targetEfficiency: () => optional('targetEfficiency'), actualEfficiency: () => optional('actualEfficiency') ?? undefined, standardMinutes: () => number('standardMinutes'), workers: () => number('workers'), shiftHours: () => number('shiftHours'),
    overtimeMinutes: () => given('overtimeMinutes'), outputQuantity: () => optional('outputQuantity'), loadedQuantity: () => optional('loadedQuantity'), workInProgress: () => optional('workInProgress'), incentive: () => given('incentive'), idleMinutes: () => given('idleMinutes'), idleWorkers: () => given('idleWorkers'),
    styleChanges: () => Number(values.styleChanges ?? 0), notes: () => String(values.notes ?? ''),
  }
  if (id !== null && version !== null) {
    const changes = Object.fromEntries(Object.entries(readers).filter(([name]) => Object.hasOwn(values, name)).map(([name, read]) => [name, read()]))
    updateTeamDay(context, { id, version, ...changes }, requireImportable)
    return
  }
  enterTeamDay(context, {
    productionLineId: lookup.id('productionLine', String(values.productionLine)), day: String(values.workDay) as BusinessDay, targetEfficiency: readers.targetEfficiency(), actualEfficiency: readers.actualEfficiency(),
    standardMinutes: readers.standardMinutes(), workers: readers.workers(), shiftHours: readers.shiftHours(), overtimeMinutes: readers.overtimeMinutes(), outputQuantity: readers.outputQuantity(), loadedQuantity: readers.loadedQuantity(), workInProgress: readers.workInProgress(), incentive: readers.incentive(),
    idleMinutes: readers.idleMinutes(), idleWorkers: readers.idleWorkers(), styleChanges: readers.styleChanges(), notes: readers.notes(),
  }, requireImportable)
}
