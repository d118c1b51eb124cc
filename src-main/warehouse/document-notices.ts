import type { CommandContext } from '../core/handlers.ts'
import { placesOfLine, sectionsIn, type Document, type DocumentLine } from './document-lines.ts'

/** A section hears what was moved into its own store by others. */
export function tellPosted({ db, notify, session }: CommandContext, document: Document, lines: readonly DocumentLine[]): void {
  if (document.kind !== 'TRANSFER') return
  const into = Map.groupBy(lines, line => placesOfLine(document, line).toLocationId ?? '')
  for (const [locationId, theirs] of into) {
    const { name: place, sectionId } = db.get('location', locationId)
    if (sectionId === null || sectionId === session.sectionId) continue
    notify({
      kind: 'STOCK_DOCUMENT_POSTED', audience: { section: sectionId }, params: { number: document.number, by: session.fullName, count: theirs.length, place },
      entity: 'stockDocument', entityId: document.id,
    })
  }
}

/** That goods went back where they came from: to whoever posted them, and to the sections whose stores they left. */
export function tellReversed({ notify, session }: CommandContext, document: Document): void {
  const people = new Set([document.createdBy, document.postedBy].filter(id => id !== null && id !== session.userId)) as ReadonlySet<string>
  const audience = [...[...people].map(user => ({ user })), ...sectionsIn(document).filter(id => id !== session.sectionId).map(section => ({ section }))]
  if (audience.length === 0) return
  notify({
    kind: 'STOCK_DOCUMENT_REVERSED', audience, params: { number: document.number, by: session.fullName, reason: document.reverseReason ?? '' },
    entity: 'stockDocument', entityId: document.id,
  })
}
