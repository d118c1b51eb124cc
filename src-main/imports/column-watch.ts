import type { FileColumn } from '../../shared/imports/contract.ts'
import type { DayOrder } from '../../shared/imports/file.ts'
import type { Oddity, OddityKind } from '../../shared/imports/oddity.ts'
import { replacementKey } from '../../shared/imports/replacements.ts'
import { betrayedOrder, farYears, yearIn } from './day-text.ts'
import { isBlankCell, type SourceCell } from './source.ts'
import { cellText } from './columns.ts'

/** More different texts than this are no list of words to look through. */
const valuesShown = 200
/** What few of a column's cells do and most do not is odd; of fewer cells nobody can say what is usual. */
const oddShare = 0.2
const fewestCells = 10
const longestExample = 100

type Sighting = Omit<Oddity, 'kind'>
/** What is seen of a column, as kinds of cells. */
type Sort = 'blank' | 'trimmed' | 'whole' | 'fraction' | 'word' | DayOrder | 'day'

/** Sees the cells of one column pass by, and says in the end what its texts are and what is strange about it. */
export interface ColumnWatch {
  see(cell: SourceCell | undefined, row: number): void
  values(): FileColumn['values']
  oddities(): Oddity[]
  /** How many dates can only be read in this order. */
  daysInOrder(order: DayOrder): number
  /** Whether nearly all cells are dates. */
  isDays(): boolean
}

export function watchColumn(): ColumnWatch {
  const seen = new Map<Sort, Sighting>()
  const texts = new Map<string, Sighting>()
  const years = new Map<number, Sighting>()
  let cells = 0
  const counted = (sort: Sort) => seen.get(sort)?.count ?? 0
  const odd = (kind: OddityKind, sighting: Sighting | undefined): Oddity[] => (sighting ? [{ kind, ...sighting }] : [])
  /** A sort that few cells are of, among cells of `others`. */
  const fewOf = (sort: Sort, ...others: readonly Sort[]) => {
    const usual = others.reduce((sum, other) => sum + counted(other), 0)
    return usual + counted(sort) >= fewestCells && counted(sort) <= (usual + counted(sort)) * oddShare ? seen.get(sort) : undefined
  }
  const isDays = () => counted('day') > 0 && counted('day') >= (cells - counted('blank')) * (1 - oddShare)
  return {
    see(cell, row) {
      cells += 1
      if (isBlankCell(cell)) return sight(seen, 'blank', row, '')
      const text = cellText(cell).slice(0, longestExample)
      const bare = text.trim()
      if (bare !== text) sight(seen, 'trimmed', row, text)
      if (texts.size <= valuesShown || texts.has(text)) sight(texts, text, row, text)
      const order = betrayedOrder(bare)
      const year = yearIn(bare)
      if (order === 'dmy' || order === 'mdy') sight(seen, order, row, bare)
      if (year !== undefined) sight(years, year, row, bare)
      sight(seen, year === undefined ? sortOf(bare) : 'day', row, bare)
    },
    values: () => (texts.size > valuesShown ? null : [...texts].map(([text, { count }]) => ({ text, count })).sort((a, b) => b.count - a.count)),
    oddities() {
      const far = [...farYears(new Map([...years].map(([year, { count }]) => [year, count])))].map(year => years.get(year)!)
      return [
        ...odd('blank', counted('blank') < cells ? seen.get('blank') : undefined),
        ...odd('trimmed', seen.get('trimmed')),
        ...odd('twins', texts.size > valuesShown ? undefined : twinsOf(texts)),
        ...odd('not-whole', fewOf('fraction', 'whole')),
        ...odd('not-number', fewOf('word', 'whole', 'fraction')),
        ...(isDays() ? odd(counted('dmy') > 0 ? 'mixed-order' : 'month-first', seen.get('mdy')) : []),
        ...(isDays() ? far.flatMap(sighting => odd('far-day', sighting)) : []),
      ]
    },
    daysInOrder: order => counted(order),
    isDays,
  }
}

function sight<K>(all: Map<K, Sighting>, key: K, row: number, example: string): void {
  const before = all.get(key)
  all.set(key, before ? { ...before, count: before.count + 1 } : { count: 1, row, example })
}

function sortOf(text: string): Sort {
  if (/^-?\d+$/.test(text)) return 'whole'
  return /^-?\d*[.,]\d+$/.test(text) ? 'fraction' : 'word'
}

/** Texts that mean one, less the spelling most cells have. */
function twinsOf(texts: ReadonlyMap<string, Sighting>): Sighting | undefined {
  const rare = [...Map.groupBy(texts.values(), ({ example }) => replacementKey(example)).values()]
    .flatMap(same => same.toSorted((a, b) => b.count - a.count || a.row - b.row).slice(1))
  if (rare.length === 0) return undefined
  return { ...rare[0]!, count: rare.reduce((sum, { count }) => sum + count, 0) }
}
