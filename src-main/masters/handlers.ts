import { AppError } from '../../shared/core/errors.ts'
import type { masters } from '../../shared/masters/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { listItemSheet, saveItems } from './item-sheet.ts'
import { createItem, findItems, itemGroups, itemOf, listItems, matchItems, updateItem } from './items.ts'
import { createLocation, findLocations, listLocations, locationOf, refuseIfBase, updateLocation } from './locations.ts'
import { createSection, findSections, listSections, sectionOf, updateSection } from './sections.ts'
import { createUnit, findUnits, listUnits, matchUnits, updateUnit } from './units.ts'
import { refuseIfUsed } from './uses.ts'

/** Master data belongs to the whole factory, so every procedure here is `everyone`'s. */
export const mastersHandlers: Handlers<typeof masters> = {
  listUnits({ db, scope }, input) {
    scope.everyone()
    return listUnits(db, input)
  },
  findUnits({ db, scope }, input) {
    scope.everyone()
    return findUnits(db, input)
  },
  matchUnits({ db, scope }, input) {
    scope.everyone()
    return matchUnits(db, input)
  },
  getUnit({ db, scope }, { id }) {
    scope.everyone()
    return db.get('unit', id)
  },
  createUnit({ db, scope }, fields) {
    scope.everyone()
    return createUnit(db, fields)
  },
  updateUnit({ db, scope }, { id, version, ...patch }) {
    scope.everyone()
    return updateUnit(db, { id, version }, patch)
  },
  setUnitActive({ db, scope }, { id, version, isActive }) {
    scope.everyone()
    return db.update('unit', { id, version }, { isActive })
  },

  listSections({ db, scope }, input) {
    scope.everyone()
    return listSections(db, input)
  },
  findSections({ db, scope }, input) {
    scope.everyone()
    return findSections(db, input)
  },
  getSection({ db, scope }, { id }) {
    scope.everyone()
    return sectionOf(db, id)
  },
  createSection({ db, scope }, fields) {
    scope.everyone()
    return createSection(db, fields)
  },
  updateSection({ db, scope }, { id, version, ...patch }) {
    scope.everyone()
    return updateSection(db, { id, version }, patch)
  },
  setSectionActive({ db, scope }, { id, version, isActive }) {
    scope.everyone()
    if (!isActive) refuseIfUsed(db, 'section', id)
    db.update('section', { id, version }, { isActive })
    return sectionOf(db, id)
  },

  listLocations({ db, scope }, input) {
    scope.everyone()
    return listLocations(db, input)
  },
  findLocations({ db, scope }, input) {
    scope.everyone()
    return findLocations(db, input)
  },
  getLocation({ db, scope }, { id }) {
    scope.everyone()
    return locationOf(db, id)
  },
  createLocation({ db, scope }, fields) {
    scope.everyone()
    return createLocation(db, fields)
  },
  updateLocation({ db, scope }, { id, version, ...patch }) {
    scope.everyone()
    return updateLocation(db, { id, version }, patch)
  },
  setLocationActive({ db, scope }, { id, version, isActive }) {
    scope.everyone()
    if (!isActive) refuseIfBase(db.get('location', id))
    if (!isActive) refuseIfUsed(db, 'location', id)
    db.update('location', { id, version }, { isActive })
    return locationOf(db, id)
  },

  listItems({ db, scope }, input) {
    scope.everyone()
    return listItems(db, input)
  },
  findItems({ db, scope }, input) {
    scope.everyone()
    return findItems(db, input)
  },
  matchItems({ db, scope }, input) {
    scope.everyone()
    return matchItems(db, input)
  },
  listItemSheet({ db, scope }, input) {
    scope.everyone()
    return listItemSheet(db, input)
  },
  getItem({ db, scope }, { id }) {
    scope.everyone()
    return itemOf(db, id)
  },
  listItemGroups({ db, scope }) {
    scope.everyone()
    return itemGroups(db)
  },
  createItem({ db, scope }, fields) {
    scope.everyone()
    return itemOf(db, createItem(db, fields).id)
  },
  updateItem({ db, scope }, { id, version, ...patch }) {
    scope.everyone()
    return itemOf(db, updateItem(db, { id, version }, patch).id)
  },
  saveItems({ db, scope, session }, { rows }) {
    scope.everyone()
    if (rows.some(({ id }) => id === undefined) && !session.permissions.has('masters.create')) throw new AppError('forbidden', { needed: 'masters.create' })
    return saveItems(db, rows)
  },
  setItemActive({ db, scope }, { id, version, isActive }) {
    scope.everyone()
    if (!isActive) refuseIfUsed(db, 'item', id)
    db.update('item', { id, version }, { isActive })
    return itemOf(db, id)
  },
}
