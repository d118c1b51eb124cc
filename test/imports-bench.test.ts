import { expect, test } from 'vitest'
import { startTestHost } from './support/host.ts'
import { importer } from './support/import-files.ts'

test('bench', async () => {
  const host = await startTestHost()
  const admin = await importer(host)
  const rows = Number(process.env.BENCH_ROWS ?? 10_000)
  const kind = process.env.BENCH_KIND ?? 'Barang jadi'
  const timed = async (what: string, batch: { id: string; version: number }) => {
    const at = performance.now()
    await admin.desk.imports.applyImport(batch)
    console.log(what, rows, Math.round(performance.now() - at), 'ms', Math.round((performance.now() - at) / rows * 1000), 'µs/row')
  }
  const items = (name: string) => `Kode;Nama;Satuan;Jenis;Stok minimum\n${Array.from({ length: rows }, (_, at) => `B-${at};${name} ${at};Pcs;${kind};${at % 7}`).join('\n')}`
  const stock = (n: number) => `Kode barang;Kode lokasi;Jumlah\n${Array.from({ length: rows }, (_, at) => `B-${at};WH-MAIN;${n + at % 3}`).join('\n')}`
  await timed('items new', await admin.stage('items', items('Barang')))
  await timed('items changed', await admin.stage('items', items('Lain')))
  await timed('opening new', await admin.stage('openingStock', stock(10)))
  await timed('opening more', await admin.stage('openingStock', stock(20)))
  await timed('opening less', await admin.stage('openingStock', stock(5)))
  expect(host.database.prepare('select sum(onHand) from stockBalance').pluck().get()).toBeGreaterThan(0)
  await host.stop()
}, 600_000)
