import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '../src-main/core/session.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

/** 2 × 2 pixels. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGOQ94sHIgYIBQAVXgMx+dDMugAAAABJRU5ErkJggg==', 'base64')

let host: TestHost
let session: Session
let manager: Desk
beforeAll(async () => {
  host = await startTestHost()
  session = await host.sessionFor('Manager')
  manager = host.desk(session)
})
afterAll(() => host.stop())

const uploaded = async (name: string, bytes: Buffer) => (await host.host.files.receive(session, name, 'image/png', Readable.from([bytes]))).ticket
const first = async () => (await manager.documents.listForms({}))[0]!

describe('documents', () => {
  test('the head has further lines, kept with the factory and audited', async () => {
    const head = await manager.documents.getHead({})
    const changed = await manager.documents.updateHead({ version: head.version, headLines: 'NPWP 01.234\nwww.pabrik.id' })
    expect(changed).toMatchObject({ headLines: 'NPWP 01.234\nwww.pabrik.id', version: head.version + 1, hasLogo: false })
    await expect(manager.documents.updateHead({ version: head.version, headLines: '' })).rejects.toMatchObject({ code: 'conflict' })
    await expect((await host.as('Warehouse Admin')).documents.updateHead({ version: changed.version, headLines: '' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a document’s form is kept where it differs, checked, and back to its own by giving that', async () => {
    const before = await first()
    expect(before).toMatchObject({ paper: 'A4', orientation: 'AUTO', signatures: null, differs: false })
    const { document } = before
    const form = { document, paper: 'FOLIO', orientation: 'LANDSCAPE', footer: 'F-07', signatures: [{ title: 'Kepala gudang', name: 'Sri' }] } as const
    expect(await manager.documents.updateForm({ ...form, signatures: [...form.signatures] })).toMatchObject({ ...form, differs: true, version: 1 })
    await expect(manager.documents.updateForm({ ...form, signatures: [] })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(manager.documents.updateForm({ ...form, signatures: Array.from({ length: 6 }, () => ({ title: 'x' })), version: 1 })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(manager.documents.updateForm({ ...form, signatures: null })).rejects.toMatchObject({ code: 'conflict' })
    await expect(manager.documents.updateForm({ ...form, document: 'nothing', signatures: null })).rejects.toMatchObject({ code: 'not-found' })
    expect(await manager.documents.updateForm({ document, paper: 'A4', orientation: 'AUTO', footer: '', signatures: null, version: 1 })).toMatchObject({ differs: false })
    expect(host.database.prepare('select count(*) from documentForm').pluck().get()).toBe(0)
  })

  test('a purchase order is a document too, and its sample is the newest order’s', async () => {
    expect((await manager.documents.listForms({})).at(-1)).toMatchObject({ document: 'purchaseOrder', titleKey: 'purchasing.paper.title', signatureKeys: expect.arrayContaining(['purchasing.paper.vendor']) })
    const { ticket } = await manager.documents.previewForm({ document: 'purchaseOrder', paper: 'A4', orientation: 'AUTO', footer: 'F-PO-1', signatures: null })
    expect(readFileSync(host.host.files.redeem(ticket).path, 'latin1')).toContain('%PDF')
    await manager.documents.updateForm({ document: 'purchaseOrder', paper: 'LETTER', orientation: 'AUTO', footer: '', signatures: null })
    expect((await manager.documents.listForms({})).at(-1)).toMatchObject({ paper: 'LETTER', differs: true })
  })

  test('a logo is a picture that can be printed; the preview comes in the paper asked for', async () => {
    await expect(manager.documents.setLogo({ ticket: await uploaded('bukan.png', Buffer.from('not a picture')) })).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(manager.documents.setLogo({ ticket: await uploaded('rusak.png', png.subarray(0, 40)) })).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(manager.documents.setLogo({ ticket: await uploaded('besar.png', Buffer.alloc(600 * 1024)) })).rejects.toMatchObject({ code: 'file-too-large' })
    expect(await manager.documents.setLogo({ ticket: await uploaded('logo.png', png) })).toMatchObject({ hasLogo: true })
    expect((await manager.documents.getLogo({})).picture).toBe(`data:image/png;base64,${png.toString('base64')}`)

    const { document } = await first()
    const { ticket } = await manager.documents.previewForm({ document, paper: 'FOLIO', orientation: 'PORTRAIT', footer: 'F-07', signatures: [{ title: 'Manajer' }] })
    const pdf = readFileSync(host.host.files.redeem(ticket).path, 'latin1')
    expect(pdf).toMatch(/MediaBox \[0 0 609\.45\d* 935\.43\d*\]/)
    expect(pdf).toContain('/Subtype /Image')
    const { version } = await manager.documents.getHead({})
    expect(await manager.documents.removeLogo({ version })).toMatchObject({ hasLogo: false })
  })
})
