/** Which of the two parts the whole from the decimals: Indonesian writes 1.250,5. */
export type DecimalMark = ',' | '.'

/** Characters; what is longer is no number. */
const longestNumber = 40
const currency = /^(rp\.?|idr)\s*/i
const blanks = /[\s\u00a0\u202f']/g

/**
 * Plain decimal text ("1250.5") of a number as people write it, or nothing. With a decimal comma "1.250" is a thousand two hundred
 * and fifty, with a decimal point it is one and a quarter; a mark that cannot separate thousands is a decimal one whatever `mark`
 * says ("2.5", "12,75").
 */
export function plainNumber(typed: string, mark: DecimalMark): string | undefined {
  if (typed.length > longestNumber) return undefined
  const text = typed.replace(currency, '').replace(blanks, '').replace(/^\u2212/, '-').replace(/^\+/, '')
  const other = mark === ',' ? '.' : ','
  const grouped = new RegExp(`^-?\\d{1,3}(\\${other}\\d{3})+(\\${mark}\\d*)?$`)
  if (grouped.test(text)) return withPoint(text.replaceAll(other, ''), mark)
  if (new RegExp(`^-?\\d*(\\${mark}\\d*)?$`).test(text) && /\d/.test(text)) return withPoint(text, mark)
  if (new RegExp(`^-?\\d+\\${other}\\d+$`).test(text)) return withPoint(text, other)
  return undefined
}

/** The mark that a written number betrays, or nothing: "12,5" can only have a decimal comma, "1.250" may have either. */
export function betrayedMark(text: string): DecimalMark | undefined {
  if (text.length > longestNumber) return undefined
  const found = /^[^\d,.]*(?:\d{1,3}([.,])(?:\d{3}\1)*\d{3}([.,])\d+|\d+([.,])(?!\d{3}$)\d+)\D*$/.exec(text.trim())
  if (!found) return undefined
  const [, group, decimal, only] = found
  if (group !== undefined && group === decimal) return undefined
  return (decimal ?? only) as DecimalMark | undefined
}

/** ".5" and "5." are written too. */
function withPoint(text: string, mark: DecimalMark): string {
  const [whole = '', fraction = ''] = text.split(mark)
  const plainWhole = /\d/.test(whole) ? whole : `${whole}0`
  return fraction === '' ? plainWhole : `${plainWhole}.${fraction}`
}
