import { z } from 'zod'
import { AppError } from '../../shared/core/errors.ts'
import type { SettingState } from '../../shared/settings/contract.ts'
import { ladderFault } from '../../shared/settings/checks.ts'
import { findSetting } from '../../shared/settings/registry.ts'
import { settingTextKey, type Setting } from '../../shared/settings/setting.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Session } from '../core/session.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { decidesAlone, openRequest } from '../engines/approvals.ts'
import { decodeSetting, encodeSetting } from '../engines/settings.ts'

/** The setting of a key; `not-found` names it. */
export function settingOf(key: string): Setting {
  const setting = findSetting(key)
  if (!setting) throw new AppError('not-found', { entity: 'setting', id: key })
  return setting
}

/** How settings stand for this user. */
export function settingStates(context: Pick<QueryContext, 'db' | 'session' | 'clock'>, settings: readonly Setting[]): SettingState[] {
  const decides = decidesAlone(context, 'SETTING_CHANGE', null)
  return settings.map(setting => settingState(context, setting, decides))
}

function settingState({ db, session }: Pick<QueryContext, 'db' | 'session'>, setting: Setting, decides: boolean): SettingState {
  const { key, unit, permission, isSensitive = false, isSecret = false } = setting
  const fallback = z.encode(setting.schema, setting.fallback)
  const value = valueInForce(db, setting)
  const request = isSensitive ? openRequest(db, 'SETTING_CHANGE', key) : undefined
  return {
    key, unit, permission, value: isSecret ? null : value, fallback: isSecret ? null : fallback, differs: JSON.stringify(value) !== JSON.stringify(fallback),
    mayChange: mayChange(session, setting), version: db.find('setting', key)?.version,
    asksFirst: isSensitive && !decides, request: request && { id: request.id, number: request.number },
  }
}

/** What counts now, in wire form. A stored value that fits no longer counts as absent, as it does for `settings.get`. */
export function valueInForce(db: Reader, setting: Setting): unknown {
  const stored = storedText(db, setting.key)
  const decoded = stored === null ? undefined : decodeSetting(setting.schema, stored)
  return z.encode(setting.schema, decoded?.fits ? decoded.value : setting.fallback)
}

export function storedText(db: Reader, key: string): string | null {
  return db.find('setting', key)?.value ?? null
}

export function mayChange({ permissions }: Pick<Session, 'permissions'>, { permission }: Setting): boolean {
  return permissions.has('settings.update') && permissions.has(permission)
}

/** Keeps a value given in wire form; one that equals the fallback needs no row. Throws `invalid-input` where it would leave its ladder. */
export function storeSetting(db: Writer, setting: Setting, value: unknown): void {
  requireOnLadder(db, setting, value)
  const text = encodeSetting(setting.schema, z.decode(setting.schema, value))
  const row = db.find('setting', setting.key)
  if (text === encodeSetting(setting.schema, setting.fallback)) return row && db.remove('setting', row)
  if (row) db.update('setting', row, { value: text })
  else db.insert('setting', { id: setting.key, value: text })
}

/** Bands must ascend: the neighbour in the way is named, by its text key, with its value. */
export function requireOnLadder(db: Reader, { key }: Setting, value: unknown): void {
  const valueOf = (other: string) => valueInForce(db, settingOf(other))
  const fault = ladderFault(key, value, valueOf)
  if (!fault) return
  const params = { nameKey: settingTextKey(fault.other, 'name'), limit: String(valueOf(fault.other)) }
  throw new AppError('invalid-input', { issues: [{ path: ['value'], reason: fault.reason, params }] })
}

/** `version`: of the row that was seen, if any. Throws `conflict`. */
export function requireSeen(db: Reader, { key }: Setting, version: number | undefined): void {
  if (version !== undefined && db.find('setting', key)?.version !== version) throw new AppError('conflict', { entity: 'setting', id: key })
}
