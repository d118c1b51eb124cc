import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { OutputOf } from '../../shared/core/procedure.ts'
import type { integrity } from '../../shared/audit/integrity.ts'
import type { JobContext, QueryContext } from '../core/handlers.ts'
import { makeFolder, syncFolder } from '../database/durable.ts'
import { openReader, databaseFile } from '../database/open.ts'
import { sql } from '../database/sql.ts'
import { auditSettings } from '../../shared/audit/settings.ts'
import { requireWholeArchive, requireWholeLeftovers } from './archive-proof.ts'
import { archiveFolder, archiveName, archivePath, fileHash, writeArchive, type ChainRow } from './archive-file.ts'
import { dueYears, hashBefore, type DueYear } from './retention.ts'

const unfinished = '.part'

/**
 * Puts away the years that are due. First the file is on the disk and was read back from there, then the mark is set by a command of its
 * own, and only then may rows go: wherever it breaks off, every row is in the database or in an archive that the database names.
 */
export async function archiveYears(context: JobContext): Promise<OutputOf<typeof integrity.archiveYears>> {
  const { db, place: { dataFolder }, command, progress } = context
  const made: OutputOf<typeof integrity.archiveYears>['archives'] = []
  const due = dueYears(context)
  const total = due.reduce((sum, { rowCount }) => sum + rowCount, 0)
  clearUnfinished(dataFolder)
  const siteId = db.first(sql.selectFrom('site').select('id').limit(1))?.id ?? ''
  proveLeftovers(dataFolder, siteId)
  let before = 0
  for (const year of due) {
    const file = writeYear(context, year, siteId, done => progress('writing', before + done, total))
    before += year.rowCount
    await command('audit.recordArchive', { ...year, ...file })
    made.push({ year: year.year, file: file.file, rowCount: year.rowCount })
  }
  await emptyAll(context)
  return { archives: made }
}

async function emptyAll({ command, progress }: JobContext): Promise<void> {
  for (let isLeft = true; isLeft; ) {
    progress('finishing', 0, 0)
    isLeft = ((await command('audit.emptyBooks', {})) as OutputOf<typeof integrity.emptyBooks>).left
  }
}

function writeYear({ db, place: { dataFolder }, clock }: JobContext, due: DueYear, siteId: string, onRows: (done: number) => void): { file: string; sha256: string; lastHash: string } {
  const file = archiveName(due)
  const path = archivePath(dataFolder, file)
  makeFolder(dirname(path))
  const sqlite = openReader(join(dataFolder, databaseFile))
  try {
    const lastHash = sqlite.prepare('select hash from auditEntry where seq = ?').pluck().get(due.throughSeq) as string
    const facts = { siteId, ...due, previousHash: hashBefore(db, due.fromSeq), lastHash, madeAt: clock.now() }
    writeArchive(path + unfinished, dataFolder, facts, rowsBetween(sqlite, due), onRows)
    renameSync(path + unfinished, path)
    syncFolder(dirname(path))
    const written = { file, sha256: fileHash(path), lastHash }
    requireWholeArchive(dataFolder, siteId, { ...due, ...written, previousHash: facts.previousHash })
    return written
  } finally {
    sqlite.close()
  }
}

function proveLeftovers(dataFolder: string, siteId: string): void {
  const sqlite = openReader(join(dataFolder, databaseFile))
  try {
    requireWholeLeftovers(sqlite, dataFolder, siteId)
  } finally {
    sqlite.close()
  }
}

function rowsBetween(sqlite: Database, { fromSeq, throughSeq }: DueYear): Iterable<ChainRow> {
  return sqlite.prepare('select * from auditEntry where seq between ? and ? order by seq').iterate(fromSeq, throughSeq) as IterableIterator<ChainRow>
}

function clearUnfinished(dataFolder: string): void {
  const folder = archiveFolder(dataFolder)
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) if (name.endsWith(unfinished)) rmSync(join(folder, name))
}

export function listArchives({ db, settings, clock }: QueryContext): OutputOf<typeof integrity.listArchives> {
  const kept = sql.selectFrom('purge').leftJoin('user', 'user.id', 'purge.createdBy').select([
    'purge.seq', 'purge.at', 'purge.year', 'purge.fromSeq', 'purge.throughSeq', 'purge.rowCount', 'purge.file', 'purge.sha256', 'purge.createdBy', 'user.fullName',
  ]).where('purge.book', '=', 'auditEntry').orderBy('purge.seq', 'desc')
  return {
    archives: db.all(kept).map(({ createdBy, fullName, year, file, sha256, ...row }) => ({
      ...row, year: year ?? 0, file: file ?? '', sha256: sha256 ?? '', createdByName: fullName ?? createdBy,
    })),
    due: dueYears({ db, settings, clock }),
    retentionYears: settings.get(auditSettings.retentionYears),
  }
}
