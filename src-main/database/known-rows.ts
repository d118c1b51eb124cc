import type { Entity } from '../../shared/core/entities.ts'

type Row = Record<string, unknown>

/**
 * What the pen last read or wrote, kept from one command to the next: most commands look at the same items, places and boards. True as long as nobody but the
 * pen writes, `changed` is called for whatever it writes, and `clear` whenever something is rolled back.
 */
export interface KnownRows {
  get(entity: Entity, id: string): Row | undefined
  /** By the values of a unique key, where it was found by them before and still has them. */
  named(entity: Entity, key: Row): Row | undefined
  /** Freezes the row: it will be handed out again. `key`: what it was found by. */
  set(entity: Entity, id: string, row: Row, key?: Row): void
  delete(entity: Entity, id: string): void
  /** The answer of a query, read again only when one of its tables has changed since. Frozen, for the same reason. */
  answer(query: { readonly text: string; readonly values: readonly unknown[]; readonly tables: readonly string[] }, read: () => Row[]): Row[]
  changed(table: string): void
  clear(): void
}

const mostKept = 5000
const mostAnswers = 500

export function createKnownRows(): KnownRows {
  const kinds = new Map<Entity, Map<string, Row>>()
  const names = new Map<Entity, Map<string, string>>()
  const answers = createAnswers()
  let size = 0
  const clearRows = () => {
    kinds.clear()
    names.clear()
    size = 0
  }
  return {
    get: (entity, id) => kinds.get(entity)?.get(id),
    named(entity, key) {
      const row = kinds.get(entity)?.get(names.get(entity)?.get(nameOf(key)) ?? '')
      if (row) for (const column in key) if (row[column] !== key[column]) return undefined
      return row
    },
    set(entity, id, row, key) {
      if (size >= mostKept) clearRows()
      const rows = madeIn(kinds, entity)
      if (!rows.has(id)) size += 1
      rows.set(id, Object.freeze(row))
      if (key) madeIn(names, entity).set(nameOf(key), id)
    },
    delete(entity, id) {
      if (kinds.get(entity)?.delete(id)) size -= 1
    },
    answer: answers.answer,
    changed: answers.changed,
    clear() {
      clearRows()
      answers.clear()
    },
  }
}

type Answers = Map<string, Row[]>

function createAnswers(): Pick<KnownRows, 'answer' | 'changed' | 'clear'> {
  const byText = new Map<string, Answers>()
  const byTable = new Map<string, Answers[]>()
  const clear = () => {
    byText.clear()
    byTable.clear()
  }
  function answersOf(text: string, tables: readonly string[]): Answers {
    const known = byText.get(text)
    if (known) return known
    if (byText.size >= mostAnswers) clear()
    const made: Answers = new Map()
    byText.set(text, made)
    for (const table of tables) byTable.set(table, [...byTable.get(table) ?? [], made])
    return made
  }
  return {
    answer({ text, values, tables }, read) {
      const answers = answersOf(text, tables)
      const key = JSON.stringify(values)
      const known = answers.get(key)
      if (known) return known
      if (answers.size >= mostAnswers) answers.clear()
      const rows = read()
      for (const row of rows) Object.freeze(row)
      answers.set(key, Object.freeze(rows) as Row[])
      return rows
    },
    changed(table) {
      for (const answers of byTable.get(table) ?? []) answers.clear()
    },
    clear,
  }
}

/** Two keys may have the same name: whoever finds a row by it looks at its values. */
function nameOf(key: Row): string {
  let name = ''
  for (const column in key) name += `${column} ${String(key[column])} `
  return name
}

function madeIn<K, Inner>(maps: Map<K, Map<string, Inner>>, key: K): Map<string, Inner> {
  const made = maps.get(key) ?? new Map<string, Inner>()
  maps.set(key, made)
  return made
}
