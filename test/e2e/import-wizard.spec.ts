import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, post, startHostProcess, type HostProcess } from '../support/host-process.ts'

/** The words on the screen, as a clerk reads them. */
const say = texts.id
const words = say.imports
let folder: string
let host: HostProcess
let token: string

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
  token = await login(host.url, 'admin', 'Lantai#2026', 'import-test')
})
test.afterAll(async () => {
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

const headings = 'Kode Barang;Uraian;Sat;Min'
/** Thirty rows of which one has a unit nobody knows, one a number that is none, one no name; and one code twice, with two names. */
const faulty = [
  headings, ...Array.from({ length: 30 }, (_, at) => `UJI-${String(at + 1).padStart(3, '0')};Kancing uji ${at + 1};Pcs;${(at + 1) * 10}`),
  'UJI-101;Kain uji;yrd;5', 'UJI-102;Tali uji;Pcs;abc', 'UJI-103;;Pcs;5', 'UJI-001;Kancing lain;Pcs;10',
].join('\n')

async function ask(name: string, input: object): Promise<unknown> {
  const reply = await post(host.url, name, input, { authorization: `Bearer ${token}`, 'desk-id': 'import-test' })
  if (!reply.ok) throw new Error(`${name}: ${reply.code}`)
  return reply.value
}
const itemsLike = async (search: string) => ((await ask('masters.listItems', { search, pageSize: 200 })) as { rows: { code: string; name: string }[] }).rows
const batches = async () => ((await ask('imports.listBatches', {})) as { rows: unknown[] }).rows

async function openWizard(page: Page, name: string, content: string): Promise<void> {
  await page.goto(`${host.url}/imports/new?target=items`)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await expect(page.getByRole('table', { name: words.mapping.title })).toBeVisible()
}

const fieldRow = (page: Page, field: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${field.replace(/[()]/g, '.')}`) }) })
const columnOf = (page: Page, field: string) => fieldRow(page, field).getByRole('combobox').first()
const finding = (page: Page, title: RegExp) => page.getByRole('article', { name: title })
const apply = (rows: number) => words.batch.apply_other.replace('{{shown}}', String(rows))
const applied = (rows: number) => words.batch.applied_other.replace('{{shown}}', String(rows))
const check = (page: Page) => page.getByRole('button', { name: words.check, exact: true })

test.beforeEach(async ({ page }) => {
  await page.goto(host.url)
  await page.getByRole('button', { name: /Ratna Wijaya/ }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
})

test('a file with faults: columns are matched and the match is kept, what is wrong is decided, and all of it lands', async ({ page }) => {
  await openWizard(page, 'barang-uji.csv', faulty)

  await test.step('columns that speak for themselves are matched, what lacks is named', async () => {
    await expect(columnOf(page, words.fields.code)).toHaveValue('column Kode Barang')
    await expect(check(page)).toBeDisabled()
    await expect(page.getByText(words.mapping.missing.replace('{{fields}}', words.fields.kind.toLowerCase()))).toBeVisible()
    await fieldRow(page, words.fields.kind).getByRole('combobox').nth(1).selectOption({ label: say.masters.itemKinds.RAW_MATERIAL })
    await columnOf(page, words.fields.name).selectOption({ label: 'Uraian' })
    await columnOf(page, words.fields.unit).selectOption({ label: 'Sat' })
    await columnOf(page, words.fields.minimumStock).selectOption({ label: 'Min' })
    await expect(check(page)).toBeEnabled()
  })

  await test.step('the match is kept under a name', async () => {
    await page.getByRole('button', { name: words.mapping.saved }).click()
    const saved = page.getByRole('dialog', { name: words.mapping.saved })
    await saved.getByLabel(words.mapping.name).fill('Daftar pemasok')
    await saved.getByRole('button', { name: words.mapping.save }).click()
    await expect(saved.getByRole('button', { name: /^Daftar pemasok/ })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('every fault is found and named with its row', async () => {
    await check(page).click()
    await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('tab', { name: `${words.statuses.faulty} (5)` })).toBeVisible()
    for (const title of [/Satuan tidak dikenal/, /Stok minimum bukan angka/, /Nama kosong/, /Satu kode, isi berbeda/]) await expect(finding(page, title)).toBeVisible()
    await expect(page.getByRole('button', { name: apply(29), exact: true })).toBeDisabled()
    expect(await itemsLike('UJI-')).toEqual([])
  })

  await test.step('each kind is decided by what it offers', async () => {
    await finding(page, /Satuan tidak dikenal/).getByRole('button', { name: /^Pakai / }).click()
    await expect(finding(page, /Satuan tidak dikenal/)).toBeHidden()
    const number = finding(page, /Stok minimum bukan angka/)
    await number.getByRole('textbox').fill('25')
    await number.getByRole('button', { name: words.decide.fill, exact: true }).click()
    await expect(number).toBeHidden()
    await finding(page, /Nama kosong/).getByRole('button', { name: words.decide.fillWithCode }).click()
    await expect(finding(page, /Nama kosong/)).toBeHidden()
    await finding(page, /Satu kode, isi berbeda/).getByRole('button', { name: words.decide.proposed }).click()
    await expect(finding(page, /Satu kode, isi berbeda/)).toBeHidden()
  })

  await test.step('all of it lands, and the rest is told', async () => {
    await page.getByRole('button', { name: apply(33), exact: true }).click()
    await expect(page.getByText(applied(33))).toBeVisible()
    const items = await itemsLike('UJI-')
    expect(items).toHaveLength(33)
    expect(items.find(({ code }) => code === 'UJI-103')).toMatchObject({ name: 'UJI-103' })
    expect(items.find(({ code }) => code === 'UJI-101')).toMatchObject({ unitCode: 'Yard' })
    expect(items.find(({ code }) => code === 'UJI-102')).toMatchObject({ minimumStock: '25' })
    expect(items.find(({ code }) => code === 'UJI-001')).toMatchObject({ name: 'Kancing uji 1' })
  })
})

test('a match that was kept fits the next file of the same sender', async ({ page }) => {
  const columns = { code: 'Nomor', name: 'Isi', unit: 'Takaran' }
  await ask('imports.saveMapping', { target: 'items', name: 'Bentuk lain', columns, constants: { kind: 'RAW_MATERIAL' } })
  await openWizard(page, 'bentuk-lain.csv', 'Nomor;Isi;Takaran\nBEDA-1;Benang;Cone')
  await page.getByRole('button', { name: words.mapping.saved }).click()
  await page.getByRole('dialog', { name: words.mapping.saved }).getByRole('button', { name: /^Bentuk lain/ }).click()
  for (const [field, column] of Object.entries(columns)) await expect(columnOf(page, words.fields[field as keyof typeof columns])).toHaveValue(`column ${column}`)
  await check(page).click()
  await page.getByRole('button', { name: apply(1), exact: true }).click()
  await expect(page.getByText(applied(1))).toBeVisible()
  expect(await itemsLike('BEDA-1')).toMatchObject([{ code: 'BEDA-1', name: 'Benang', unitCode: 'Cone' }])
})

test.describe('a press against the host', () => {
  // The host may be through in the very frame of the press: then another try tells.
  test.describe.configure({ retries: 4 })

  test('an import that is cancelled while it is checked or written leaves nothing, and the match stays on the screen', async ({ page }) => {
    const rows = Array.from({ length: 40_000 }, (_, at) => `BATAL-${at};Kancing ${at};Pcs;${at}`)
    const before = await batches()
    await openWizard(page, 'besar.csv', [headings, ...rows].join('\n'))
    await fieldRow(page, words.fields.kind).getByRole('combobox').nth(1).selectOption({ label: say.masters.itemKinds.RAW_MATERIAL })
    await columnOf(page, words.fields.name).selectOption({ label: 'Uraian' })
    await columnOf(page, words.fields.unit).selectOption({ label: 'Sat' })
    for (const stage of [say.jobs.checking, say.jobs.writing]) {
      const cancelled = cancelAsSoonAs(page, stage)
      await check(page).click()
      await cancelled
      await expect(page.getByRole('dialog', { name: words.checking })).toBeHidden()
      await expect(columnOf(page, words.fields.name), stage).toHaveValue('column Uraian')
      expect(await batches(), stage).toEqual(before)
    }
    await page.goto(`${host.url}/imports`)
    await expect(page.getByText('besar.csv')).toHaveCount(0)
    expect(await itemsLike('BATAL-')).toEqual([])
  })
})

test('a garment factory’s own file: what it means is said once, its oddities are named, and three lists land together', async ({ page }) => {
  const file = readFileSync(new URL('../fixtures/garments/garments_worker_productivity.csv', import.meta.url), 'utf8').split(/\r?\n/)
  const some = [...file.slice(0, 60), file.find(line => line.includes(',0.07,'))].join('\n')
  await page.goto(`${host.url}/imports/new?target=lineTargets`)
  await page.locator('input[type=file]').setInputFiles({ name: 'tim-harian.csv', mimeType: 'text/csv', buffer: Buffer.from(some) })

  await test.step('columns are recognised, the order of dates is chosen, what is odd stands beside the columns', async () => {
    await expect(columnOf(page, words.fields.workDay)).toHaveValue('column year')
    await expect(columnOf(page, words.fields.targetEfficiency)).toHaveValue('column targeted_productivity')
    await expect(fieldRow(page, words.fields.section).getByText(/dengan spasi di tepi: ‘finishing ’/)).toBeVisible()
    await expect(fieldRow(page, words.fields.workDay).getByText(/tanggal jauh dari yang lain: 7\/12\/1905/)).toBeVisible()
    await page.getByLabel(words.file.dayOrder).selectOption({ label: words.file.monthFirst })
    await fieldRow(page, words.fields.shiftHours).getByRole('textbox').fill('8')
  })

  await test.step('what a text means is said for the whole file', async () => {
    await page.getByRole('button', { name: words.replace.of.replace('{{field}}', words.fields.section.toLowerCase()), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.replace.as.replace('{{text}}', 'sweing')).fill('SEW')
    await dialog.getByRole('button', { name: say.buttons.close }).click()
    await expect(page.getByRole('button', { name: words.replace.of.replace('{{field}}', words.fields.section.toLowerCase()), exact: true })).toHaveText(words.replace.some.replace('{{count}}', '1'))
    await check(page).click()
    await expect(page.getByText(/× ‘sweing’ dibaca sebagai SEW/)).toBeVisible()
  })

  await test.step('what is asked is answered with what is proposed, and every list is looked at before', async () => {
    for (const title of [/Tanggal jauh dari yang lain/, /Target efisiensi \(%\) jauh dari yang lain/]) {
      await finding(page, title).getByRole('button', { name: /^Pakai / }).click()
      await expect(finding(page, title)).toBeHidden()
    }
    await page.getByRole('button', { name: /^Lini produksi: \d+ baru/ }).click()
    await expect(page.getByRole('row').filter({ hasText: 'SEW-08' })).toContainText('Jahit 8')
  })

  await test.step('all of it lands, and what was learned can be kept for the next file', async () => {
    await page.getByRole('button', { name: /^Simpan \d+ data$/ }).click()
    await expect(page.getByText(/\d+ data tersimpan/)).toBeVisible()
    await page.getByLabel(words.mapping.name).fill('Tim harian')
    await page.getByRole('button', { name: words.mapping.save }).click()
    await expect(page.getByText(words.batch.kept.replace('{{name}}', 'Tim harian'))).toBeVisible()
    const [kept] = (await ask('imports.listMappings', { target: 'lineTargets' })) as { replacements: unknown }[]
    expect(kept!.replacements).toEqual({ section: [{ from: 'sweing', to: 'SEW' }] })
    const { rows } = (await ask('masters.listProductionLines', { search: 'SEW-', pageSize: 200 })) as { rows: { code: string }[] }
    expect(rows.map(({ code }) => code)).toContain('SEW-08')
  })
})

test('a file for another list says so', async ({ page }) => {
  await page.goto(`${host.url}/imports/new?target=units`)
  await page.locator('input[type=file]').setInputFiles({ name: 'barang.csv', mimeType: 'text/csv', buffer: Buffer.from('Kode;Nama;Jenis;Satuan;Stok minimum\nA-1;Kain;Bahan baku;Meter;5') })
  await page.getByRole('button', { name: words.start.asThat.replace('{{target}}', words.targets.items) }).click()
  await expect(page).toHaveURL(/target=items/)
})

test('the lists of a factory are shown in the order in which they are filled', async ({ page }) => {
  await page.goto(`${host.url}/import-lists`)
  const rows = page.getByRole('table').getByRole('rowheader')
  await expect(rows.first()).toHaveText(words.targets.units)
  await page.getByRole('link', { name: words.progress.importOf.replace('{{target}}', words.targets.workers) }).click()
  await expect(page).toHaveURL(/\/imports\/new\?target=workers/)
})

test('three files of BOMs: matched by themselves, decided once for all of them, shown list by list, and in force together', async ({ page }) => {
  const tables = ['bom-cutting', 'bom-sewing', 'bom-packing'].map(name => ({ name: `${name}.csv`, mimeType: 'text/csv', buffer: readFileSync(new URL(`../fixtures/boms/${name}.csv`, import.meta.url)) }))
  await page.goto(`${host.url}/engineering/boms`)
  await page.getByRole('link', { name: say.buttons.import, exact: true }).click()
  await page.locator('input[type=file]').setInputFiles(tables)

  await test.step('all files are there, and every heading was known', async () => {
    for (const { name } of tables) await expect(page.getByRole('group', { name })).toBeVisible()
    await expect(columnOf(page, 'Bahan')).toHaveValue('column BoM Lines/Component')
    await expect(columnOf(page, 'Satuan bahan')).toHaveValue('column BoM Lines/Product Unit of Measure')
    await expect(check(page)).toBeEnabled()
    await check(page).click()
  })

  await test.step('each question is answered once, wherever it came from; rows are named with their file', async () => {
    await expect(page.getByRole('heading', { name: 'bom-cutting.csv, bom-sewing.csv, bom-packing.csv' })).toBeVisible()
    await expect(page.getByRole('row', { name: /bom-packing\.csv 2 \[40551542\]/ })).toBeVisible()
    const answers = [
      [/Subkontraktor tidak dikenal/, words.decide.clearCell], [/Tahap tidak dikenal/, words.decide.proposedAll],
      [/Satuan bahan belum ada/, words.decide.use.replace('{{value}}', 'Pcs')], [/Satuan produk belum ada/, words.decide.use.replace('{{value}}', 'Pcs')],
    ] as const
    for (const [title, answer] of answers) {
      await finding(page, title).getByRole('button', { name: answer }).click()
      await expect(finding(page, title)).toBeHidden()
    }
    await expect(page.getByText(words.batch.ready)).toBeVisible()
  })

  await test.step('what will be made is shown before: items, and BOMs with their lines', async () => {
    const parts = page.getByRole('group', { name: words.parts.title })
    await parts.getByRole('button', { name: 'Barang: 17 baru' }).click()
    await expect(page.getByRole('row', { name: /00101 Kohair bulu 7 mm, coklat tua/ })).toBeVisible()
    await parts.getByRole('button', { name: 'Isi BOM: 7 baru' }).click()
    await expect(page.getByRole('row', { name: /WIP_BONEKA_BRUNBJÖRN.*3 bahan/ })).toBeVisible()
    expect((await itemsLike('BRUNBJÖRN')).length).toBe(0)
    await page.getByRole('button', { name: words.batch.applyRecords_other.replace('{{shown}}', '24') }).click()
    await expect(page.getByRole('status').filter({ hasText: words.batch.appliedRecords_other.replace('{{shown}}', '24') })).toBeVisible()
  })

  await test.step('they are in force', async () => {
    await page.getByRole('link', { name: words.batch.open.replace('{{target}}', words.targets.boms) }).click()
    await expect(page.getByRole('row', { name: /40551542/ })).toBeVisible()
    const kept = (await ask('engineering.listBoms', { search: 'BRUNBJÖRN', filter: { kind: 'PRODUCTION', status: 'ACTIVE' } })) as { rows: { itemCode: string; lineCount: number }[] }
    expect(kept.rows.map(({ itemCode, lineCount }) => `${itemCode} ${lineCount}`)).toContain('WIP_BONEKA_BRUNBJÖRN 3')
  })
})

/** Presses the dialog's cancel in the very frame that shows a stage of the work: the host may be through with it before a test has looked again. */
function cancelAsSoonAs(page: Page, stage: string): Promise<void> {
  return page.evaluate(([shown, cancel]) => new Promise<void>(resolve => {
    const look = () => {
      const dialog = document.querySelector('[role=dialog]')
      const button = dialog?.textContent.includes(shown) ? [...dialog.querySelectorAll('button')].find(one => one.textContent === cancel) : undefined
      button?.click()
      if (button) resolve()
      else requestAnimationFrame(look)
    }
    look()
  }), [stage, say.buttons.cancel] as const)
}
