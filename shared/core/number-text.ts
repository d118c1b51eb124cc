import type { Language } from '../texts.ts'
import type { NumberFault } from './fixed-point.ts'

const marks = { id: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const

/**
 * Plain decimal text ("-1234.5") as people read it, on screens and on paper: `−1.234,5` in Indonesian, `−1,234.5` in English.
 * Exact: no float comes into it. What is no number stays as it is.
 */
export function numberText(plain: string, language: Language, minimumPlaces = 0): string {
  const { group, decimal } = marks[language]
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  if (whole === '') return plain
  const places = fraction.padEnd(minimumPlaces, '0')
  return (sign && '−') + whole.replace(/\B(?=(\d{3})+$)/g, group) + (places && decimal + places)
}

/** Plain decimal text with at least so many decimals. */
export function padded(plain: string, places: number): string {
  const [whole = '', fraction = ''] = plain.split('.')
  const digits = fraction.padEnd(places, '0')
  return digits === '' ? whole : `${whole}.${digits}`
}

/** What stands before an amount: people write Rp, not IDR. */
export function currencyText(currency: string): string {
  return currency === 'IDR' ? 'Rp' : currency
}

/** As `numberText`, but with a hyphen and without group marks: what stands in an input while it is edited. */
export function editableText(plain: string, language: Language): string {
  return plain.replace('.', marks[language].decimal)
}

/**
 * What a person typed, as plain decimal text for the wire. Group marks must stand where they belong, so that a typing mistake is
 * not read as another number: "1.234" is 1234 in Indonesian. A lone mark that cannot be a group mark ("1.5", from a number pad)
 * is taken for the decimal one. The places are checked by the schema.
 */
export function readNumber(typed: string, language: Language): string | NumberFault {
  const { group, decimal } = marks[language]
  const text = typed.trim().replace(/[−–]/g, '-').replace(/[\s\u00a0]/g, '')
  const parts = split(text, group, decimal) ?? splitOnForeignMark(text, group)
  if (!parts) return 'not-a-number'
  const [sign, whole, fraction] = parts
  const plain = sign + (whole.replace(/^0+(?=\d)/, '') || '0') + (fraction && `.${fraction}`)
  return /^-0(\.0*)?$/.test(plain) ? plain.slice(1) : plain
}

type Parts = readonly [sign: string, whole: string, fraction: string]

function split(text: string, group: string, decimal: string): Parts | undefined {
  const escaped = (mark: string) => `\\${mark}`
  const pattern = new RegExp(`^(-?)(\\d{1,3}(?:${escaped(group)}\\d{3})+|\\d*)(?:${escaped(decimal)}(\\d*))?$`)
  const [, sign = '', whole = '', fraction = ''] = pattern.exec(text) ?? []
  return whole === '' && fraction === '' ? undefined : [sign, whole.replaceAll(group, ''), fraction]
}

function splitOnForeignMark(text: string, mark: string): Parts | undefined {
  const [whole = '', fraction = '', ...rest] = text.split(mark)
  if (rest.length > 0 || fraction.length === 3 || !/^-?\d*$/.test(whole) || !/^\d+$/.test(fraction)) return undefined
  return [whole.startsWith('-') ? '-' : '', whole.replace('-', ''), fraction]
}
