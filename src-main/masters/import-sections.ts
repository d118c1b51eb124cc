import type { FieldValues } from '../../shared/imports/target.ts'
import type { SectionFields } from '../../shared/masters/sections.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ApplyTools, ImportTarget, TargetRecord } from '../imports/target.ts'
import { parentsFirst, usesOf } from './import-issues.ts'
import { createSection, updateSection } from './sections.ts'
import { refuseIfUsed } from './uses.ts'

export const sectionTarget: ImportTarget = {
  name: 'sections',
  entity: 'section',
  permissions: { view: 'masters.view', insert: 'masters.create', update: 'masters.update' },
  modes: ['insert', 'update'],
  fields: [
    { name: 'code', kind: 'text', isRequired: true, isKey: true, maximum: 50, headings: ['Kode bagian', 'Section code', 'Kode departemen', 'Department code'] },
    { name: 'name', kind: 'text', isRequired: true, maximum: 200, headings: ['Nama bagian', 'Section name', 'Bagian', 'Section', 'Departemen', 'Department'] },
    { name: 'parent', kind: 'reference', reference: 'section', headings: ['Kode induk', 'Parent code', 'Bagian induk', 'Parent section'] },
    { name: 'isActive', kind: 'boolean', empty: true, headings: ['Is active', 'Masih dipakai'] },
  ],
  prepare: db => ({
    records: sectionRecords(db),
    check: ({ values, record, changed }) =>
      record && changed.includes('isActive') && values.isActive === false ? usesOf(() => refuseIfUsed(db, 'section', record.id)) : [],
  }),
  apply({ db }, rows, { lookup, at }) {
    for (const { row, id, version, values } of parentsFirst(rows)) {
      at(row, () => {
        const { isActive, ...fields } = sectionFields(values, lookup)
        const section = id === null || version === null ? createSection(db, fields as SectionFields) : updateSection(db, { id, version }, fields)
        lookup.add('section', section)
        if (isActive === false) refuseIfUsed(db, 'section', section.id)
        if (isActive !== undefined) db.update('section', section, { isActive })
      })
    }
  },
}

function sectionRecords(db: Reader): TargetRecord[] {
  const rows = sql.selectFrom('section').leftJoin('section as parent', 'parent.id', 'section.parentId').selectAll('section').select('parent.code as parent')
  return db.all(rows.orderBy('section.code'))
    .map(({ id, version, isActive, code, name, parent }) => ({ id, version, isActive, values: { code, name, parent, isActive } }))
}

function sectionFields({ parent, ...values }: FieldValues, lookup: ApplyTools['lookup']): Partial<SectionFields> & { isActive?: boolean } {
  return { ...values, ...(parent === undefined ? {} : { parentId: lookup.idOrNull('section', parent) }) }
}
