import type { Language } from '../../shared/texts.ts'
import { texts } from '../../shared/texts.ts'

export type TextParams = Readonly<Record<string, string | number>>

/** A text by its key, as the screens have it: `{{name}}` filled in, `_one` or `_other` by `count`. An unknown key is a mistake of ours. */
export function textOf(language: Language, key: string, params: TextParams = {}): string {
  const plural = params.count === undefined ? undefined : knownText(language, `${key}_${params.count === 1 ? 'one' : 'other'}`)
  const text = plural ?? knownText(language, key)
  if (text === undefined) throw new Error(`There is no text ${key}`)
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))
}

/** A text by its key, where there is one. */
export function knownText(language: Language, key: string): string | undefined {
  const found = key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], texts[language])
  return typeof found === 'string' ? found : undefined
}
