import type { Selectable } from 'kysely'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { StockDocumentLineTable, StockDocumentTable } from '../database/tables.ts'

export type Document = Selectable<StockDocumentTable>
export type DocumentLine = Selectable<StockDocumentLineTable>
export interface Places { readonly fromLocationId: string | null; readonly toLocationId: string | null }

export function rawLines(db: Reader, documentId: string): DocumentLine[] {
  return db.all(sql.selectFrom('stockDocumentLine').selectAll().where('documentId', '=', documentId).orderBy('position').orderBy('id'))
}

/** Where a line stands: at its own places, else at the document's. */
export function placesOfLine(document: Places, line: Places): Places {
  return { fromLocationId: line.fromLocationId ?? document.fromLocationId, toLocationId: line.toLocationId ?? document.toLocationId }
}

export function sectionsIn({ sectionIds }: Pick<Document, 'sectionIds'>): string[] {
  return JSON.parse(sectionIds) as string[]
}
