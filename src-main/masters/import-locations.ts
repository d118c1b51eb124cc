import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValues } from '../../shared/imports/target.ts'
import type { LocationFields } from '../../shared/masters/locations.ts'
import { isBaseLocation } from '../../shared/masters/rules.ts'
import { mastersTexts } from '../../shared/masters/texts.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { fault, type ApplyTools, type ImportTarget, type MatchedRow, type TargetRecord } from '../imports/target.ts'
import { movedIssue, parentsFirst, usesOf } from './import-issues.ts'
import { createLocation, refuseIfBase, updateLocation } from './locations.ts'
import { refuseIfMoved, refuseIfUsed } from './uses.ts'

export const locationTarget: ImportTarget = {
  name: 'locations',
  entity: 'location',
  permissions: { view: 'masters.view', insert: 'masters.create', update: 'masters.update' },
  modes: ['insert', 'update'],
  fields: [
    { name: 'code', kind: 'text', isRequired: true, isKey: true, maximum: 50, headings: ['Kode lokasi', 'Location code', 'Kode gudang', 'Rak', 'Bin'] },
    { name: 'name', kind: 'text', isRequired: true, maximum: 200, headings: ['Nama lokasi', 'Location name', 'Lokasi', 'Location', 'Gudang', 'Warehouse'] },
    {
      name: 'kind', kind: 'choice', isRequired: true, choices: { id: mastersTexts.id.locationKinds, en: mastersTexts.en.locationKinds }, headings: ['Tipe', 'Type'],
      synonyms: { INTERNAL: ['gudang', 'rak', 'store', 'warehouse', 'stok'], VIEW: ['grup', 'group'] },
    },
    { name: 'parent', kind: 'reference', reference: 'location', headings: ['Kode induk', 'Parent code', 'Lokasi induk', 'Parent location'] },
    { name: 'section', kind: 'reference', reference: 'section', headings: ['Kode bagian', 'Section code', 'Milik bagian', 'Departemen'] },
    { name: 'isActive', kind: 'boolean', empty: true, headings: ['Is active', 'Masih dipakai'] },
  ],
  prepare: db => ({ records: locationRecords(db), check: row => locationIssues(db, row) }),
  apply({ db }, rows, { lookup, at }) {
    for (const { row, id, version, values } of parentsFirst(rows)) {
      at(row, () => {
        const { isActive, ...fields } = locationFields(values, lookup)
        const location = id === null || version === null ? createLocation(db, fields as LocationFields) : updateLocation(db, { id, version }, fields)
        lookup.add('location', location)
        if (isActive === false) refuseIfBase(location)
        if (isActive === false) refuseIfUsed(db, 'location', location.id)
        if (isActive !== undefined) db.update('location', location, { isActive })
      })
    }
  },
}

function locationRecords(db: Reader): TargetRecord[] {
  const rows = sql.selectFrom('location').leftJoin('location as parent', 'parent.id', 'location.parentId').leftJoin('section', 'section.id', 'location.sectionId')
    .selectAll('location').select(['parent.code as parent', 'section.code as section'])
  return db.all(rows.orderBy('location.code'))
    .map(({ id, version, isActive, code, name, kind, parent, section }) => ({ id, version, isActive, values: { code, name, kind, parent, section, isActive } }))
}

function locationIssues(db: Reader, { values, record, changed }: MatchedRow): RowIssue[] {
  if (!record) return []
  const isDeactivated = changed.includes('isActive') && values.isActive === false
  if (isBaseLocation(String(record.values.code)) && (changed.includes('kind') || isDeactivated)) return [fault(null, 'base-location')]
  const hangsOnStock = (['kind', 'section'] as const).filter(name => changed.includes(name))
  return [
    ...hangsOnStock.flatMap(name => movedIssue(() => refuseIfMoved(db, 'location', record.id), fault(name, 'location-moved'))),
    ...(isDeactivated ? usesOf(() => refuseIfUsed(db, 'location', record.id)) : []),
  ]
}

function locationFields({ parent, section, ...values }: FieldValues, lookup: ApplyTools['lookup']): Partial<LocationFields> & { isActive?: boolean } {
  return {
    ...values,
    ...(parent === undefined ? {} : { parentId: lookup.idOrNull('location', parent) }),
    ...(section === undefined ? {} : { sectionId: lookup.idOrNull('section', section) }),
  }
}
