import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import type { Content } from 'pdfmake'

const require = createRequire(import.meta.url)

/**
 * pdfmake's own parts, behind its `createPdf`: that one lays out a whole document at once, which for 20,000 rows takes a gigabyte.
 * They have no published types, so what is used of them is written down here, and the package's version is exact.
 */
export interface PdfParts {
  /** An empty document that keeps its pages until `end`, so that what is known only then can still be written on them. */
  createDocument(info: PdfInfo): PdfDocument
  /** Lays content out on pages. A text with an `id` is a mark: its page tells that it came to stand there. */
  layOut(document: PdfDocument, content: Content[], options: LayoutOptions): readonly LaidPage[]
  /** Writes laid out pages at the end of the document. */
  render(document: PdfDocument, pages: readonly LaidPage[]): void
}

export interface PdfInfo { readonly title: string; readonly author: string; readonly createdAt: string; readonly language: string }
export interface PageForm {
  readonly width: number
  readonly height: number
  readonly margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
}
export interface LayoutOptions {
  readonly form: PageForm
  readonly fontSize: number
  /** What stands above a page's margin; pages count from 1 within the content given. */
  header(page: number): Content | null
}
/** `marks`: the ids of the texts that begin on this page, in order. */
export interface LaidPage { readonly items: readonly LaidItem[]; readonly marks: readonly string[] }
interface LaidItem { readonly type: string; readonly item: { id?: string | undefined } }

/** What is used of pdfkit's document. */
export interface PdfDocument extends Readable {
  readonly page: { readonly content: { buffer: Uint8Array[] } }
  readonly fontCache: Readonly<Record<string, Readonly<Record<string, { layoutCache?: object | null }>>>>
  bufferedPageRange(): { start: number; count: number }
  switchToPage(index: number): void
  font(path: string): PdfDocument
  fontSize(size: number): PdfDocument
  fillColor(color: string): PdfDocument
  strokeColor(color: string): PdfDocument
  lineWidth(width: number): PdfDocument
  moveTo(x: number, y: number): PdfDocument
  lineTo(x: number, y: number): PdfDocument
  stroke(): PdfDocument
  save(): PdfDocument
  restore(): PdfDocument
  rotate(degrees: number, options: { origin: [number, number] }): PdfDocument
  fillOpacity(opacity: number): PdfDocument
  widthOfString(text: string): number
  text(text: string, x: number, y: number, options: { lineBreak: boolean }): PdfDocument
  end(): void
}

const fontFile = (style: string) => require.resolve(`pdfmake/fonts/Roboto/Roboto-${style}.ttf`)
export const regularFont = fontFile('Regular')
/** Roboto's digits are all of one width, so that columns of numbers stand straight. */
const fonts = { Roboto: { normal: regularFont, bold: fontFile('Medium'), italics: fontFile('Italic'), bolditalics: fontFile('MediumItalic') } }

interface Classes {
  readonly PDFDocument: new (
    fonts: object, images: object, patterns: object, attachments: object, options: object, files: object, isAllowed: () => boolean,
  ) => PdfDocument
  readonly LayoutBuilder: new (size: object, margins: object, measure: object) => {
    layoutDocument(
      content: Content[], document: PdfDocument, styles: object, style: object, background: undefined, header: LayoutOptions['header'],
    ): Omit<LaidPage, 'marks'>[]
  }
  readonly Renderer: new (document: PdfDocument) => { renderPages(pages: readonly LaidPage[]): void }
  readonly SVGMeasure: new () => object
}

/** Loaded when the first PDF is made: most workers never make one. */
export function loadPdfParts(): PdfParts {
  const part = <Name extends keyof Classes>(name: Name) => (require(`pdfmake/js/${name}.js`) as { default: Classes[Name] }).default
  const [PDFDocument, LayoutBuilder, Renderer, SVGMeasure] = [part('PDFDocument'), part('LayoutBuilder'), part('Renderer'), part('SVGMeasure')]
  const { default: files } = require('pdfmake/js/virtual-fs.js') as { default: object }
  return {
    createDocument({ title, author, createdAt, language }) {
      const info = { Title: title, Author: author, CreationDate: new Date(createdAt), Creator: 'Lantai', Producer: 'Lantai' }
      const kept = { bufferPages: true, autoFirstPage: false }
      const options = { ...kept, info, pdfVersion: '1.7', lang: language, displayTitle: true, compress: true, font: null }
      return new PDFDocument(fonts, {}, {}, {}, options, files, () => true)
    },
    layOut(document, content, { form, fontSize, header }) {
      const size = { width: form.width, height: form.height, orientation: form.width > form.height ? 'landscape' : 'portrait' }
      const builder = new LayoutBuilder(size, form.margins, new SVGMeasure())
      const pages = builder.layoutDocument(content, document, {}, { font: 'Roboto', fontSize }, undefined, header)
      return pages.map(page => Object.assign(page, { marks: takeMarks(page.items) }))
    },
    render: (document, pages) => new Renderer(document).renderPages(pages),
  }
}

/** Left where they are, marks would become named places in the file. */
function takeMarks(items: readonly LaidItem[]): string[] {
  return items.flatMap(({ type, item }) => {
    const { id } = item
    if (type !== 'line' || id === undefined) return []
    item.id = undefined
    return [id]
  })
}
