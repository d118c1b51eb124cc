import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../shared/contract.ts'
import type { Procedure } from '../shared/core/procedure.ts'
import { inputDecoder, misfit } from '../shared/core/input-decoder.ts'
import { spoiledInputs, validInputs } from './chaos/fuzz-values.ts'

const procedures = Object.entries(contract).flatMap(([module, members]) =>
  Object.entries(members).map(([member, procedure]) => ({ name: `${module}.${member}`, procedure: procedure as Procedure })))

/** What both make of a value; a refusal is `misfit`. */
function bothOf({ input }: Procedure, value: unknown): { readonly ours: unknown; readonly byZod: unknown } {
  const parsed = z.safeDecode(input, value)
  return { ours: inputDecoder(input)(value), byZod: parsed.success ? parsed.data : misfit }
}

test('an input is decoded as zod decodes it, and refused where zod refuses it', () => {
  const seen = { decoded: 0, refused: 0 }
  for (const { name, procedure } of procedures) {
    const check = (value: unknown) => {
      const { ours, byZod } = bothOf(procedure, value)
      seen[byZod === misfit ? 'refused' : 'decoded'] += 1
      expect({ name, input: ours }).toStrictEqual({ name, input: byZod })
    }
    const inputs = validInputs(procedure.input, () => [])
    fc.assert(fc.property(inputs, check), { numRuns: 15 })
    fc.assert(fc.property(spoiledInputs(inputs), check), { numRuns: 10 })
    for (const value of [undefined, null, {}, [], '', 0]) check(value)
  }
  expect(seen.decoded).toBeGreaterThan(procedures.length * 5)
  expect(seen.refused).toBeGreaterThan(procedures.length * 5)
})

test('kinds of schema that inputs seldom hold are decoded by zod, each at its place', () => {
  const text = z.string()
  for (const [kind, schema] of Object.entries({ record: z.record(text, text), transform: z.string().transform(Number), oddly: z.object({ either: text.catch('a') }), among: z.discriminatedUnion('kind', [z.object({ kind: z.literal('a').optional() }), z.object({ kind: z.literal('b').optional() })]) })) {
    for (const value of [{ a: 'b' }, { a: 1 }, '7', {}, { either: null }, { kind: 'b' }]) {
      const parsed = z.safeParse(schema, value)
      expect({ kind, value, decoded: inputDecoder(schema)(value) }).toStrictEqual({ kind, value, decoded: parsed.success ? parsed.data : misfit })
    }
  }
})
