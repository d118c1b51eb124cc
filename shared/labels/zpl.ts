/** A label in the words of its reader. `scan` is what a scanner reads of it. */
export interface Label {
  readonly scan: string
  readonly code: string
  readonly name: string
  readonly quantity: string | null
  readonly facts: readonly string[]
}
/** Width and height in millimetres. */
export interface LabelForm { readonly dpi: number; readonly width: number; readonly height: number }

/**
 * The label in ZPL II: its code as a QR on the left, drawn by the printer itself (`^BQ`), beside it code, name, quantity and facts, as many
 * as there is room for. `^CI28` makes its texts UTF-8.
 */
export function labelZpl(label: Label, { dpi, width, height }: LabelForm, copies: number): string {
  const dots = (millimetres: number) => Math.round((millimetres * dpi) / 25.4)
  const margin = dots(2)
  const size = qrSize(label.scan, Math.min(dots(height) - 2 * margin, dots(width * 0.4)))
  const left = margin + size.side + dots(2)
  const texts = textBlocks(label, dots, { left, top: margin, width: dots(width) - left - margin, bottom: dots(height) - margin })
  return [
    '^XA', '^CI28', `^PW${dots(width)}`, `^LL${dots(height)}`, '^LH0,0',
    `^FO${margin},${margin}^BQN,2,${size.magnification}^FH_^FDMA,${escaped(label.scan)}^FS`,
    ...texts, `^PQ${copies}`, '^XZ', '',
  ].join('\n')
}

/** Bytes that a QR of each version holds with error correction M. */
const qrBytes = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]
const largestMagnification = 10

function qrSize(text: string, room: number): { readonly magnification: number; readonly side: number } {
  const bytes = new TextEncoder().encode(text).length
  const fitting = qrBytes.findIndex(most => bytes <= most)
  const modules = 21 + 4 * (fitting === -1 ? qrBytes.length : fitting)
  const magnification = Math.max(1, Math.min(largestMagnification, Math.floor(room / modules)))
  return { magnification, side: magnification * modules }
}

interface Room { readonly left: number; readonly top: number; readonly width: number; readonly bottom: number }

/** The letters of the printer's own font are about so wide, against their height. */
const letterWidth = 0.55

function textBlocks({ code, name, quantity, facts }: Label, dots: (millimetres: number) => number, { left, top, width, bottom }: Room): string[] {
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
    const block = `^FO${left},${y}^A0N,${height},${height}^FB${width},${lines},0,L,0^FH_^FD${escaped(text)}^FS`
    y = next
    return [block]
  })
}

/** What begins a command, and the mark of this very way of writing, as its number. A backslash begins one in a `^FB`; a line break ends none. */
function escaped(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(/[_^~\\]/g, mark => `_${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
