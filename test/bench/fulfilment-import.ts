import { readFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { newId } from '../../shared/core/ids.ts'
import { looksLikeCharge } from '../../shared/fulfilment/rules.ts'
import { sendFile, type BenchDesk, type Ticket } from './browser.ts'

const files = ['2010-12-01', '2010-12-02', '2010-12-03'].map(day => `${day}.csv`)

/** The real documents as a program exports them, a row a line; with `most`, only the first so many documents of the first file. */
export interface RealFile { readonly name: string; readonly content: string }

export function realFiles(most: number | undefined): RealFile[] {
  const read = files.map(name => ({ name, content: readFileSync(new URL(`../fixtures/invoices/${name}`, import.meta.url), 'utf8') }))
  if (most === undefined) return read
  const [heading = '', ...rows] = read[0]!.content.split('\n')
  const numbers = [...new Set(rows.map(numberIn))].slice(0, most)
  return [{ name: files[0]!, content: [heading, ...rows.filter(row => numbers.includes(numberIn(row)))].join('\n') }]
}

function numberIn(row: string): string {
  return row.slice(0, row.indexOf(','))
}

export function documentsIn(read: readonly RealFile[]): number {
  return new Set(read.flatMap(({ content }) => content.split('\n').slice(1).filter(row => row.includes(',')).map(numberIn))).size
}

/** The goods of these documents as items of ours, with so many of each in one store that no shelf is ever empty. */
export function fillGoods(sqlite: Database, read: readonly RealFile[]): void {
  const since = '2026-11-01T00:00:00.000Z'
  const codes = new Set(read.flatMap(({ content }) => content.split('\n').slice(1).filter(row => row.includes(',')).map(row => row.split(',')[1]!.toUpperCase())))
  const [unitId, locationId, plenty] = [newId(), newId(), 1_000_000 * 10_000]
  sqlite.prepare("insert into unit (id, createdAt, code, name, places) values (?, ?, 'ukur', 'Ukur', 0)").run(unitId, since)
  sqlite.prepare("insert into location (id, createdAt, code, name, kind) values (?, ?, 'UKUR', 'Gudang ukur', 'INTERNAL')").run(locationId, since)
  const item = sqlite.prepare("insert into item (id, createdAt, code, name, kind, unitId, category, notes) values (?, ?, ?, ?, 'FINISHED_GOOD', ?, '', '')")
  const balance = sqlite.prepare("insert into stockBalance (id, createdAt, itemId, locationId, onHand, reserved, lastMoveAt, lastInDay) values (?, ?, ?, ?, ?, 0, ?, '2026-11-01')")
  const lot = sqlite.prepare("insert into stockLot (id, createdAt, itemId, code, receivedAt, receivedDay) values (?, ?, ?, ?, ?, '2026-11-01')")
  const ofLot = sqlite.prepare('insert into lotBalance (id, createdAt, lotId, itemId, locationId, onHand, carried) values (?, ?, ?, ?, ?, ?, ?)')
  for (const code of [...codes].filter(one => !looksLikeCharge(one))) {
    const [itemId, lotId] = [newId(), newId()]
    item.run(itemId, since, code, `Barang ${code}`, unitId)
    balance.run(newId(), since, itemId, locationId, plenty, since)
    lot.run(lotId, since, itemId, `UKUR-${code}`, since)
    ofLot.run(newId(), since, lotId, itemId, locationId, plenty, plenty)
  }
}

/** From the files to invoices, every oddity decided as billing would: bills without a customer are sold for cash, charges and free goods stand, what goes below nothing is left out. Times in milliseconds. */
export async function importDay({ api: { imports } }: BenchDesk, url: string, { token }: Ticket, read: readonly RealFile[]): Promise<{ readonly staged: number; readonly applied: number }> {
  const start = performance.now()
  const inspected = []
  for (const { name, content } of read) {
    const { ticket } = await sendFile(url, token, { name, type: 'text/csv', content: Buffer.from(content) })
    inspected.push(await imports.inspectFile({ target: 'invoices', ticket }))
  }
  const [first, ...moreFiles] = inspected
  const { fileId, suggestion, ...seen } = first!
  let batch = await imports.stageImport({ fileId, target: 'invoices', setup: { ...seen, ...suggestion, mode: 'insert' }, moreFiles })
  const decide = async (decisions: Parameters<typeof imports.decideRows>[0]['decisions']) => {
    batch = await imports.decideRows({ id: batch.id, version: batch.version, decisions })
  }
  const has = (reason: string) => batch.findings.some(finding => finding.reason === reason && finding.weight !== 'note')
  if (has('required')) await decide([{ act: 'fill', where: { reason: 'required', column: 'customer' }, field: 'customer', value: 'TUNAI' }])
  const accepted = ['charge-code', 'zero-price'].filter(has).map(reason => ({ act: 'accept', where: { reason }, reason }) as const)
  const skipped = ['invoice-negative'].filter(has).map(reason => ({ act: 'skip', where: { reason } }) as const)
  if (accepted.length + skipped.length > 0) await decide([...skipped, ...accepted] as Parameters<typeof decide>[0])
  const staged = performance.now() - start
  await imports.applyImport({ id: batch.id, version: batch.version })
  return { staged, applied: performance.now() - start - staged }
}
