import { z } from 'zod'
import { AppError } from '../../shared/core/errors.ts'
import type { SettingState } from '../../shared/settings/contract.ts'
import { findSetting } from '../../shared/settings/registry.ts'
import type { Setting } from '../../shared/settings/setting.ts'
import type { Session } from '../core/session.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { decodeSetting, encodeSetting } from '../engines/settings.ts'

interface StoredRow { readonly version: number; readonly value: string }

/** The setting of a key; `not-found` names it. */
export function settingOf(key: string): Setting {
  const setting = findSetting(key)
  if (!setting) throw new AppError('not-found', { entity: 'setting', id: key })
  return setting
}

/** How a setting stands for this user. A stored value that fits no longer counts as absent, as it does for `settings.get`. */
export function settingState(db: Reader, session: Session, setting: Setting): SettingState {
  const row = db.find('setting', setting.key)
  const decoded = row && decodeSetting(setting.schema, row.value)
  const fallback = z.encode(setting.schema, setting.fallback)
  const value = decoded?.fits ? z.encode(setting.schema, decoded.value) : fallback
  return {
    key: setting.key, value, fallback, differs: JSON.stringify(value) !== JSON.stringify(fallback), unit: setting.unit,
    permission: setting.permission, mayChange: mayChange(session, setting), version: row?.version,
  }
}

export function mayChange({ permissions }: Pick<Session, 'permissions'>, { permission }: Setting): boolean {
  return permissions.has('settings.update') && permissions.has(permission)
}

/** Keeps a value given in wire form; one that equals the fallback needs no row. `version`: of the row that was seen, if any. */
export function storeSetting(db: Writer, setting: Setting, value: unknown, version: number | undefined): void {
  const text = encodeSetting(setting.schema, z.decode(setting.schema, value))
  if (text === encodeSetting(setting.schema, setting.fallback)) return clearSetting(db, setting, version)
  const row = rowSeen(db, setting, version)
  if (row) db.update('setting', { id: setting.key, version: row.version }, { value: text })
  else db.insert('setting', { id: setting.key, value: text })
}

export function clearSetting(db: Writer, setting: Setting, version: number | undefined): void {
  const row = rowSeen(db, setting, version)
  if (row) db.remove('setting', { id: setting.key, version: row.version })
}

function rowSeen(db: Reader, { key }: Setting, version: number | undefined): StoredRow | undefined {
  const row = db.find('setting', key)
  if (version !== undefined && row?.version !== version) throw new AppError('conflict', { entity: 'setting', id: key })
  return row
}
