import { statSync } from 'node:fs'
import { fillItems, fillStock, inBulk } from './bulk.ts'
import { openFactory } from './factory.ts'
import { watched } from './gauge.ts'
import { median, megabytes, milliseconds, plainRow, rounds, seconds, type Bench } from './harness.ts'

const formats = ['pdf', 'xlsx'] as const

export const bench: Bench = {
  name: 'report',
  about: `The inventory report of 20,000 items with stock, as PDF and as Excel, by the job that a desk starts. Meanwhile the host's thread answers; its longest
gap is shown beside that of an idle thread of the same process.`,
  async run(size) {
    const factory = await openFactory()
    try {
      const count = size(20_000, 200)
      inBulk(factory, sqlite => fillStock(sqlite, fillItems(sqlite, count)))
      const [manager] = await factory.signIn('Manager')
      const rows = []
      for (const format of formats) {
        const measured = await rounds(size(3, 1), () => watched(async () => {
          const { ticket } = await manager!.client.reports.exportReport({ report: 'inventory', format })
          return statSync(factory.host.files.redeem(ticket).path).size
        }))
        const middle = (pick: (one: (typeof measured)[number]) => number) => median(measured.map(pick))
        rows.push(
          plainRow(`inventory of ${count} items as ${format}, ${megabytes(middle(({ value }) => value))}`, middle(({ time }) => time), seconds),
          plainRow('  the host meanwhile, longest gap', middle(({ gaps }) => gaps.ours.longest), milliseconds, { atMost: 10 }, middle(({ gaps }) => gaps.idle.longest)),
        )
      }
      return rows
    } finally {
      await factory.close()
    }
  },
}
