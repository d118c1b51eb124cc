import { layOutLabel, type Label, type LabelForm } from './layout.ts'

/** The printer's own scalable font, whose size is given in points. */
const font = '"0"'
const pointsPerInch = 72

/** The label in TSPL2: its size in millimetres, its QR with error correction M as the printer draws it, its texts in boxes (`BLOCK`) of UTF-8. The gap between labels is the printer's own matter. */
export function labelTspl(label: Label, form: LabelForm, copies: number): string {
  const { code, texts } = layOutLabel(label, form)
  return [
    `SIZE ${form.width} mm,${form.height} mm`, 'DIRECTION 1', 'REFERENCE 0,0', 'CODEPAGE UTF-8', 'CLS',
    `QRCODE ${code.x},${code.y},M,${code.module},A,0,${quoted(label.scan)}`,
    ...texts.map(({ text, x, y, width, height, lines }) => {
      const points = Math.max(1, Math.floor((height * pointsPerInch) / form.dpi))
      return `BLOCK ${x},${y},${width},${lines * height},${font},0,${points},${points},0,1,${quoted(text)}`
    }),
    `PRINT 1,${copies}`, '',
  ].join('\r\n')
}

/** `\["]` is a quotation mark inside of a text; a line break would end the command. */
function quoted(text: string): string {
  return `"${text.replace(/[\r\n\t]+/g, ' ').replace(/"/g, '\\["]')}"`
}
