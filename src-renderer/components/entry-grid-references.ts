import { asAppError } from '../core/error-text.ts'
import { listInputOf, type ListQuery } from '../core/list-call.ts'
import { isPending, type Cell } from './entry-grid-cell.ts'
import { resolve } from './entry-grid-changes.ts'
import type { GridReference, MatchedOption, ReferenceColumn } from './entry-grid-definition.ts'
import { cellOf, columnsOf, type GridState } from './entry-grid-model.ts'
import type { GridStore } from './entry-grid-store.ts'
import { useFound, type ReferenceSource } from './reference-source.ts'

const textsAtOnce = 2000

/** Where a reference column looks: `source` while one types, `match` for the texts of a pasted list, all at once. */
export function gridReference<P extends ListQuery>(source: ReferenceSource<P>, match: GridReference['match']): GridReference {
  const steady = { ...source, input: source.input ?? listInputOf<P>(undefined, {}) }
  return { useFound: (typed, isEnabled) => useFound(steady, typed, isEnabled), match }
}

/** Asks the host what codes mean as soon as there are any that nobody has asked about, a column at a time. Returns what ends it. */
export function watchReferences({ store, get, act }: GridStore): () => void {
  const asked = new Set<string>()
  let looked: GridState['rows'] | undefined

  function look(): void {
    const state = get()
    if (state.rows === looked) return
    looked = state.rows
    for (const column of columnsOf(state)) if (column.kind === 'reference') void ask(column, pendingIn(state, column).filter(text => !asked.has(keyOf(column, text))))
  }
  async function ask(column: ReferenceColumn, texts: readonly string[]): Promise<void> {
    if (texts.length === 0) return
    for (const text of texts) asked.add(keyOf(column, text))
    for (let at = 0; at < texts.length; at += textsAtOnce) {
      const some = texts.slice(at, at + textsAtOnce)
      const answers = await column.reference.match(some).then(found => meanings(some, found), (thrown: unknown) => refusals(some, thrown))
      act(state => resolve(state, column.name, answers.cells, answers.options))
    }
    for (const text of texts) asked.delete(keyOf(column, text))
  }
  return store.subscribe(look)
}

/** Whether the host is still being asked what some cell means. */
export function isSearching(state: GridState): boolean {
  return columnsOf(state).some(column => column.kind === 'reference' && pendingIn(state, column).length > 0)
}

export function whenFound({ store, get }: GridStore): Promise<void> {
  if (!isSearching(get())) return Promise.resolve()
  return new Promise(done => {
    const stop = store.subscribe(state => {
      if (isSearching(state)) return
      stop()
      done()
    })
  })
}

interface Answers { readonly cells: ReadonlyMap<string, Cell>; readonly options: readonly MatchedOption[] }

/** By code before name; what several are called, or nobody, is a fault of the text. */
export function meanings(texts: readonly string[], found: readonly MatchedOption[]): Answers {
  const byCode = new Map(found.map(option => [option.code.toLowerCase(), option]))
  const byName = Map.groupBy(found, ({ name }) => name.toLowerCase())
  const cells = texts.map((typed): [string, Cell] => {
    const text = typed.toLowerCase()
    const [option, ...others] = byCode.has(text) ? [byCode.get(text)!] : (byName.get(text) ?? [])
    const fault = (reason: string): Cell => ({ typed, fault: { reason: `grid.issues.${reason}`, params: { typed } } })
    if (!option) return [text, fault('unknown')]
    if (others.length > 0) return [text, fault('severalNamed')]
    return [text, option.isActive ? option.id : fault('inactive')]
  })
  return { cells: new Map(cells), options: found }
}

function refusals(texts: readonly string[], thrown: unknown): Answers {
  const { code, params } = asAppError(thrown)
  return { cells: new Map(texts.map(typed => [typed.toLowerCase(), { typed, fault: { reason: `errors.${code}`, params } }])), options: [] }
}

function pendingIn(state: GridState, { name }: ReferenceColumn): readonly string[] {
  const texts = state.rows.flatMap(row => {
    const cell = cellOf(state, row, name)
    return isPending(cell) ? [cell.typed] : []
  })
  return [...new Map(texts.map(text => [text.toLowerCase(), text])).values()]
}

function keyOf({ name }: ReferenceColumn, text: string): string {
  return `${name} ${text.toLowerCase()}`
}
