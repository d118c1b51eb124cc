import { describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../../shared/core/decimal.ts'
import { currencyText, editableText, numberText, padded, readNumber } from '../../shared/core/number-text.ts'

describe('numbers as people read them', () => {
  test.each([
    ['0', '0', '0'], ['999', '999', '999'], ['1000', '1.000', '1,000'], ['36000', '36.000', '36,000'], ['1234567.5', '1.234.567,5', '1,234,567.5'],
    ['-1234.5', '−1.234,5', '−1,234.5'], ['0.0001', '0,0001', '0.0001'], ['900719925474.0991', '900.719.925.474,0991', '900,719,925,474.0991'],
  ])('%s', (plain, indonesian, english) => {
    expect([numberText(plain, 'id'), numberText(plain, 'en')]).toEqual([indonesian, english])
  })

  test('at least so many decimals, never fewer than there are', () => {
    expect(['12', '12.5', '12.125'].map(plain => numberText(plain, 'id', 2))).toEqual(['12,00', '12,50', '12,125'])
    expect(['12', '12.5', '12.125'].map(plain => padded(plain, 2))).toEqual(['12.00', '12.50', '12.125'])
    expect([padded('7', 0), padded('-0.5', 3)]).toEqual(['7', '-0.500'])
  })

  test('what is no number is left as it is', () => {
    expect(['', 'abc', '1e5', '1.2.3'].map(plain => numberText(plain, 'id', 2))).toEqual(['', 'abc', '1e5', '1.2.3'])
  })

  test('an amount is in Rp, any other currency in its code', () => {
    expect([currencyText('IDR'), currencyText('USD')]).toEqual(['Rp', 'USD'])
  })
})

describe('numbers as people type them', () => {
  test.each([
    ['1.250,5', '1250.5'], ['1250,5', '1250.5'], ['1.250', '1250'], ['1.5', '1.5'], ['1.2500', '1.2500'], [',5', '0.5'], ['5,', '5'], ['  12 ', '12'], ['1 250', '1250'], ['007', '7'],
    ['-3', '-3'], ['−3', '-3'], ['–3', '-3'], ['-0', '0'], ['-0,0', '0.0'], ['0', '0'],
  ])('in Indonesian %s is %s', (typed, plain) => {
    expect(readNumber(typed, 'id')).toBe(plain)
  })

  test.each([['1,250.5', '1250.5'], ['1,250', '1250'], ['1,5', '1.5'], ['.5', '0.5']])('in English %s is %s', (typed, plain) => {
    expect(readNumber(typed, 'en')).toBe(plain)
  })

  test('a group mark where none belongs is a typing mistake, not another number', () => {
    for (const typed of ['1.25.000', '12.34,5', '1,2,3', '', '-', ',', '1e5', 'abc', '12 kg', '--5']) expect([typed, readNumber(typed, 'id')]).toEqual([typed, 'not-a-number'])
  })

  test('what is written can be typed back, at rest and while it is edited', () => {
    for (const plain of ['0', '7', '-1234.5', '1234567.0001', '-0.25', '900719925474.0991']) {
      for (const language of ['id', 'en'] as const) {
        expect(readNumber(numberText(plain, language), language)).toBe(plain)
        expect(readNumber(editableText(plain, language), language)).toBe(plain)
      }
      expect(decimalText(decimal(plain))).toBe(plain)
    }
  })
})
