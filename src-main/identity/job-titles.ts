import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { JobTitle, jobTitles } from '../../shared/identity/job-titles.ts'
import { listPage } from '../database/list.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { requireActiveSections } from './sections.ts'

const titleRows = sql.selectFrom('jobTitle').innerJoin('section', 'section.id', 'jobTitle.sectionId').select([
  'jobTitle.id', 'jobTitle.version', 'jobTitle.title', 'jobTitle.sectionId', 'section.code as sectionCode', 'section.name as sectionName', 'jobTitle.isActive',
])

export function listJobTitles(db: Reader, input: ParsedInputOf<typeof jobTitles.listJobTitles>): Page<JobTitle> {
  const { sectionId, isActive } = input.filter
  let query = titleRows
  if (sectionId !== undefined) query = query.where('jobTitle.sectionId', '=', sectionId)
  if (isActive !== undefined) query = query.where('jobTitle.isActive', '=', isActive)
  return listPage(db, input, {
    query,
    columns: { title: { ref: 'jobTitle.title', isText: true }, sectionName: { ref: 'section.name', isText: true } },
    search: ['jobTitle.title', 'section.name'],
    defaultSort: [{ column: 'title', descending: false }],
    id: 'jobTitle.id',
  })
}

export function createJobTitle(db: Writer, fields: ParsedInputOf<typeof jobTitles.createJobTitle>): JobTitle {
  requireActiveSections(db, [fields.sectionId])
  return titleOf(db, db.insert('jobTitle', fields).id)
}

export function updateJobTitle(db: Writer, { id, version, ...patch }: ParsedInputOf<typeof jobTitles.updateJobTitle>): JobTitle {
  if (patch.sectionId !== undefined && patch.sectionId !== db.get('jobTitle', id).sectionId) requireActiveSections(db, [patch.sectionId])
  db.update('jobTitle', { id, version }, patch)
  return titleOf(db, id)
}

/** A title that is not used any more is given to nobody new. */
export function requireActiveTitle(db: Reader, id: string | null | undefined): void {
  const title = id === null || id === undefined ? undefined : db.get('jobTitle', id)
  if (title && !title.isActive) throw new AppError('inactive', { entity: 'jobTitle', id: title.id, code: title.title })
}

function titleOf(db: Reader, id: string): JobTitle {
  const row = db.first(titleRows.where('jobTitle.id', '=', id))
  if (!row) throw new AppError('not-found', { entity: 'jobTitle', id })
  return row
}
