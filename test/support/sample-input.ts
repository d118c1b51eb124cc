import { z } from 'zod'
import type { Procedure } from '../../shared/core/procedure.ts'

interface Shape {
  readonly type?: string; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly anyOf?: readonly Shape[]; readonly oneOf?: readonly Shape[]; readonly format?: string; readonly pattern?: string
  readonly minLength?: number; readonly minimum?: number; readonly exclusiveMinimum?: number; readonly minItems?: number; readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>; readonly required?: readonly string[]; readonly default?: unknown
}

/** An id that nothing has. */
export const nobodysId = '01890000-0000-7000-8000-00000000dead'
/** Texts to try where a pattern or a refinement says nothing of what it wants. */
const texts = ['x', '1', nobodysId, '2026-11-20', '07:30', '2026-11-20T03:00:00.000Z', 'ab-1', '01', '2026-11', '4829', '/x', 'a@b.id', 'lantai-20261120-030000-daily.zip']

/** The smallest input that a procedure takes; `undefined` where none was found by its schema alone. */
export function sampleInput({ input }: Procedure): unknown {
  const shape = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape
  for (const text of texts) {
    const sample = sampleOf(shape, text)
    if (z.safeDecode(input, sample).success) return sample
  }
  return undefined
}

function sampleOf(shape: Shape, text: string): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return sampleOf(choices[0]!, text)
  if (shape.type === 'object') return Object.fromEntries((shape.required ?? []).map(name => [name, sampleOf(shape.properties?.[name] ?? {}, text)]))
  if (shape.type === 'array') return Array.from({ length: shape.minItems ?? 0 }, () => sampleOf(shape.items ?? {}, text))
  if (shape.type === 'boolean') return true
  if (shape.type === 'null') return null
  if (shape.type === 'number' || shape.type === 'integer') return Math.max(shape.minimum ?? 0, (shape.exclusiveMinimum ?? -1) + 1, 0)
  return textOf(shape, text)
}

function textOf({ format, pattern, minLength = 0 }: Shape, text: string): string {
  const fitting = texts.find(one => pattern !== undefined && new RegExp(pattern, 'u').test(one))
  if (format === 'date') return '2026-11-20'
  if (format === 'date-time') return '2026-11-20T03:00:00.000Z'
  return fitting ?? text.padEnd(minLength, 'x')
}
