import type { Reader } from '../database/reader.ts'
import { eachRow } from '../engines/each-row.ts'
import { placesOfLine, rawLines, type Document, type DocumentLine } from './document-lines.ts'
import { invalid } from './refusals.ts'

/**
 * Each of these lines of an adjustment counts something of its own: two on the same books would each post the difference. Throws `invalid-input` at the later
 * one.
 */
export function requireCountedOnce(db: Reader, document: Document, ids: readonly string[]): void {
  if (document.kind !== 'ADJUSTMENT') return
  const { all, twinsOf } = countedLines(db, document)
  const places = new Map(all.map(({ id }, at) => [id, at]))
  const given = new Set(ids)
  eachRow('lines', ids, id => {
    const isBefore = (other: DocumentLine) => !given.has(other.id) || places.get(other.id)! < places.get(id)!
    if (twinsOf(id).some(isBefore)) throw invalid('itemId', 'warehouse.issues.counted-twice')
  })
}

/** The same after another place was chosen for the lines that name none. Throws `invalid-input` at the place, with the item. */
export function requireStillCountedOnce(db: Reader, document: Document): void {
  if (document.kind !== 'ADJUSTMENT') return
  const { all, twinsOf } = countedLines(db, document)
  const twice = all.find(({ id }) => twinsOf(id).length > 0)
  if (twice) throw invalid('fromLocationId', 'warehouse.issues.place-counted-twice', { item: db.get('item', twice.itemId).code })
}

/** A count of all lots counts each of them. */
function countedLines(db: Reader, document: Document) {
  const all = rawLines(db, document.id)
  const booksOf = (line: DocumentLine) => `${line.itemId} ${placesOfLine(document, line).fromLocationId ?? ''}`
  const byBooks = Map.groupBy(all, booksOf)
  const byId = new Map(all.map(line => [line.id, line]))
  const twinsOf = (id: string) => {
    const line = byId.get(id)!
    return byBooks.get(booksOf(line))!.filter(other => other.id !== id && (other.lotId === null || line.lotId === null || other.lotId === line.lotId))
  }
  return { all, twinsOf }
}
