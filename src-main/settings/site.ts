import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { settings, Site } from '../../shared/settings/contract.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** The factory; `not-set-up` before the first run. */
export function readFactory(db: Reader): Site {
  const site = db.first(sql.selectFrom('site').selectAll().limit(1))
  if (!site) throw new AppError('not-set-up')
  return site
}

export function updateFactory(db: Writer, { version, ...patch }: ParsedInputOf<typeof settings.updateSite>): Site {
  return db.update('site', { id: readFactory(db).id, version }, patch)
}
