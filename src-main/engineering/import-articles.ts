import type { FieldValue, FieldValues } from '../../shared/imports/target.ts'
import { bracketed } from '../imports/bracketed.ts'
import { plain } from '../imports/nearest.ts'
import { foldCase, type PartRow } from '../imports/target.ts'
import { unitColumns, type PlainRow, type PlainTables } from './import-plain-rows.ts'

/** An article that a table of BOMs speaks of; `unit` is what it is made or, else, first used in: what is made by the carton is counted in pieces. */
export interface Article { readonly code: string; readonly name: string; readonly unit: string; readonly kind: 'RAW_MATERIAL' | 'WIP' | 'FINISHED_GOOD' }
export interface Articles {
  /** The code that a cell means: in brackets, or the code of what has that name in the same files, or what stands there itself. */
  codeOf(text: FieldValue | undefined): string
  articleOf(code: string): Article | undefined
  /** Each article once, by the first row that speaks of it; once more for every other name it is given. */
  records(): readonly PartRow[]
}

interface Mention {
  readonly row: number; readonly text: string; readonly givenName: string; readonly unit: string; readonly isPacked: boolean; readonly isProduct: boolean
}
interface Naming { readonly row: number; readonly name: string; rowCount: number }
/** `row` is the first that speaks of it; `namings` are the names it was given. */
interface Told {
  readonly code: string; readonly row: number; rowCount: number; readonly namings: Map<string, Naming>; unit: string; carton: string; isProduct: boolean
  isComponent: boolean
}

export function articlesIn({ rows, pieceUnit }: PlainTables): Articles {
  const mentions = rows.flatMap(mentionsOf)
  const codes = codesByName(mentions)
  const codeOf = (text: FieldValue | undefined) => {
    const said = String(text ?? '')
    return bracketed(said)?.code ?? codes.get(plain(said)) ?? said
  }
  const told = new Map<string, Told>()
  for (const mention of mentions) tell(told, codeOf(mention.text), mention)
  const articleOf = ({ code, namings, isProduct, isComponent, ...units }: Told): Article => {
    const unit = units.unit || (units.carton !== '' && isProduct ? pieceUnit : units.carton)
    const name = [...namings.values()][0]?.name ?? code
    const isBetween = [code, name].some(text => /^wip([^a-z]|$)/i.test(text)) || (isProduct && isComponent)
    return { code, name, unit, kind: isBetween ? 'WIP' : isProduct ? 'FINISHED_GOOD' : 'RAW_MATERIAL' }
  }
  return {
    codeOf,
    articleOf(code) {
      const found = told.get(foldCase(code))
      return found && articleOf(found)
    },
    records: () => [...told.values()].flatMap(one => {
      const { code, name: first, ...rest } = articleOf(one)
      const [, ...others] = one.namings.values()
      return [{ row: one.row, rowCount: one.rowCount, name: first }, ...others].map(({ row, rowCount, name }) => ({ row, rowCount, values: { code }, ifNew: { ...rest, name } }))
    }),
  }
}

function mentionsOf({ row, head, values, pieces }: PlainRow): Mention[] {
  const text = (name: string) => String(values[name] ?? '')
  return [
    {
      row, text: text('product'), givenName: row === head ? text('productName') : '', unit: text('outputUnit'), isPacked: pieces.outputUnit !== undefined,
      isProduct: true,
    },
    { row, text: text('component'), givenName: '', unit: text('unit'), isPacked: pieces.unit !== undefined, isProduct: false },
  ]
}

/** What has a code of its own is known by its name too, as long as only one has it. */
function codesByName(mentions: readonly Mention[]): ReadonlyMap<string, string> {
  const named = mentions.flatMap(({ text, givenName }) => {
    const found = bracketed(text) ?? (givenName === '' ? undefined : { code: text, name: givenName })
    return found && plain(found.name) !== '' ? [{ code: found.code, name: plain(found.name) }] : []
  })
  const byName = Map.groupBy(named, ({ name }) => name)
  return new Map([...byName].flatMap(([name, same]) => (new Set(same.map(({ code }) => foldCase(code))).size === 1 ? [[name, same[0]!.code] as const] : [])))
}

function tell(told: Map<string, Told>, code: string, { row, text, givenName, unit, isPacked, isProduct }: Mention): void {
  const key = foldCase(code)
  const known = told.get(key) ?? { code, row, rowCount: 0, namings: new Map<string, Naming>(), unit: '', carton: '', isProduct: false, isComponent: false }
  told.set(key, known)
  known.rowCount += 1
  if (isPacked) known.carton ||= unit
  else if (unit !== '' && (known.unit === '' || (isProduct && !known.isProduct))) known.unit = unit
  known.isProduct ||= isProduct
  known.isComponent ||= !isProduct
  const name = bracketed(text)?.name ?? givenName
  if (name === '') return
  const naming = known.namings.get(plain(name)) ?? { row, name, rowCount: 0 }
  naming.rowCount += 1
  known.namings.set(plain(name), naming)
}

/** Each unit once, that of pieces too where a carton holds some; one that is new has decimals where any of its amounts has. */
export function unitRecords({ rows, pieceUnit }: PlainTables): readonly PartRow[] {
  const amounts = { outputUnit: 'outputQuantity', unit: 'quantity' } as const
  const said = rows.flatMap(({ row, values, pieces }) => unitColumns.flatMap(column => [
    { row, unit: String(values[column] ?? ''), quantity: values[amounts[column]] },
    ...(pieces[column] === undefined ? [] : [{ row, unit: pieceUnit, quantity: pieces[column] }]),
  ])).filter(({ unit }) => unit !== '')
  return [...Map.groupBy(said, ({ unit }) => foldCase(unit)).values()].map(same => {
    const values: FieldValues = { code: same[0]!.unit }
    return {
      row: same[0]!.row, rowCount: same.length, values,
      ifNew: { name: same[0]!.unit, places: same.some(({ quantity }) => String(quantity).includes('.')) ? 4 : 0 },
    }
  })
}
