interface Column { readonly width: number; readonly isNumber: boolean; readonly heading: string }
export interface Widths { readonly widths: number[]; readonly scale: number }

const pointsPerMillimetre = 72 / 25.4
const padding = 8
/** Text columns may be narrowed to this share before the whole table is made smaller: their text takes another line. */
const narrowest = 0.62

/** Paper is turned when the columns ask for more than its short side has, in millimetres. */
export function needsLandscape(columns: readonly Column[]): boolean {
  return columns.reduce((sum, { width }) => sum + width, 0) > 190
}

/**
 * Widths in points that fill `available`, and the scale of the type. Numbers get what their longest needs; text gets the rest.
 * `longest` holds the longest text of each column. No column is ever cut: what does not fit makes the type smaller.
 */
export function columnWidths(columns: readonly Column[], longest: readonly string[], available: number, fontSize: number): Widths {
  const needed = columns.map(({ width, isNumber, heading }, at) => {
    const natural = width * pointsPerMillimetre
    return isNumber ? Math.max(natural, textWidth(longest[at] ?? '', fontSize) + padding, textWidth(heading, fontSize) + padding) : natural
  })
  const sumOf = (isNumber: boolean) => needed.reduce((sum, width, at) => sum + (columns[at]!.isNumber === isNumber ? width : 0), 0)
  const [numbers, texts] = [sumOf(true), sumOf(false)]
  const stretch = texts === 0 ? 1 : Math.max(narrowest, (available - numbers) / texts)
  const widths = needed.map((width, at) => (columns[at]!.isNumber ? width : width * stretch))
  const scale = available / widths.reduce((sum, width) => sum + width, 0)
  return { widths: widths.map(width => width * scale - padding), scale: Math.min(1, scale) }
}

/** About what a text takes in Roboto: its digits are 0.56 of the size wide, its marks half of that. */
function textWidth(text: string, fontSize: number): number {
  const marks = text.replace(/[^.,\s]/g, '').length
  return ((text.length - marks) * 0.58 + marks * 0.28) * fontSize
}
