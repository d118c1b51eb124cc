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

/** Rows kept of each entity, beside at most as many that were asked for before them. */
const mostRecent = 500
const mostAnswers = 500

export function createKnownRows(): KnownRows {
  const kinds = new Map<Entity, Kind>()
  const answers = createAnswers()
  return {
    get: (entity, id) => kinds.get(entity)?.get(id),
    named: (entity, key) => kinds.get(entity)?.named(key),
    set(entity, id, row, key) {
      const kind = kinds.get(entity) ?? createKind()
      kinds.set(entity, kind)
      kind.set(id, Object.freeze(row), key)
    },
    delete: (entity, id) => kinds.get(entity)?.delete(id),
    answer: answers.answer,
    changed: answers.changed,
    clear() {
      kinds.clear()
      answers.clear()
    },
  }
}

/** The rows of one entity. */
interface Kind {
  get(id: string): Row | undefined
  named(key: Row): Row | undefined
  set(id: string, row: Row, key?: Row): void
  delete(id: string): void
}
/** The values of a key, one after the other. Two keys may have the same: whoever finds a row by them looks at its columns. */
interface Name { id?: string; readonly further: Map<unknown, Name> }

/** Forgets what was not asked for while `mostRecent` others were: what comes once does not drive out what comes again and again. */
function createKind(): Kind {
  let recent = new Map<string, Row>()
  let earlier = new Map<string, Row>()
  let names = newName()
  let earlierNames = newName()
  function keep(id: string, row: Row): void {
    if (recent.size >= mostRecent && !recent.has(id)) {
      earlier = recent
      recent = new Map()
      earlierNames = names
      names = newName()
    }
    recent.set(id, row)
  }
  function get(id: string): Row | undefined {
    const row = recent.get(id)
    if (row) return row
    const again = earlier.get(id)
    if (again) keep(id, again)
    return again
  }
  return {
    get,
    named(key) {
      const id = idIn(names, key) ?? idIn(earlierNames, key)
      const row = id === undefined ? undefined : get(id)
      if (row) for (const column in key) if (row[column] !== key[column]) return undefined
      return row
    },
    set(id, row, key) {
      keep(id, row)
      if (key) nameIn(names, key).id = id
    },
    delete(id) {
      recent.delete(id)
      earlier.delete(id)
    },
  }
}

function newName(): Name {
  return { further: new Map() }
}

function idIn(names: Name, key: Row): string | undefined {
  let name: Name | undefined = names
  for (const column in key) name = name?.further.get(key[column])
  return name?.id
}

function nameIn(names: Name, key: Row): Name {
  let name = names
  for (const column in key) {
    const next = name.further.get(key[column]) ?? newName()
    name.further.set(key[column], next)
    name = next
  }
  return name
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
