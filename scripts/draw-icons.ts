import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright'
import { findBrowser } from './find-browser.ts'

/** Draws `resources/icons/` from the one drawing of the mark; to be run when that changes: `node scripts/draw-icons.ts`. */
const drawing = readFileSync(new URL('../src-renderer/theme/icon.svg', import.meta.url), 'utf8')
const folder = new URL('../resources/icons/', import.meta.url)

const appSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
const windowsTraySizes = [16, 20, 24, 32, 48]
/** Linux shows the tray's icon at some 24 px. */
const traySizes = { 'tray.png': 24, 'tray@2x.png': 48 }

const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
mkdirSync(folder, { recursive: true })
const keep = (name: string, content: Buffer) => writeFileSync(fileURLToPath(new URL(name, folder)), content)
for (const size of appSizes) keep(`${size}x${size}.png`, await draw(page, size))
for (const [name, size] of Object.entries(traySizes)) keep(name, await draw(page, size))
keep('icon.ico', icoOf(await drawAll(page, windowsSizes)))
keep('tray.ico', icoOf(await drawAll(page, windowsTraySizes)))
await browser.close()

interface Picture { readonly size: number; readonly png: Buffer }

async function drawAll(page: Page, sizes: readonly number[]): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (const size of sizes) pictures.push({ size, png: await draw(page, size) })
  return pictures
}

async function draw(page: Page, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`)
  return page.screenshot({ omitBackground: true })
}

/** Windows' icon file: a head, an entry a size, then the pictures, which may be PNG since Windows Vista. */
function icoOf(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [at, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * at
    // 256 does not fit into the byte, and is written as 0.
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}
