import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../shared/contract.ts'
import type { Procedure } from '../shared/core/procedure.ts'
import { blankAt, costPaths } from '../src-main/core/cost-paths.ts'
import { encodeOutput } from '../src-main/core/wire.ts'
import { spoiledInputs, validInputs } from './chaos/fuzz-values.ts'

const procedures = Object.entries(contract).flatMap(([module, members]) =>
  Object.entries(members).map(([member, procedure]) => ({ name: `${module}.${member}`, procedure: procedure as Procedure })))

/** Answers as handlers give them: what travels, decoded. Some that are drawn do not fit; those are left as they are, to be refused. */
function answersOf({ output }: Procedure): fc.Arbitrary<unknown> {
  return validInputs(output, () => []).map(value => z.safeDecode(output, value as never).data ?? value)
}

/** As the desk reads it; an answer of nothing travels as null. */
function travelled(encoded: unknown): unknown {
  return JSON.parse(JSON.stringify(encoded ?? null))
}

function byZod({ output }: Procedure, value: unknown, canSeeCost: boolean): unknown {
  try {
    const encoded = z.encode(output, value)
    if (!canSeeCost) for (const path of costPaths(output)) blankAt(encoded, path)
    return travelled(encoded)
  } catch {
    return undefined
  }
}

function byOurs(procedure: Procedure, value: unknown, canSeeCost: boolean): unknown {
  try {
    return travelled(encodeOutput(procedure, value, canSeeCost))
  } catch (error) {
    // Any other fault would mean that ours is stricter than the contract.
    expect(error).not.toMatchObject({ message: expect.stringContaining('encoder refuses') })
    return undefined
  }
}

test('an answer is encoded as zod encodes it, with costs and without, and refused where zod refuses it', () => {
  let encoded = 0
  for (const { name, procedure } of procedures) {
    const check = (value: unknown, canSeeCost: boolean) => {
      const expected = byZod(procedure, value, canSeeCost)
      if (expected !== undefined) encoded += 1
      expect({ name, answer: byOurs(procedure, value, canSeeCost) }).toEqual({ name, answer: expected })
    }
    const answers = answersOf(procedure)
    // A cost that is left out is not looked at: what zod refuses is compared with its costs.
    fc.assert(fc.property(answers, fc.boolean(), (value, canSeeCost) => check(value, canSeeCost || byZod(procedure, value, true) === undefined)), { numRuns: 15 })
    fc.assert(fc.property(spoiledInputs(answers), value => check(value, true)), { numRuns: 10 })
  }
  expect(encoded).toBeGreaterThan(procedures.length * 5)
})
