import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { DecimalSchema, PositiveDecimal } from '../../shared/core/decimal.ts'
import { Code, Name } from '../../shared/core/fields.ts'
import { IdSchema } from '../../shared/core/ids.ts'
import { startLanguage } from '../../src-renderer/core/i18n.ts'
import { inputResolver } from '../../src-renderer/core/input-resolver.ts'

const id = '0192f5b0-0000-7000-8000-000000000001'
const schema = z.object({
  id: IdSchema, code: Code, name: Name, sectionId: IdSchema.nullable(), notes: z.string().max(10).optional(), quantity: PositiveDecimal,
  minimum: DecimalSchema.nullable().optional(), places: z.int().min(0).max(4),
  lines: z.array(z.object({ itemId: IdSchema, note: z.string().nullable() })).optional(),
})
const filled = { id, code: 'AK-1', name: 'Kancing', sectionId: id, notes: 'x', quantity: '1.5', minimum: '2', places: 2 }
const resolve = async (values: Record<string, unknown>) => inputResolver(schema)(values, undefined, { fields: {}, shouldUseNativeValidation: false })
const faults = async (change: Record<string, unknown>) => {
  const { errors } = await resolve({ ...filled, ...change })
  return Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, (error as { message?: string }).message]))
}

beforeAll(() => {
  // All that the language wants of a browser.
  vi.stubGlobal('document', { documentElement: { lang: '' } })
  startLanguage({ getItem: () => 'id', setItem: () => {}, removeItem: () => {}, clear: () => {}, key: () => null, length: 0 })
  return () => vi.unstubAllGlobals()
})

describe('what is submitted', () => {
  test('is what travels, not what it is decoded to', async () => {
    expect(await resolve(filled)).toEqual({ values: filled, errors: {} })
  })

  test('a blank entry is given as the schema likes it: null, or left out', async () => {
    const { values, errors } = await resolve({ ...filled, sectionId: '', notes: null, minimum: '', lines: [{ itemId: id, note: '' }] })
    expect(errors).toEqual({})
    expect(values).toEqual({ ...filled, sectionId: null, notes: undefined, minimum: null, lines: [{ itemId: id, note: '' }] })
  })
})

describe('what is refused', () => {
  test('nothing entered is said as that, whatever kind of entry it is', async () => {
    expect(await faults({ code: '', name: null, id: '', quantity: '', places: '' })).toEqual({
      code: 'Harus diisi.', name: 'Harus diisi.', id: 'Harus diisi.', quantity: 'Harus diisi.', places: 'Harus diisi.',
    })
  })

  test('something wrong is said by what is wrong with it', async () => {
    expect(await faults({ quantity: 'abc' })).toEqual({ quantity: 'Bukan angka. Contoh: 1.250,5' })
    expect(await faults({ quantity: '0' })).toEqual({ quantity: 'Harus lebih dari 0.' })
    expect(await faults({ quantity: '1.23456' })).toEqual({ quantity: 'Paling banyak 4 angka di belakang koma.' })
    expect(await faults({ places: 9 })).toEqual({ places: 'Paling banyak 4.' })
    expect(await faults({ notes: 'x'.repeat(11) })).toEqual({ notes: 'Paling banyak 10 karakter.' })
  })

  test('a fault in a line stands at its field of that line', async () => {
    const { errors } = await resolve({ ...filled, lines: [{ itemId: id, note: null }, { itemId: '', note: null }] })
    expect(errors).toMatchObject({ lines: [undefined, { itemId: { message: 'Harus diisi.' } }] })
  })

  test('only the first fault of an entry is said', async () => {
    const twice = z.object({ name: z.string().min(5, 'a').regex(/^\d+$/, 'b') })
    const { errors } = await inputResolver(twice)({ name: 'ab' }, undefined, { fields: {}, shouldUseNativeValidation: false })
    expect(errors).toMatchObject({ name: { type: 'too_small', message: 'Paling sedikit 5 karakter.' } })
  })
})
