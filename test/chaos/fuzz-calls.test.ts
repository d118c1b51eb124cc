import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import type { Procedure } from '../../shared/core/procedure.ts'
import { expectProper, startFuzzHost, type FuzzHost } from './fuzz-host.ts'
import { asText, spoiledInputs, validInputs } from './fuzz-values.ts'
import { printCounts, scaled, seed } from './scale.ts'

let host: FuzzHost
const tally: Record<string, number> = {}

beforeAll(async () => {
  host = await startFuzzHost()
}, 300_000)
afterAll(async () => {
  await host.isWell()
  printCounts('Calls fuzzed', { ...tally, 'begun anew': host.renewals })
  await host.stop()
}, 300_000)

const people = ['admin', 'admin', 'manajer', 'gudang', 'jahit', 'spvjahit', 'operator'] as const
const runs = { query: scaled({ short: 7, long: 400 }), command: scaled({ short: 8, long: 500 }), job: scaled({ short: 2, long: 60 }) }

/** Those that sign people out or lock them come last, and not as often: until then everybody keeps their session. */
const isUnsettling = (name: string) => /^identity\.|^settings\./.test(name)
const procedures = Object.entries(contract)
  .flatMap(([module, members]) => Object.entries(members as Record<string, Procedure>).map(([member, procedure]) => ({ name: `${module}.${member}`, procedure })))
  .sort((a, b) => Number(isUnsettling(a.name)) - Number(isUnsettling(b.name)))

/** The entity that a procedure's `id` most likely names. */
function entityOf(procedure: Procedure): string | undefined {
  return procedure.kind === 'command' ? procedure.writes[0] : procedure.kind === 'query' ? procedure.reads[0] : undefined
}

test.each(procedures)('$name gives a proper answer to anything', { timeout: 600_000 }, async ({ name, procedure }) => {
  const valid = validInputs(procedure.input, host.pointers(entityOf(procedure)))
  const call = fc.record({
    person: fc.constantFrom(...people), way: fc.constantFrom('socket', 'http'), input: fc.oneof({ weight: 3, arbitrary: valid }, { weight: 2, arbitrary: spoiledInputs(valid) }),
  })
  await fc.assert(
    fc.asyncProperty(call, async ({ person, way, input }) => {
      const code = expectProper(name, await host.call(person, name, asText(input), way))
      if (procedure.visibility === 'internal') expect(code).toMatch(/not-found|too-large|invalid-input|signed-out/)
      tally[code ?? 'done'] = (tally[code ?? 'done'] ?? 0) + 1
    }),
    { seed, numRuns: procedure.visibility === 'internal' ? 2 : Math.min(runs[procedure.kind], isUnsettling(name) ? 60 : Infinity) },
  )
})
