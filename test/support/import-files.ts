import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { crc32, deflateRawSync } from 'node:zlib'
import excel from 'exceljs'
import type { Session } from '../../src-main/core/session.ts'
import type { DayOrder, Delimiter, DecimalMark } from '../../shared/imports/file.ts'
import type { Replacements } from '../../shared/imports/replacements.ts'
import type { ImportMode, TargetName } from '../../shared/imports/target.ts'
import type { Desk, MoreRights, TestHost } from './host.ts'

/** An Admin with a desk, and what goes between the file and the staged batch. */
export interface Importer {
  readonly session: Session
  readonly desk: Desk
  upload(content: Buffer | string, name?: string): Promise<string>
  inspect(target: TargetName, content: Buffer | string, name?: string): ReturnType<Desk['imports']['inspectFile']>
  stage(target: TargetName, content: Buffer | string, choice?: StageChoice): ReturnType<Desk['imports']['stageImport']>
  /** An export as the user would have it on disk. */
  fetch(file: { ticket: string }): Promise<Buffer>
}
export interface StageChoice {
  readonly columns?: Record<string, string>
  readonly constants?: Record<string, string>
  readonly replacements?: Replacements
  readonly dayOrder?: DayOrder
  readonly mode?: ImportMode
  readonly decimalMark?: DecimalMark
  readonly delimiter?: Delimiter
  readonly sheet?: string
  /** Files behind the first one, each read as it is found. */
  readonly more?: readonly NamedFile[]
  readonly name?: string
}
export interface NamedFile { readonly name: string; readonly content: Buffer | string }

export async function importer(host: TestHost, role = 'Admin', more: MoreRights = {}): Promise<Importer> {
  const session = await host.sessionFor(role, undefined, more)
  const desk = host.desk(session)
  async function upload(content: Buffer | string, name = 'data.csv'): Promise<string> {
    const { ticket } = await host.host.files.receive(session, name, 'application/octet-stream', Readable.from([Buffer.from(content)]))
    return ticket
  }
  const inspect: Importer['inspect'] = async (target, content, name) => desk.imports.inspectFile({ target, ticket: await upload(content, name) })
  return {
    session, desk, upload, inspect,
    async stage(target, content, { columns, constants, replacements, dayOrder, mode = 'update', decimalMark, delimiter, sheet, more = [], name } = {}) {
      const first = await inspect(target, content, name)
      const { fileId, suggestion, ...seen } = delimiter === undefined && sheet === undefined ? first : await desk.imports.inspectFile({ target, fileId: first.fileId, delimiter, sheet })
      const setup = {
        ...seen, mode, decimalMark: decimalMark ?? seen.decimalMark, dayOrder: dayOrder ?? seen.dayOrder, columns: columns ?? suggestion.columns,
        constants: constants ?? suggestion.constants, replacements: replacements ?? suggestion.replacements, mappingId: suggestion.mappingId,
      }
      const moreFiles = await Promise.all(more.map(async file => inspect(target, file.content, file.name)))
      return desk.imports.stageImport({ fileId, target, setup, moreFiles })
    },
    fetch: async ({ ticket }) => readFile(host.host.files.redeem(ticket).path),
  }
}

export type SheetFill = (sheet: excel.Worksheet) => void

/** An .xlsx file as other programs write it: with shared texts, and whatever `fill` puts in. */
export async function workbookOf(sheets: Readonly<Record<string, SheetFill>>): Promise<Buffer> {
  const book = new excel.Workbook()
  for (const [name, fill] of Object.entries(sheets)) fill(book.addWorksheet(name))
  const folder = await mkdtemp(join(tmpdir(), 'lantai-sheet-'))
  try {
    const path = join(folder, 'sheet.xlsx')
    await book.xlsx.write(createWriteStream(path))
    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

export interface ZipPart { readonly name: string; readonly content: string; /** What the table of contents says, true or not. */ readonly declaredSize?: number }

/** A zip archive written by hand, so that it can also be a dishonest one. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content, declaredSize } of parts) {
    const [fileName, raw] = [Buffer.from(name), Buffer.from(content)]
    const packed = deflateRawSync(raw)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(raw), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(declaredSize ?? raw.length, 18)
    common.writeUInt16LE(fileName.length, 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, fileName, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, fileName]))
    bodies.push(body)
    offset += body.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, directory, end])
}

/** The least an .xlsx file is made of, around one sheet's XML. */
export function sheetParts(sheet: string, declaredSize?: number): ZipPart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  return [
    { name: '_rels/.rels', content: `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    { name: 'xl/workbook.xml', content: '<?xml version="1.0"?><x:workbook xmlns:x="x" xmlns:r="r"><x:sheets><x:sheet name="A" sheetId="1" r:id="r1"/></x:sheets></x:workbook>' },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relation('r1', 'worksheet', '/xl/worksheets/sheet1.xml')}</Relationships>` },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${sheet}</sheetData></worksheet>`, ...(declaredSize !== undefined && { declaredSize }) },
  ]
}
