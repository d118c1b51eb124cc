import { z } from 'zod'
import type { Setting } from '../../shared/settings/setting.ts'

/** How a setting is entered, as its schema says. */
export type SettingKind =
  | { readonly is: 'switch' }
  | { readonly is: 'choice'; readonly choices: readonly string[] }
  | { readonly is: 'integer'; readonly minimum?: number | undefined; readonly maximum?: number | undefined }
  | { readonly is: 'decimal' }
  | { readonly is: 'text' }

export function settingKind({ schema }: Setting): SettingKind {
  const { type, enum: choices, anyOf, minimum, maximum } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  if (type === 'boolean') return { is: 'switch' }
  if (choices) return { is: 'choice', choices: choices.map(String) }
  if (type === 'integer') return { is: 'integer', minimum, maximum }
  // A Decimal is text or a JSON number on the wire.
  return anyOf ? { is: 'decimal' } : { is: 'text' }
}
