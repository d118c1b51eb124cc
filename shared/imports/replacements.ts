import { z } from 'zod'
import { optionalText } from '../core/fields.ts'

/** Where a file says `from`, `to` is meant. Several texts may mean the same; blanks around them and the case of letters count for nothing. */
export const Replacement = z.object({ from: z.string().min(1).max(200), to: optionalText(1000).min(1) })
export type Replacement = z.infer<typeof Replacement>

/** Field → what its texts mean. */
export const Replacements = z.record(z.string().max(50), z.array(Replacement).max(1000))
export type Replacements = z.infer<typeof Replacements>

/** Texts with one key are one text for a replacement: "finishing " and "Finishing". */
export function replacementKey(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** With another meaning of `from`; an empty `to` takes back what was said about it. */
export function withReplacement(replacements: Replacements, field: string, { from, to }: Replacement): Replacements {
  const others = (replacements[field] ?? []).filter(one => replacementKey(one.from) !== replacementKey(from))
  const all = to.trim() === '' ? others : [...others, { from, to: to.trim() }]
  const { [field]: _before, ...rest } = replacements
  return all.length === 0 ? rest : { ...rest, [field]: all }
}

/** The same as a decision about a whole file: what was read as `from` by an earlier replacement is read as `to` as well. */
export function replacedEverywhere(replacements: Replacements, field: string, { from, to }: Replacement): Replacements {
  const followed = (replacements[field] ?? []).filter(one => replacementKey(one.to) === replacementKey(from))
  return [...followed.map(one => one.from), from].reduce((all, text) => withReplacement(all, field, { from: text, to }), replacements)
}

/** All that is said in either; where both speak of a text, `newer` counts. */
export function mergedReplacements(older: Replacements, newer: Replacements): Replacements {
  return Object.entries(newer).reduce((all, [field, said]) => said.reduce((one, replacement) => withReplacement(one, field, replacement), all), older)
}
