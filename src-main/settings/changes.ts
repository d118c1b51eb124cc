import type { settings, SettingChangeEntry } from '../../shared/settings/contract.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { z } from 'zod'
import { findSetting } from '../../shared/settings/registry.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** Read from the audit, the newest first. A row that comes or goes is a change from or to the default. */
export function listChanges(db: Reader, { cursor, pageSize }: ParsedInputOf<typeof settings.listChanges>): Page<SettingChangeEntry> {
  let query = sql.selectFrom('auditEntry').leftJoin('user', 'user.id', 'auditEntry.userId').where('entity', '=', 'setting')
    .select(['seq', 'at', 'user.fullName', 'auditEntry.userName', 'reason', 'entityId', 'before', 'after']).orderBy('seq', 'desc').limit(pageSize + 1)
  if (cursor !== undefined) query = query.where('seq', '<', Number(cursor))
  const found = db.all(query)
  const rows = found.slice(0, pageSize).map(({ fullName, userName, entityId, before, after, ...row }) => {
    const key = entityId ?? ''
    return { ...row, userName: fullName ?? userName, key, before: valueIn(key, before), after: valueIn(key, after) }
  })
  return { rows, next: found.length > pageSize ? String(rows.at(-1)?.seq) : undefined }
}

function valueIn(key: string, fields: string | null): unknown {
  const setting = findSetting(key)
  if (setting?.isSecret) return null
  const { value } = JSON.parse(fields ?? '{}') as { value?: string }
  if (value !== undefined) return JSON.parse(value) as unknown
  return setting ? z.encode(setting.schema, setting.fallback) : null
}
