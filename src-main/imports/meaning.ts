import { readableText } from '../../shared/core/safe-text.ts'
import { replacementKey, type Replacements } from '../../shared/imports/replacements.ts'
import { cellText } from './columns.ts'
import type { SourceCell } from './source.ts'

/** What a cell of a field means instead of what it says; nothing where it means just that. */
export type Meaning = (field: string, cell: SourceCell | undefined) => string | undefined

export function createMeaning(replacements: Replacements): Meaning {
  const meanings = new Map(Object.entries(replacements).map(([field, said]) => [field, new Map(said.map(({ from, to }) => [replacementKey(from), to]))]))
  return (field, cell) => (cell === undefined ? undefined : meanings.get(field)?.get(replacementKey(readableText(cellText(cell).trim()))))
}
