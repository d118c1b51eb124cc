import type { Needed } from '../../shared/core/procedure.ts'
import { sql } from '../database/sql.ts'
import { wordFinder, type Finder } from '../engines/finders.ts'

const needs: readonly Needed[] = ['masters.view']

export const mastersFinders: readonly Finder[] = [
  wordFinder({
    kind: 'item', entity: 'item', needs: ['warehouse.view', ...needs], id: 'item.id',
    rows: () => sql.selectFrom('item').innerJoin('unit', 'unit.id', 'item.unitId').select(['item.id', 'item.code', 'item.name', 'item.kind', 'item.isActive', 'unit.code as unitCode']),
    face: ({ kind, unitCode, ...row }) => ({ ...row, detail: unitCode, state: `masters.itemKinds.${kind}` }),
  }),
  wordFinder({
    kind: 'location', entity: 'location', needs, id: 'location.id',
    rows: () => sql.selectFrom('location').leftJoin('section', 'section.id', 'location.sectionId')
      .select(['location.id', 'location.code', 'location.name', 'location.kind', 'location.isActive', 'section.name as detail']),
    face: ({ kind, ...row }) => ({ ...row, state: `masters.locationKinds.${kind}` }),
  }),
  wordFinder({
    kind: 'section', entity: 'section', needs, id: 'section.id',
    rows: () => sql.selectFrom('section').select(['section.id', 'section.code', 'section.name', 'section.isActive']),
    face: row => row,
  }),
  wordFinder({
    kind: 'unit', entity: 'unit', needs, id: 'unit.id',
    rows: () => sql.selectFrom('unit').select(['unit.id', 'unit.code', 'unit.name', 'unit.isActive']),
    face: row => row,
  }),
]
