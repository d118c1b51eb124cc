import { layOutLabel, type Label, type LabelForm } from './layout.ts'

/** The label in ZPL II, its QR drawn by the printer itself (`^BQ`). `^CI28` makes its texts UTF-8. */
export function labelZpl(label: Label, form: LabelForm, copies: number): string {
  const { width, height, code, texts } = layOutLabel(label, form)
  return [
    '^XA', '^CI28', `^PW${width}`, `^LL${height}`, '^LH0,0',
    `^FO${code.x},${code.y}^BQN,2,${code.module}^FH_^FDMA,${escaped(label.scan)}^FS`,
    ...texts.map(({ text, x, y, width: room, height: letter, lines }) => `^FO${x},${y}^A0N,${letter},${letter}^FB${room},${lines},0,L,0^FH_^FD${escaped(text)}^FS`),
    `^PQ${copies}`, '^XZ', '',
  ].join('\n')
}

/** What begins a command, and the mark of this very way of writing, as its number. A backslash begins one in a `^FB`; a line break ends none. */
function escaped(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(/[_^~\\]/g, mark => `_${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
