import type { FieldValues } from '../../shared/imports/target.ts'
import type { UnitFields } from '../../shared/masters/units.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { fault, type ImportTarget, type TargetRecord } from '../imports/target.ts'
import { movedIssue } from './import-issues.ts'
import { createUnit, updateUnit } from './units.ts'
import { refuseIfMoved } from './uses.ts'

export const unitTarget: ImportTarget = {
  name: 'units',
  entity: 'unit',
  permissions: { view: 'masters.view', insert: 'masters.create', update: 'masters.update' },
  modes: ['insert', 'update'],
  fields: [
    { name: 'code', kind: 'text', isRequired: true, isKey: true, maximum: 50, headings: ['Satuan', 'UoM', 'Unit', 'Kode satuan', 'Unit code'] },
    { name: 'name', kind: 'text', isRequired: true, maximum: 200, headings: ['Nama satuan', 'Unit name', 'Keterangan'] },
    { name: 'places', kind: 'integer', least: 0, most: 4, empty: 0, headings: ['Desimal', 'Decimal places'] },
    { name: 'isActive', kind: 'boolean', empty: true, headings: ['Is active', 'Masih dipakai'] },
  ],
  prepare: db => ({
    records: unitRecords(db),
    check: ({ values, record, changed }) =>
      record && changed.includes('places') && Number(values.places) < Number(record.values.places)
        ? movedIssue(() => refuseIfMoved(db, 'unit', record.id), fault('places', 'places-moved')) : [],
  }),
  apply({ db }, rows, { at }) {
    for (const { row, id, version, values } of rows) {
      at(row, () => {
        const { isActive, ...fields } = values as Partial<UnitFields> & { isActive?: boolean } & FieldValues
        const unit = id === null || version === null ? createUnit(db, { places: 0, ...fields } as UnitFields) : updateUnit(db, { id, version }, fields)
        if (isActive !== undefined) db.update('unit', unit, { isActive })
      })
    }
  },
}

function unitRecords(db: Reader): TargetRecord[] {
  return db.all(sql.selectFrom('unit').selectAll().orderBy('code'))
    .map(({ id, version, isActive, code, name, places }) => ({ id, version, isActive, values: { code, name, places, isActive } }))
}
