interface Column { readonly width: number; readonly isNumber: boolean; readonly heading: string }
/** Of one column: its longest text, and the longest word in any of its texts. */
export interface Longest { readonly text: string; readonly word: string }
export interface Widths { readonly widths: number[]; readonly scale: number }

const pointsPerMillimetre = 72 / 25.4
const padding = 8
/** Between figures and the words behind them. */
export const gapAfterNumbers = 8
/** Columns may be narrowed to this share before the whole table is made smaller: their text, or the heading of their numbers, takes another line. */
const narrowest = { text: 0.62, numbers: 0.8 }
/** A word may widen its column by so much; one that is longer still is broken. */
const widest = 1.4

/** Paper is turned when the columns ask for more than its short side has, in millimetres. */
export function needsLandscape(columns: readonly Column[]): boolean {
  return columns.reduce((sum, { width }) => sum + width, 0) > 190
}

/**
 * Widths in points that fill `available`, and the scale of the type. Numbers get what their longest needs; text gets the rest, and takes
 * more lines, but no code, day or word is broken. No column is ever cut: what does not fit takes two lines in the headings of numbers, then smaller type.
 */
export function columnWidths(columns: readonly Column[], longest: readonly Longest[], available: number, fontSize: number): Widths {
  const least = (isHeadingWhole: boolean) => columns.map((column, at) => leastWidth(column, longest[at] ?? { text: '', word: '' }, columns[at - 1]?.isNumber === true, fontSize, isHeadingWhole))
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)
  const whole = least(true)
  const widths = stretched(columns, sum(whole) <= available ? whole : least(false), available)
  const scale = available / sum(widths)
  return { widths: widths.map(width => width * scale - padding), scale: Math.min(1, scale) }
}

function leastWidth({ width, isNumber, heading }: Column, { text, word }: Longest, isAfterNumber: boolean, fontSize: number, isHeadingWhole: boolean): number {
  const natural = width * pointsPerMillimetre
  const needed = (said: string) => textWidth(said, fontSize) + padding
  if (isNumber) return Math.max(isHeadingWhole ? natural : natural * narrowest.numbers, needed(text), needed(isHeadingWhole ? heading : longestWord(heading)))
  const gap = isAfterNumber ? gapAfterNumbers : 0
  return Math.max(natural * narrowest.text, Math.min(needed(word), natural * widest) + gap, needed(longestWord(heading)) + gap)
}

/** Text columns share what the numbers leave, in proportion to what they ask for, none getting less than it needs. */
function stretched(columns: readonly Column[], least: readonly number[], available: number): number[] {
  const naturals = columns.map(({ width }) => width * pointsPerMillimetre)
  const isFixed = columns.map(({ isNumber }) => isNumber)
  for (;;) {
    const room = available - least.reduce((sum, width, at) => sum + (isFixed[at] ? width : 0), 0)
    const asked = naturals.reduce((sum, width, at) => sum + (isFixed[at] ? 0 : width), 0)
    const stretch = asked === 0 ? 1 : Math.max(0, room / asked)
    const short = least.findIndex((width, at) => !isFixed[at] && naturals[at]! * stretch < width)
    if (short < 0) return least.map((width, at) => (isFixed[at] ? width : naturals[at]! * stretch))
    isFixed[short] = true
  }
}

/** Of what stands between blanks. */
export function longestWord(text: string): string {
  return text.split(/\s+/).reduce(longer, '')
}

export function longer(one: string, other: string): string {
  return textWidth(other, 1) > textWidth(one, 1) ? other : one
}

/** About what a text takes in Roboto, by the width of its characters in shares of the size. */
function textWidth(text: string, fontSize: number): number {
  const count = (kind: RegExp) => text.match(kind)?.length ?? 0
  const [marks, capitals, wide] = [count(/[.,\s-]/g), count(/[A-LN-VX-Z]/g), count(/[MW]/g)]
  return ((text.length - marks - capitals - wide) * 0.58 + marks * 0.28 + capitals * 0.66 + wide * 0.88) * fontSize
}
