import { describe, expect, test } from 'vitest'
import { columnWidths, longestWord, needsLandscape } from '../src-main/engines/reports-widths.ts'

const available = 770
const size = 8.5
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)
const text = (width: number, heading = 'Nama') => ({ width, isNumber: false, heading })
const number = (width: number, heading = 'Jumlah') => ({ width, isNumber: true, heading })
const said = (words: string) => ({ text: words, word: longestWord(words) })

describe('widths of columns on paper', () => {
  test('the paper is filled, and text shares what the numbers leave', () => {
    const { widths, scale } = columnWidths([text(30), text(60), number(25)], [said('KN-01'), said('Kain rasfur'), said('1.250,00')], available, size)
    expect(scale).toBe(1)
    expect(sum(widths) + widths.length * 8).toBeCloseTo(available)
    expect((widths[1]! + 8) / (widths[0]! + 8)).toBeCloseTo(2)
  })

  test('a code or a day keeps its line though a long name beside it wants the room; only what is far too long is broken', () => {
    const columns = [text(30, 'Lot'), text(100), number(23), text(10, 'Satuan')]
    const [lot, name, , unit] = columnWidths(columns, [said('KN-RF08-HTM-20261117'), said('Kain rasfur 8 mm hitam '.repeat(9)), said('1.250,00'), said('Yard')], 500, size).widths
    const longer = columnWidths(columns, [said('KN-RF08-HTM-20261117'.repeat(4)), said('Kain'), said('1.250,00'), said('Yard')], 500, size).widths[0]
    expect(lot).toBeGreaterThan(97)
    expect(longer).toBeLessThan(112)
    expect(unit).toBeGreaterThan(size * 3)
    expect(name).toBeGreaterThan(lot!)
  })

  test('where it is tight the headings of numbers take two lines before the type becomes smaller', () => {
    const numbers = Array.from({ length: 8 }, () => number(22, 'Bagian kebutuhan yang belum dilunasi'))
    const { scale, widths } = columnWidths([text(50), ...numbers], [said('Kain'), ...numbers.map(() => said('1.250,00'))], available, size)
    expect(scale).toBe(1)
    expect(Math.max(...widths.slice(1))).toBeLessThan(size * 36 * 0.5)
    expect(columnWidths([text(50), ...numbers], [said('Kain'), ...numbers.map(() => said('999.999.999.999,0000'))], 500, size).scale).toBeLessThan(1)
  })

  test('more than 190 mm turn the paper', () => {
    expect([needsLandscape([text(100), number(90)]), needsLandscape([text(100), number(91)])]).toEqual([false, true])
  })
})
