import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, instantAt, type BusinessDay } from '../shared/core/dates.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

const monday = '2026-01-19' as BusinessDay
const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })

let host: TestHost
let admin: Desk
let cutting: Desk
let embroidery: Desk

beforeAll(async () => {
  host = await startTestHost({ now: instantAt(monday, '15:00', 'Asia/Jakarta') })
  admin = await host.as('Admin')
  cutting = await host.as('SPV Cutting', 'CUT')
  embroidery = await host.as('Admin Embroidery', 'EMB')
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const locks = async (filter: Parameters<Desk['sectionDay']['listDayLocks']>[0]['filter'] = {}, desk = admin) =>
  (await desk.sectionDay.listDayLocks({ filter, pageSize: 200 })).rows.map(({ sectionName, day, isLocked, openReason }) => [sectionName, day, isLocked, openReason])

test('PX-5 all locks stand in one list, by section and day, with who opened which again and why, every time', async () => {
  const [cut, sew] = [host.section('CUT'), host.section('SEW')]
  const first = await cutting.sectionDay.lockDay({ sectionId: cut, day: addDays(monday, -1) })
  await cutting.sectionDay.lockDay({ sectionId: cut, day: monday })
  await admin.sectionDay.lockDay({ sectionId: sew, day: monday })
  expect(first).toMatchObject({ isLocked: true, lockedByName: expect.stringContaining('SPV Cutting') as string, openedByName: null })
  await expect(cutting.sectionDay.unlockDay({ ...seen(first), reason: 'Salah hitung' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(admin.sectionDay.unlockDay({ ...seen(first), reason: '' })).rejects.toMatchObject({ code: 'invalid-input' })
  const opened = await admin.sectionDay.unlockDay({ ...seen(first), reason: 'Salah hitung' })
  expect(opened).toMatchObject({ isLocked: false, openedByName: expect.stringContaining('Admin') as string, openReason: 'Salah hitung' })
  expect(await locks({ sectionId: cut })).toEqual([['Cutting', monday, true, null], ['Cutting', addDays(monday, -1), false, 'Salah hitung']])
  expect(await locks({ fromDay: monday, toDay: monday })).toHaveLength(2)
  expect(await locks({ isLocked: false })).toEqual([['Cutting', addDays(monday, -1), false, 'Salah hitung']])
  expect([await locks({}, cutting), await locks({}, embroidery)].map(rows => rows.length)).toEqual([2, 0])
  await expect(locks({ sectionId: cut }, embroidery)).rejects.toMatchObject({ code: 'foreign-section' })
  // Locked once more it is told with all that went before.
  await cutting.sectionDay.lockDay({ sectionId: cut, day: addDays(monday, -1) })
  const { rows } = await admin.audit.listHistory({ entity: 'sectionDayLock', id: first.id })
  expect(rows.map(({ action, reason }) => [action, reason])).toEqual([['UPDATE', null], ['UNLOCK', 'Salah hitung'], ['UPDATE', null]])
})
