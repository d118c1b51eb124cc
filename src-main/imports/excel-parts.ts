import { posix } from 'node:path'
import { readableExcelText } from '../engines/excel.ts'
import { unreadable } from './source.ts'
import { attribute, createXmlReader, type XmlListener } from './xml-reader.ts'
import type { Archive } from './zip-archive.ts'

/** How a cell's number is meant: as a moment, or with zeros in front up to a number of digits. */
export type NumberForm = { readonly kind: 'number' } | { readonly kind: 'moment' } | { readonly kind: 'padded'; readonly digits: number }

export interface ExcelWorkbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly isHidden: boolean }[]
  readonly sharedTextsPart: string
  readonly stylesPart: string
  readonly startsIn1904: boolean
}

/** Reads one part to its end. */
export async function readPart(archive: Archive, part: string, listener: XmlListener, onText: (characters: number) => void = () => {}): Promise<void> {
  const reader = createXmlReader(listener)
  for await (const text of archive.text(part)) {
    onText(text.length)
    reader.write(text)
  }
  reader.end()
}

export async function readWorkbook(archive: Archive): Promise<ExcelWorkbook> {
  const root = await readRelations(archive, '')
  const part = root.find(({ type }) => type === 'officeDocument')?.target
  if (part === undefined || !archive.has(part)) throw unreadable('damaged')
  const relations = await readRelations(archive, part)
  const sheets: { name: string; part: string; isHidden: boolean }[] = []
  let startsIn1904 = false
  await readPart(archive, part, {
    open(name, attributes) {
      if (name === 'workbookPr') startsIn1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const relation = relations.find(({ id }) => id === attribute(attributes, 'id'))
      // Sheets of charts have no rows.
      if (relation?.type !== 'worksheet' || !archive.has(relation.target)) return
      sheets.push({ name: attribute(attributes, 'name') ?? '', part: relation.target, isHidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible' })
    },
    text() {},
    close() {},
  })
  const partOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.target ?? ''
  return { sheets, sharedTextsPart: partOf('sharedStrings'), stylesPart: partOf('styles'), startsIn1904 }
}

interface Relation { readonly id: string; readonly type: string; readonly target: string }

/** Where the parts lie that a part refers to; those of the archive itself for `''`. */
async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const relations: Relation[] = []
  await readPart(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attribute(attributes, 'Target') ?? ''
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      })
    },
    text() {},
    close() {},
  })
  return relations
}

/** Texts that cells refer to by number, each put together from its runs; readings aids for Asian scripts are left out. */
export async function readSharedTexts(archive: Archive, { sharedTextsPart }: ExcelWorkbook, onText: (characters: number) => void): Promise<string[]> {
  const texts: string[] = []
  let current = ''
  let isText = false
  let isReadingAid = false
  await readPart(archive, sharedTextsPart, {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') isReadingAid = true
      isText = name === 't' && !isReadingAid
    },
    text(text) {
      if (isText) current += text
    },
    close(name) {
      isText = false
      if (name === 'rPh') isReadingAid = false
      if (name === 'si') texts.push(readableExcelText(current))
    },
  }, onText)
  return texts
}

/** Formats that Excel knows by number and never spells out: days, times and both. */
const momentFormats = [[14, 22], [27, 36], [45, 47], [50, 58]] as const

/** How numbers are meant, by the style number of a cell. */
export async function readFormats(archive: Archive, { stylesPart }: ExcelWorkbook): Promise<NumberForm[]> {
  const codes = new Map<number, string>()
  const forms: NumberForm[] = []
  let isCellStyle = false
  await readPart(archive, stylesPart, {
    open(name, attributes) {
      if (name === 'cellXfs') isCellStyle = true
      if (name === 'numFmt') codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      if (name === 'xf' && isCellStyle) forms.push(formOf(Number(attribute(attributes, 'numFmtId') ?? 0), codes))
    },
    text() {},
    close(name) {
      if (name === 'cellXfs') isCellStyle = false
    },
  })
  return forms
}

function formOf(id: number, codes: ReadonlyMap<number, string>): NumberForm {
  const code = codes.get(id)
  if (code === undefined) return momentFormats.some(([first, last]) => id >= first && id <= last) ? { kind: 'moment' } : { kind: 'number' }
  if (/^0{2,}$/.test(code)) return { kind: 'padded', digits: code.length }
  // What stands in quotes, in brackets or behind a backslash is shown as it is.
  const pattern = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /[dmyhs]/i.test(pattern.replace(/general|standard/gi, '')) ? { kind: 'moment' } : { kind: 'number' }
}
