import { z } from 'zod'
import type { Setting } from '../../shared/settings/setting.ts'

/** How a setting is entered, as its schema says; limits as text. */
export type SettingKind =
  | { readonly is: 'switch' }
  | { readonly is: 'choice'; readonly choices: readonly string[] }
  | { readonly is: 'integer' | 'decimal'; readonly minimum?: string | undefined; readonly maximum?: string | undefined }
  | { readonly is: 'text' }

export function settingKind({ schema }: Setting): SettingKind {
  const { type, enum: choices, anyOf, minimum, maximum } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const limits = { minimum: limitText(minimum), maximum: limitText(maximum) }
  if (type === 'boolean') return { is: 'switch' }
  if (choices) return { is: 'choice', choices: choices.map(String) }
  if (type === 'integer') return { is: 'integer', ...limits }
  // A Decimal is text or a JSON number on the wire.
  return anyOf ? { is: 'decimal', ...limits } : { is: 'text' }
}

function limitText(limit: unknown): string | undefined {
  return limit === undefined ? undefined : String(limit)
}
