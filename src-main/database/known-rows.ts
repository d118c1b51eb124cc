import type { Entity } from '../../shared/core/entities.ts'

type Row = Record<string, unknown>

/**
 * Rows as the pen last read or wrote them, kept from one command to the next: most commands look at the same items, places and
 * boards. True as long as nobody but the pen writes, and `clear` is called whenever something is rolled back.
 */
export interface KnownRows {
  get(entity: Entity, id: string): Row | undefined
  /** Freezes the row: it will be handed out again. */
  set(entity: Entity, id: string, row: Row): void
  delete(entity: Entity, id: string): void
  clear(): void
}

const mostKept = 5000

export function createKnownRows(): KnownRows {
  const rows = new Map<string, Row>()
  const keyOf = (entity: Entity, id: string) => `${entity} ${id}`
  return {
    get: (entity, id) => rows.get(keyOf(entity, id)),
    set(entity, id, row) {
      if (rows.size >= mostKept) rows.clear()
      rows.set(keyOf(entity, id), Object.freeze(row))
    },
    delete: (entity, id) => rows.delete(keyOf(entity, id)),
    clear: () => rows.clear(),
  }
}
