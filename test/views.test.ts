import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHost, type TestHost } from './support/host.ts'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host.stop())

const list = 'masters.items'
const state = { search: 'kain', filter: { isActive: true, kind: 'RAW_MATERIAL' }, sort: [{ column: 'code', descending: true }], columns: { code: true, name: false }, pageSize: 50 }

test('a view is the user’s own, found again by its list, and replaced by its name', async () => {
  const [sari, budi] = [await host.as('Viewer'), await host.as('Viewer')]
  const saved = await sari.views.saveView({ list, name: 'Kain', state })
  expect(await sari.views.listViews({ list })).toEqual([{ id: saved.id, version: 1, name: 'Kain', state }])
  expect(await budi.views.listViews({ list })).toEqual([])
  expect(await sari.views.listViews({ list: 'masters.units' })).toEqual([])

  await sari.views.saveView({ list, name: 'Kain', state: { search: 'felt' } })
  expect(await sari.views.listViews({ list })).toMatchObject([{ id: saved.id, version: 2, state: { search: 'felt' } }])

  await expect(budi.views.removeView({ id: saved.id, version: 2 })).rejects.toMatchObject({ code: 'not-found' })
  await sari.views.removeView({ id: saved.id, version: 2 })
  expect(await sari.views.listViews({ list })).toEqual([])
})
