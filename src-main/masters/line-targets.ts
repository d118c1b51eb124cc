import type { FieldValue, FieldValues } from '../../shared/imports/target.ts'
import { targetRuleMaster } from '../../shared/masters/process.ts'
import { productionLineMaster, sectionMaster } from '../../shared/masters/sections.ts'
import type { CompoundTarget, ImportField, PartRow, SoundRow } from '../imports/target.ts'
import { masterTarget } from './master-target.ts'

/** What sections of a factory are called in files, by the code that most factories give them. */
const usualSections = {
  CUT: ['cutting', 'potong', 'pemotongan'], EMB: ['embroidery', 'bordir'], SEW: ['sewing', 'jahit', 'penjahitan'], FIN: ['finishing'], PCK: ['packing', 'pengepakan'], WH: ['warehouse', 'gudang'],
}

/** Whose day a row of such a file is. */
export const lineFields: readonly ImportField[] = [
  {
    name: 'section', kind: 'reference', reference: 'section', isRequired: true, isKey: true, maximum: 50, mayBeNew: true, synonyms: usualSections,
    headings: ['Department', 'Departemen', 'Kode bagian', 'Section code'],
  },
  { name: 'sectionName', kind: 'text', maximum: 200, headings: ['Nama bagian', 'Department name'] },
  { name: 'team', kind: 'text', isRequired: true, isKey: true, maximum: 20, headings: ['Line', 'Lini', 'Tim', 'Line number', 'Team number'] },
  { name: 'workDay', kind: 'day', isRequired: true, isKey: true, isNearOthers: true, headings: ['Date', 'Tanggal', 'Tgl', 'Hari kerja'] },
]

/**
 * A file with a line for every team and day: what each was to reach. It gives the sections, their production lines, and target rules:
 * days that follow each other with the same target are one rule.
 */
export const lineTargetsTarget: CompoundTarget = {
  name: 'lineTargets',
  permissions: { view: 'masters.view', insert: 'masters.create', update: 'masters.update' },
  modes: ['insert', 'update'],
  // Each row may make three records.
  mostRows: 30_000,
  fields: [
    ...lineFields,
    { name: 'targetEfficiency', kind: 'decimal', least: 'positive', most: 1000, isPercent: true, headings: ['Targeted productivity', 'Target efficiency', 'Efisiensi', 'Target produktivitas'] },
    { name: 'targetQuantity', kind: 'decimal', least: 'positive', headings: ['Target', 'Target qty', 'Target output'] },
    { name: 'shiftHours', kind: 'decimal', isRequired: true, least: 'positive', most: 24, headings: ['Jam shift', 'Jam kerja', 'Working hours'] },
  ],
  parts: [
    { target: masterTarget(sectionMaster), rows: read => each(read, sectionOf, ({ section, sectionName }) => ({ values: { code: section! }, ifNew: { name: sectionName || section! } })) },
    { target: masterTarget(productionLineMaster), rows: (read, nameOf) => each(read, lineOf, values => lineRecord(values, nameOf('section', String(values.section)))) },
    { target: masterTarget(targetRuleMaster), rows: rulesOf },
  ],
}

/** `SEW-08` is team 8 of section SEW. */
export function lineCode(section: string, team: string): string {
  return `${section}-${/^\d+$/.test(team) ? team.padStart(2, '0') : team}`
}

function sectionOf({ section }: FieldValues): string {
  return String(section)
}

function lineOf({ section, team }: FieldValues): string {
  return lineCode(String(section), String(team))
}

function lineRecord(values: FieldValues, sectionName: string | undefined): Omit<PartRow, 'row' | 'rowCount'> {
  const { section, team } = values
  return { values: { code: lineOf(values), section: section! }, ifNew: { name: `${sectionName ?? String(section)} ${String(team)}` } }
}

/** Each thing that rows speak of, by its first row. */
export function each(read: readonly SoundRow[], keyOf: (values: FieldValues) => string, record: (values: FieldValues) => Omit<PartRow, 'row' | 'rowCount'>): PartRow[] {
  return [...Map.groupBy(read, ({ values }) => keyOf(values).toLowerCase()).values()].map(same => ({ row: same[0]!.row, rowCount: same.length, ...record(same[0]!.values) }))
}

/** One rule for each run of days on which a line has the same target, from the first of them to the last. Days the file leaves out part no run. */
function rulesOf(read: readonly SoundRow[]): PartRow[] {
  const lines = Map.groupBy(read, ({ values }) => lineOf(values).toLowerCase())
  const runs = [...lines.values()].flatMap(days => runsOf(days.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))))
  return runs.map(run => {
    const { section, targetEfficiency = null, targetQuantity = null, shiftHours } = run[0]!.values
    const row = run.reduce((first, { row: other }) => Math.min(first, other), Infinity)
    return {
      row, rowCount: run.length,
      values: { section: section!, productionLine: lineOf(run[0]!.values), startDay: dayOf(run[0]!), endDay: dayOf(run.at(-1)!), targetEfficiency, targetQuantity, shiftHours: shiftHours as FieldValue },
    }
  }).sort((a, b) => a.row - b.row)
}

function runsOf(days: readonly SoundRow[]): SoundRow[][] {
  return days.reduce<SoundRow[][]>((runs, day) => {
    const run = runs.at(-1)
    if (run && targetOf(run[0]!) === targetOf(day)) run.push(day)
    else runs.push([day])
    return runs
  }, [])
}

function dayOf({ values }: SoundRow): string {
  return String(values.workDay)
}

function targetOf({ values: { targetEfficiency, targetQuantity, shiftHours } }: SoundRow): string {
  return JSON.stringify([targetEfficiency ?? null, targetQuantity ?? null, shiftHours ?? null])
}
