import { Readable } from 'node:stream'
import type { Api } from '../../src-renderer/core/client.ts'
import { openFactory, type Factory, type SignedIn } from './factory.ts'
import { watched, type Watched } from './gauge.ts'
import { median, megabytes, milliseconds, plainRow, rounds, seconds, type Bench } from './harness.ts'

export const bench: Bench = {
  name: 'import',
  about: `New items from a CSV file: read, checked and staged in a worker, then applied whole by one command with audit and events for every row. While it is
applied, the one writer is held: that is the longest gap of the host's thread. While it is staged, others are answered. 50,000 rows are what a factory brings in
once, at its beginning: how long they hold the writer, and what the process has grown by at most, is told. Processor time is that of the host's thread: what it would take if nobody else
used the machine.`,
  async run(size) {
    const factory = await openFactory()
    try {
      const [admin] = await factory.signIn('Admin')
      const rows = size(10_000, 50)
      let file = 0
      const measured = await rounds(size(3, 1), () => importItems(factory, admin!, `I${(file += 1)}`, rows))
      const middle = (pick: (one: Imported) => number) => median(measured.map(pick))
      const [large] = await rounds(1, () => importItems(factory, admin!, 'L', size(50_000, 100)))
      return [
        plainRow(`import of ${rows} items: staged`, middle(({ staged }) => staged), seconds),
        plainRow('  the host meanwhile, longest gap', middle(({ staging }) => staging.ours.longest), milliseconds, { atMost: 50 }, middle(({ staging }) => staging.idle.longest)),
        plainRow(`import of ${rows} items: applied`, middle(({ applied }) => applied), seconds),
        plainRow('  longest hold of the writer', middle(({ applying }) => applying.ours.longest), milliseconds, { atMost: 1000 }),
        plainRow('  processor time of that', middle(({ processor }) => processor), milliseconds),
        plainRow(`import of ${size(50_000, 100)} items: staged`, large!.staged, seconds),
        plainRow('  the host meanwhile, longest gap', large!.staging.ours.longest, milliseconds, { atMost: 50 }, large!.staging.idle.longest),
        plainRow(`import of ${size(50_000, 100)} items: applied`, large!.applied, seconds),
        plainRow('  longest hold of the writer', large!.applying.ours.longest, milliseconds, { atMost: 5000 }),
        plainRow('  processor time of that', large!.processor, milliseconds),
        plainRow('  memory of the process, at most more', large!.grown, megabytes, { atMost: 1024 * 2 ** 20 }),
      ]
    } finally {
      await factory.close()
    }
  },
}

interface Imported { readonly staged: number; readonly staging: Watched; readonly applied: number; readonly applying: Watched; readonly processor: number; /** Bytes. */ readonly grown: number }

async function importItems({ host }: Factory, { session, client: { imports } }: SignedIn, prefix: string, count: number): Promise<Imported> {
  const lines = Array.from({ length: count }, (_, at) => `${prefix}-${at};Barang nomor ${at};PCS;Barang jadi;${at}`)
  const content = `Kode;Nama;Satuan;Jenis;Stok minimum\n${lines.join('\n')}`
  const memory = watchMemory()
  const { ticket } = await host.files.receive(session, 'barang.csv', 'text/csv', Readable.from([Buffer.from(content)]))
  const { value: batch, time: staged, gaps: staging } = await watched(async () => stage(imports, ticket))
  const begun = process.threadCpuUsage()
  const { time: applied, gaps: applying } = await watched(() => imports.applyImport({ id: batch.id, version: batch.version }))
  const { user, system } = process.threadCpuUsage(begun)
  return { staged, staging, applied, applying, processor: (user + system) / 1000, grown: memory.stop() }
}

/** By how much the process, workers included, has been larger than at the beginning. */
function watchMemory(): { stop(): number } {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50)
  return {
    stop() {
      clearInterval(timer)
      return most - before
    },
  }
}

async function stage(imports: Api['imports'], ticket: string) {
  const { fileId, suggestion, ...seen } = await imports.inspectFile({ target: 'items', ticket })
  return imports.stageImport({ fileId, target: 'items', setup: { ...seen, ...suggestion, mode: 'insert' } })
}
