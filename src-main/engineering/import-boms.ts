import type { RowIssue } from '../../shared/imports/issue.ts'
import { itemMaster } from '../../shared/masters/items.ts'
import { unitConversionMaster, unitMaster } from '../../shared/masters/units.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { fault, foldCase, type CompoundTarget, type ListTarget, type MatchedRow } from '../imports/target.ts'
import { masterTarget } from '../masters/master-target.ts'
import { articlesIn, unitRecords } from './import-articles.ts'
import { tableIssues } from './import-check.ts'
import { applyBoms } from './import-apply.ts'
import { headFields, tableFields } from './import-fields.ts'
import { plainTables } from './import-plain-rows.ts'
import { readTables } from './import-reading.ts'
import { bomRecords, tableRows } from './import-records.ts'
import { headRecords } from './import-tables.ts'

const permissions = { view: 'engineering.view', insert: 'engineering.approve', update: 'engineering.approve' } as const

/** The production BOMs in force, each as a whole: what a file says otherwise is the next revision, at once in force. */
export const bomHeadersTarget: ListTarget = {
  name: 'bomHeaders', entity: 'bomHeader', permissions, modes: ['insert', 'update'], fields: headFields,
  count: countBoms,
  prepare: db => ({ records: bomRecords(db), check: draftCheck(db) }),
  apply: applyBoms,
}

/** The codes of a table were given by another program: none of them is odd. */
const itemsTarget: ListTarget = withoutOddities(masterTarget(itemMaster))

/** What cartons hold was checked where the tables were: the items are not there yet, by whose conversions it could be. */
const cartonsTarget: ListTarget = {
  ...masterTarget(unitConversionMaster), prepare: db => ({ ...masterTarget(unitConversionMaster).prepare(db), check: () => [] }),
}

/** Tables of BOMs as other programs export them. They give the BOMs, and what is not there yet: the items, the units, and how many pieces a carton holds. */
export const bomsTarget: CompoundTarget = {
  name: 'boms', permissions, modes: ['insert', 'update'], mostRows: 20_000, everyRow: true,
  fields: tableFields,
  parts: [
    { target: masterTarget(unitMaster), rows: (read, _nameOf, db) => unitRecords(plainTables(db, read)) },
    { target: itemsTarget, rows: (read, _nameOf, db) => articlesIn(plainTables(db, read)).records() },
    { target: cartonsTarget, rows: (read, _nameOf, db) => readTables(db, read).cartons.records },
    { target: bomHeadersTarget, rows: (read, _nameOf, db) => headRecords(readTables(db, read)) },
  ],
  check: tableIssues,
  exported: { count: countBoms, rows: tableRows },
}

function withoutOddities(target: ListTarget): ListTarget {
  return { ...target, fields: target.fields.map(({ isOddAskedAbout: _, ...field }) => field) }
}

const activeBoms = sql.selectFrom('bomHeader').where('kind', '=', 'PRODUCTION').where('status', '=', 'ACTIVE')

function countBoms(db: Reader): number {
  return db.one(activeBoms.select(({ fn }) => fn.countAll<number>().as('count'))).count
}

/** A draft would be put in force later with lines that nobody means any more. */
function draftCheck(db: Reader): (row: MatchedRow) => RowIssue[] {
  const rows = db.all(sql.selectFrom('bomHeader').innerJoin('item', 'item.id', 'bomHeader.itemId').leftJoin('section', 'section.id', 'bomHeader.sectionId')
    .where('bomHeader.kind', '=', 'PRODUCTION').where('bomHeader.status', '=', 'DRAFT').select(['item.code', 'section.code as stage', 'revision']))
  const drafts = new Map(rows.map(({ code, stage, revision }) => [keyOf(code, stage), revision]))
  return ({ values }) => {
    const revision = drafts.get(keyOf(String(values.item), typeof values.stage === 'string' ? values.stage : null))
    return revision === undefined ? [] : [fault(null, 'bom-draft', { value: String(values.item), revision })]
  }
}

function keyOf(code: string, stage: string | null): string {
  return foldCase(`${code}\u0000${stage ?? ''}`)
}
