import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Page } from '../../shared/core/list.ts'
import type { FoundSection, Section, SectionFields, sections } from '../../shared/masters/sections.ts'
import { listPage } from '../database/list.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { found, narrowed, textColumn } from './lookup.ts'
import { requireParent } from './parents.ts'

const sectionRows = sql.selectFrom('section').leftJoin('section as parent', 'parent.id', 'section.parentId')
  .select([
    'section.id', 'section.version', 'section.code', 'section.name', 'section.isActive',
    'section.parentId', 'parent.code as parentCode', 'parent.name as parentName',
  ])

export function listSections(db: Reader, input: ParsedInputOf<typeof sections.listSections>): Page<Section> {
  return listPage(db, input, {
    query: narrowed(sectionRows, input.filter, { parentId: 'section.parentId', isActive: 'section.isActive' }),
    columns: { code: textColumn('section.code'), name: textColumn('section.name'), parentName: textColumn('parent.name') },
    search: ['section.code', 'section.name'],
    defaultSort: [{ column: 'code', descending: false }],
    id: 'section.id',
  })
}

export function findSections(db: Reader, input: ParsedInputOf<typeof sections.findSections>): Page<FoundSection> {
  const query = sql.selectFrom('section').select(['id', 'code', 'name', 'isActive'])
  return found(db, input.activeOnly ? query.where('isActive', '=', true) : query, input, { code: 'code', name: 'name' })
}

export function createSection(db: Writer, { parentId = null, ...fields }: Omit<SectionFields, 'parentId'> & Partial<SectionFields>): Section {
  requireParent(db, 'section', undefined, parentId)
  return sectionOf(db, db.insert('section', { ...fields, parentId }).id)
}

export function updateSection(db: Writer, at: { id: string; version: number }, patch: Partial<SectionFields>): Section {
  if (patch.parentId !== db.get('section', at.id).parentId) requireParent(db, 'section', at.id, patch.parentId)
  db.update('section', at, patch)
  return sectionOf(db, at.id)
}

export function sectionOf(db: Reader, id: string): Section {
  db.get('section', id)
  return db.one(sectionRows.where('section.id', '=', id))
}
