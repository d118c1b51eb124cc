import { statSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '../../src-main/database/open.ts'
import { fillItems, fillPast, inStandingBulk } from './bulk.ts'
import { paced } from './child.ts'
import { openFactory, type SignedIn } from './factory.ts'
import { watched, type Watched } from './gauge.ts'
import { megabytes, milliseconds, plainRow, quantile, seconds, type Bench } from './harness.ts'

const perSecond = 50

export const bench: Bench = {
  name: 'backup',
  about: `A backup of the large factory (about 1 GB), then its whole check, each by the job that a person starts, while another desk enters ${perSecond} rows a second.
The floor is the same entering with no backup meanwhile. Shown are how long it takes, what is left of the size, how long an entry took (p99), and the longest gap of
the host's thread: it waits for the disk with every commit, and the disk is busy.`,
  async run(size) {
    const first = await openFactory()
    await first.close()
    const past = size({ items: 20_000, moves: 600_000, acts: 1_000_000 }, { items: 200, moves: 2000, acts: 1000 })
    inStandingBulk(first.folder, sqlite => fillPast(sqlite, fillItems(sqlite, past.items), past))
    const bytes = statSync(join(first.folder, databaseFile)).size
    const factory = await openFactory(first.folder)
    try {
      const [clerk] = await factory.signIn('Superadmin')
      const { dataCare } = factory.system
      const quiet = await watched(() => entering(clerk!, 'Q', async () => void (await pause(size(10_000, 500)))))
      const made = await watched(() => entering(clerk!, 'B', () => dataCare.backUp({})))
      const checked = await watched(() => entering(clerk!, 'V', () => dataCare.verifyBackup({ name: made.value.result.name })))
      const gap = ({ ours }: Watched) => plainRow('  the host meanwhile, longest gap', ours.longest, milliseconds, { atMost: 250 }, quiet.gaps.ours.longest)
      return [
        plainRow(`backup of ${megabytes(bytes)}, ${megabytes(made.value.result.size)} compressed`, made.value.took, seconds),
        plainRow('  an entry meanwhile, p99', made.value.p99, milliseconds, { atMost: 200 }, quiet.value.p99),
        gap(made.gaps),
        plainRow('its whole check', checked.value.took, seconds),
        plainRow('  an entry meanwhile, p99', checked.value.p99, milliseconds, { atMost: 200 }, quiet.value.p99),
        gap(checked.gaps),
      ]
    } finally {
      await factory.close()
    }
  },
}

/** Enters rows at an even pace until the work is done. */
async function entering<T>({ client }: SignedIn, prefix: string, work: () => Promise<T>): Promise<{ result: T; took: number; p99: number }> {
  const times: number[] = []
  const start = performance.now()
  let took: number | undefined
  const working = work().finally(() => (took = performance.now() - start))
  for (let second = 0; took === undefined; second += 1) {
    await paced(perSecond, 1000 / perSecond, async () => {
      const began = performance.now()
      await client.masters.createUnit({ code: `${prefix}${times.length}-${second}-${began.toFixed(3)}`, name: 'Ukur', places: 0 })
      times.push(performance.now() - began)
    })
  }
  const result = await working
  return { result, took, p99: quantile(times, 0.99) }
}

function pause(length: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, length))
}
