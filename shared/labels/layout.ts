/** A label in the words of its reader. `scan` is what a scanner reads of it. */
export interface Label {
  readonly scan: string
  readonly code: string
  readonly name: string
  readonly quantity: string | null
  readonly facts: readonly string[]
}
/** What labels a printer holds: width and height in millimetres. */
export interface LabelForm { readonly dpi: number; readonly width: number; readonly height: number }

/** A text in a box: so many lines of this height. All in dots. */
export interface TextBlock { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly lines: number }
/** Where everything stands, in dots; a module of the QR is so many dots wide. */
export interface LabelLayout { readonly width: number; readonly height: number; readonly code: { readonly x: number; readonly y: number; readonly module: number }; readonly texts: readonly TextBlock[] }

/** The code as a QR on the left, beside it code, name, quantity and facts, as many as there is room for. */
export function layOutLabel(label: Label, { dpi, width, height }: LabelForm): LabelLayout {
  const dots = (millimetres: number) => Math.round((millimetres * dpi) / 25.4)
  const margin = dots(2)
  const { module, side } = qrSize(label.scan, Math.min(dots(height) - 2 * margin, dots(width * 0.4)))
  const left = margin + side + dots(2)
  const texts = textBlocks(label, dots, { left, top: margin, width: dots(width) - left - margin, bottom: dots(height) - margin })
  return { width: dots(width), height: dots(height), code: { x: margin, y: margin, module }, texts }
}

/** Bytes that a QR of each version holds with error correction M. */
const qrBytes = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]
const largestModule = 10

function qrSize(text: string, room: number): { readonly module: number; readonly side: number } {
  const bytes = new TextEncoder().encode(text).length
  const fitting = qrBytes.findIndex(most => bytes <= most)
  const modules = 21 + 4 * (fitting === -1 ? qrBytes.length : fitting)
  const module = Math.max(1, Math.min(largestModule, Math.floor(room / modules)))
  return { module, side: module * modules }
}

interface Room { readonly left: number; readonly top: number; readonly width: number; readonly bottom: number }

/** The letters of a printer's own font are about so wide, against their height. */
const letterWidth = 0.55

function textBlocks({ code, name, quantity, facts }: Label, dots: (millimetres: number) => number, { left, top, width, bottom }: Room): TextBlock[] {
  const codeHeight = Math.max(dots(2.8), Math.min(dots(6), Math.floor(width / (code.length * letterWidth))))
  const blocks: { text: string; height: number; most: number }[] = [
    { text: code, height: codeHeight, most: 2 },
    ...(name === '' ? [] : [{ text: name, height: dots(3.2), most: 2 }]),
    ...(quantity === null ? [] : [{ text: quantity, height: dots(5), most: 1 }]),
    ...facts.map(text => ({ text, height: dots(2.8), most: 3 })),
  ]
  let y = top
  return blocks.flatMap(({ text, height, most }) => {
    const lines = Math.min(most, Math.max(1, Math.ceil((text.length * height * letterWidth) / width)))
    const next = y + lines * height + dots(0.8)
    if (next > bottom + dots(0.8)) return []
    const block = { text: text.replace(/[\r\n\t]+/g, ' '), x: left, y, width, height, lines }
    y = next
    return [block]
  })
}
