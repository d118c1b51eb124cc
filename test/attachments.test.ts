import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '../src-main/core/session.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
let session: Session
let desk: Desk
let itemId: string

beforeAll(async () => {
  host = await startTestHost()
  session = await host.sessionFor('Warehouse Admin', 'WH')
  desk = host.desk(session)
  const { rows } = await host.system.masters.findUnits({ search: 'Pcs' })
  itemId = (await desk.masters.createItem({ code: 'BEAR', name: 'Beruang', kind: 'FINISHED_GOOD', unitId: rows[0]!.id })).id
})
afterAll(() => host.stop())

const upload = async (content: string, name: string, as = session) => (await host.host.files.receive(as, name, 'image/png', Readable.from([Buffer.from(content)]))).ticket
const add = async (content: string, name: string) => desk.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket: await upload(content, name) })
const placeOf = (content: string) => {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return join(host.folder, 'attachments', sha256.slice(0, 2), sha256.slice(2))
}
const listed = () => desk.attachments.listAttachments({ entity: 'item', entityId: itemId })

test('a photo is kept by its content, listed with its record, and fetched again as it was', async () => {
  const photo = await add('depan', 'depan.png')
  expect(photo).toMatchObject({ version: 1, name: 'depan.png', mediaType: 'image/png', size: 5, createdByName: session.fullName })
  expect(readFileSync(placeOf('depan'), 'utf8')).toBe('depan')
  expect(await listed()).toEqual([photo])

  const { ticket, name, size } = await desk.attachments.downloadAttachment({ id: photo.id })
  expect({ name, size }).toEqual({ name: 'depan.png', size: 5 })
  const fetched = host.host.files.redeem(ticket)
  expect(readFileSync(fetched.path, 'utf8')).toBe('depan')
  expect(fetched.path).not.toBe(placeOf('depan'))
})

test('a photo brings a small picture along, for whoever may see the photo; other files have none', async () => {
  // A JPEG begins like this; the rest is the desk's matter.
  const preview = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5]).toString('base64')
  const photo = await desk.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket: await upload('kecil', 'kecil.jpg'), preview })
  expect(photo).toMatchObject({ hasPreview: true })
  expect(await desk.attachments.getPreview({ id: photo.id })).toEqual({ picture: `data:image/jpeg;base64,${preview}` })
  const blind = { ...session, permissions: new Set<never>() }
  await expect(host.desk(blind).attachments.getPreview({ id: photo.id })).rejects.toMatchObject({ code: 'forbidden' })

  const drawing = await add('gambar kerja', 'pola.pdf')
  expect(drawing).toMatchObject({ hasPreview: false })
  await expect(desk.attachments.getPreview({ id: drawing.id })).rejects.toMatchObject({ code: 'not-found' })
  for (const wrong of [Buffer.from('<svg onload="alert(1)">').toString('base64'), '/9j/ not base64', `/9j/${'A'.repeat(500_000)}`]) {
    const ticket = await upload(wrong.slice(0, 9), 'x.jpg')
    await expect(desk.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket, preview: wrong })).rejects.toMatchObject({ code: 'invalid-input' })
  }
})

test('the same content is kept once, and listed once with a record', async () => {
  const before = await listed()
  await add('depan', 'depan lagi.png')
  expect(await listed()).toEqual(before)
})

test('what is removed leaves the list, stays on disk, and can be put back', async () => {
  const photo = await add('samping', 'samping.png')
  await desk.attachments.removeAttachment({ id: photo.id, version: 1 })
  expect(await listed()).not.toContainEqual(expect.objectContaining({ id: photo.id }))
  expect(existsSync(placeOf('samping'))).toBe(true)
  await desk.attachments.restoreAttachment({ id: photo.id, version: 2 })
  expect(await listed()).toContainEqual(expect.objectContaining({ id: photo.id }))
  await expect(desk.attachments.removeAttachment({ id: photo.id, version: 1 })).rejects.toMatchObject({ code: 'conflict' })
})

test('who may only view sees and fetches, but neither adds nor removes; who may not view hears nothing', async () => {
  const [photo] = await listed()
  const viewing = await host.sessionFor('Viewer')
  const viewer = host.desk(viewing)
  expect(await viewer.attachments.listAttachments({ entity: 'item', entityId: itemId })).toContainEqual(photo)
  expect(await viewer.attachments.downloadAttachment({ id: photo!.id })).toMatchObject({ size: 5 })
  const ticket = await upload('x', 'x.png', viewing)
  const refusal = { code: 'forbidden', params: { needed: 'masters.update' } }
  await expect(viewer.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket })).rejects.toMatchObject(refusal)
  await expect(viewer.attachments.removeAttachment({ id: photo!.id, version: 1 })).rejects.toMatchObject(refusal)
  const blind = host.desk({ ...viewing, permissions: new Set() })
  await expect(blind.attachments.listAttachments({ entity: 'item', entityId: itemId })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(blind.attachments.downloadAttachment({ id: photo!.id })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(desk.attachments.recordAttachment({ entity: 'item', entityId: itemId, name: 'x', mediaType: 'x/y', size: 0, sha256: '0'.repeat(64), previewSha256: null })).rejects.toMatchObject({ code: 'not-found' })
})

test('a ticket works once, and only for who uploaded', async () => {
  const ticket = await upload('sekali', 'sekali.png')
  await desk.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket })
  await expect(desk.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket })).rejects.toMatchObject({ code: 'ticket-invalid' })
  const foreign = await upload('asing', 'asing.png', await host.sessionFor('Warehouse Admin', 'WH'))
  await expect(desk.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket: foreign })).rejects.toMatchObject({ code: 'ticket-invalid' })
})

test('a file over the factory’s limit is refused', async () => {
  const admin = await host.as('Superadmin')
  await admin.settings.changeSetting({ key: 'attachments.maximumMegabytes', value: 1 })
  const ticket = await upload('x'.repeat(1024 * 1024 + 1), 'besar.png')
  await expect(desk.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket })).rejects.toMatchObject({ code: 'file-too-large', params: { maximum: '1 MB' } })
})

test('a file that was changed on disk is not passed off as the one attached', async () => {
  const photo = await add('asli', 'asli.png')
  writeFileSync(placeOf('asli'), 'palsu')
  await expect(desk.attachments.downloadAttachment({ id: photo.id })).rejects.toMatchObject({ code: 'storage-failed' })
})

test('IA-5 what hangs on a card is its section’s, in events and history too; what hangs on an item is everyone’s', async () => {
  const admin = await host.sessionFor('Superadmin')
  const office = host.desk(admin)
  const sectionId = host.section('CUT')
  const store = await office.masters.createLocation({ code: 'WH-CUT', name: 'Rak potong', kind: 'INTERNAL', sectionId })
  const main = (await office.masters.findLocations({ search: 'WH-MAIN' })).rows[0]!.id
  await office.kanban.createBoard({ sectionId, supplySectionId: host.section('WH'), supplyLocationId: main, storeLocationId: store.id })
  const card = await office.kanban.createCard({ sectionId, itemId, quantity: '1', neededBy: '2026-11-20' })
  const from = host.events.length
  const photo = await office.attachments.addAttachment({ entity: 'kanbanCard', entityId: card.id, ticket: await upload('kartu', 'kartu.png', admin) })
  const common = await office.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket: await upload('umum', 'umum.png', admin) })
  const scopes = host.events.slice(from).filter(({ entity }) => entity === 'attachment').map(({ id, scope }) => [id, scope.sectionId])
  expect(scopes).toEqual([[photo.id, sectionId], [common.id, undefined]])

  const historyOf = (id: string, as: Session) => host.desk(as).audit.listHistory({ entity: 'attachment', id })
  const [cutting, sewing] = [await host.sessionFor('Admin Cutting', 'CUT'), await host.sessionFor('Admin Sewing', 'SEW')]
  expect((await historyOf(photo.id, cutting)).rows).toHaveLength(1)
  expect((await historyOf(common.id, sewing)).rows).toHaveLength(1)
  await expect(historyOf(photo.id, sewing)).rejects.toMatchObject({ code: 'foreign-section' })
  const noCards = { ...cutting, permissions: new Set([...cutting.permissions].filter(permission => permission !== 'kanban.view')) }
  await expect(historyOf(photo.id, noCards)).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'kanban.view' } })
})

test('what one person uploads in a day is a setting; more is refused until the factory’s day is over', async () => {
  const sender = await host.sessionFor('Warehouse Admin', 'WH')
  await (await host.as('Superadmin')).settings.changeSetting({ key: 'attachments.dailyMegabytes', value: 100 })
  const megabytes = (count: number) => Readable.from((function* () { for (let at = 0; at < count; at += 1) yield Buffer.alloc(1024 * 1024) })())
  const send = (count: number) => host.host.files.receive(sender, 'foto.jpg', 'image/jpeg', megabytes(count))
  await send(60)
  const until = `${host.clock.now().slice(0, 10)}T17:00:00.000Z`
  await expect(send(60)).rejects.toMatchObject({ code: 'daily-uploads-full', params: { maximum: 100 * 1024 * 1024, until } })
  host.clock.set(until)
  await expect(send(60)).resolves.toMatchObject({ name: 'foto.jpg' })
})

test('what hangs on a user is their photo: theirs alone to change, and seen in the list by who may see users', async () => {
  const preview = '/9j/4AAQ'
  const photo = async (as: Session, entityId: string) => host.desk(as).attachments.addAttachment({ entity: 'user', entityId, ticket: await upload(`wajah ${entityId}`, 'wajah.jpg', as), preview })
  const [clerk, admin] = [await host.sessionFor('Viewer'), await host.sessionFor('Admin')]
  const { id, version } = await photo(clerk, clerk.userId)
  const shown = async () => (await host.desk(admin).identity.getUser({ id: clerk.userId })).avatarId
  expect(await shown()).toBe(id)
  expect((await host.desk(admin).attachments.getPreview({ id })).picture).toContain(preview)
  await expect(photo(admin, clerk.userId)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(host.desk(admin).attachments.removeAttachment({ id, version })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(desk.attachments.getPreview({ id })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'identity.view' } })
  await expect(host.desk({ ...clerk, isProgram: true }).attachments.removeAttachment({ id, version })).rejects.toMatchObject({ code: 'person-only' })
  await host.desk(clerk).attachments.removeAttachment({ id, version })
  expect(await shown()).toBeNull()
})
