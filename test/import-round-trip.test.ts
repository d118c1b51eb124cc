import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileFormats } from '../shared/imports/file.ts'
import type { TargetName } from '../shared/imports/target.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { importer, type Importer } from './support/import-files.ts'

let demo: TestHost
let owner: Importer
let lists: readonly TargetName[]

beforeAll(async () => {
  demo = await startTestHost({ isDemo: true })
  owner = await importer(demo, 'Superadmin')
  // Opening stock is what the books of one factory begin with; the demo factory received its own by deliveries.
  // Stock, lines of orders, days of teams and what customers owe today are no masters.
  lists = (await owner.desk.imports.listProgress({})).map(({ target }) => target).filter(target => !noMasters.includes(target))
}, 300_000)
afterAll(async () => {
  expect(demo.faults).toEqual([])
  await demo.stop()
})

const noMasters: readonly TargetName[] = ['openingStock', 'orderLines', 'teamDays', 'customerLedger']

/** A list as CSV without the line that says who took it out. */
async function contentOf(user: Importer, target: TargetName): Promise<string> {
  const text = (await user.fetch(await user.desk.imports.exportList({ target, format: 'csv', language: 'id' }))).toString()
  return text.replace(/^\uFEFF("?RAHASIA.*\r\n)?/, '')
}

test.each(fileFormats)('IO-3 all masters and BOMs of the demo factory go by exported files into an empty one, list by list, and are the same there: %s', async format => {
  const empty = await startTestHost({ sections: [] })
  try {
    const newcomer = await importer(empty, 'Superadmin')
    // What fields a factory has of its own is said before its lists come.
    for (const { entity, labelIndonesian, labelEnglish, kind, choices, isRequired, position } of await owner.desk.masters.listAttributeDefinitions({})) {
      await newcomer.desk.masters.createAttributeDefinition({ entity, labelIndonesian, labelEnglish, kind, choices, isRequired, position })
    }
    const counts: Record<string, number> = {}
    for (const target of lists) {
      const file = await owner.fetch(await owner.desk.imports.exportList({ target, format, language: format === 'csv' ? 'id' : 'en' }))
      if ((await contentOf(owner, target)).trimEnd().split('\r\n').length === 1) continue
      const batch = await newcomer.stage(target, file)
      expect(batch, `${target}: ${JSON.stringify(batch.findings)}`).toMatchObject({ faultyCount: 0, skippedCount: 0 })
      await newcomer.desk.imports.applyImport(batch)
      counts[target] = batch.parts.at(-1)?.newCount ?? batch.rowCount
    }
    for (const target of lists) expect(await contentOf(newcomer, target), target).toBe(await contentOf(owner, target))
    expect(counts).toMatchObject({ units: expect.any(Number) as number, sections: expect.any(Number) as number, locations: expect.any(Number) as number, items: expect.any(Number) as number })
    for (const { target, count } of await newcomer.desk.imports.listProgress({})) if (counts[target] !== undefined) expect(count, target).toBeGreaterThanOrEqual(counts[target])
    expect(empty.faults).toEqual([])
  } finally {
    await empty.stop()
  }
}, 300_000)
