import { expect, test } from 'vitest'
import type { FileColumn, Inspection } from '../../shared/imports/contract.ts'
import { issueSentence, type Wording } from '../../shared/imports/issue-text.ts'
import { placeOf } from '../../shared/imports/row-place.ts'
import { hasRemedy } from '../../src-renderer/imports/findings.ts'
import { together } from '../../src-renderer/imports/mapping.ts'

const column = (key: string, samples: readonly string[], values: FileColumn['values'] = samples.map(text => ({ text, count: 1 }))): FileColumn => ({ key, heading: key, samples: [...samples], filled: samples.length, values, oddities: [] })
const inspection = (fileName: string, columns: readonly FileColumn[], suggested: Readonly<Record<string, string>>): Inspection => ({
  fileId: fileName, fileName, size: 1, format: 'csv', sheets: [], sheet: null, delimiter: ',', headingRow: 1, decimalMark: '.', dayOrder: 'dmy', rowCount: 1, columns: [...columns],
  suggestion: { columns: suggested, constants: {}, replacements: {}, mappingId: null }, likelier: null,
})

test('several files are matched as one: each column once, with what any file says of it, and no column for two fields', () => {
  const seen = together([
    inspection('a.csv', [column('Product', ['A', 'B']), column('Unit', ['Pcs'])], { product: 'Product', unit: 'Unit' }),
    inspection('b.csv', [column('Product', ['B', 'C']), column('Unit', ['Pcs'], null), column('Reference', ['R-1'])], { item: 'Product', reference: 'Reference' }),
  ])
  expect(seen.fileName).toBe('a.csv')
  expect(seen.columns.map(({ key, filled, samples, values }) => [key, filled, samples, values])).toEqual([
    ['Product', 4, ['A', 'B', 'C'], [{ text: 'B', count: 2 }, { text: 'A', count: 1 }, { text: 'C', count: 1 }]], ['Unit', 2, ['Pcs'], null], ['Reference', 1, ['R-1'], [{ text: 'R-1', count: 1 }]],
  ])
  expect(seen.suggestion.columns).toEqual({ product: 'Product', unit: 'Unit', reference: 'Reference' })
})

test('a row is told by its own number within its file and sheet, in sentences too', () => {
  const files = [{ name: 'a.csv', sheet: null, offset: 0 }, { name: 'b.xlsx', sheet: 'BOM', offset: 5 }].map(file => ({ ...file, decimalMark: '.' as const, dayOrder: 'dmy' as const }))
  expect([5, 6, 9].map(row => placeOf(files, row))).toEqual([{ file: 'a.csv', sheet: null, row: 5 }, { file: 'b.xlsx', sheet: 'BOM', row: 1 }, { file: 'b.xlsx', sheet: 'BOM', row: 4 }])
  expect(placeOf([], 7).row).toBe(7)
  const wording: Wording = {
    language: 'en', number: plain => plain, choice: (_field, value) => value, fields: [{ name: 'component', labels: { id: 'Bahan', en: 'BoM Lines/Component' } }],
    row: row => `${placeOf(files, row).row} (${placeOf(files, row).file})`,
  }
  expect(issueSentence({ column: null, reason: 'duplicate-in-file', weight: 'question', params: { key: 'A', rows: '2, 8', row: 8 } }, wording)).toContain('rows 2 (a.csv), 3 (b.xlsx)')
  expect(issueSentence({ column: 'component', reason: 'own-component', weight: 'fault', params: { value: 'A-1' } }, wording)).toBe('BoM Lines/Component ‘A-1’ is the product itself — choose another component, or skip this row.')
})

test('whatever an import asks about can be accepted, for its words say so', () => {
  const asked = ['odd-code', 'extra-cells', 'far-day', 'far-number', 'new-reference', 'other-stage', 'charge-code', 'zero-price', 'total-differs'] as const
  expect(asked.filter(reason => !hasRemedy(reason, 'accept'))).toEqual([])
  expect(['required', 'invoice-negative', 'credit-positive'].filter(reason => hasRemedy(reason as 'required', 'accept'))).toEqual([])
})
