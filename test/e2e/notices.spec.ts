import { expect, test, type Browser, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, post, startHostProcess, type HostProcess } from '../support/host-process.ts'

const say = texts.id
const password = 'Lantai#2026'

let folder: string
let host: HostProcess
let asker: { token: string; sectionId: string }
/** Of whoever sits at the desk. */
let reader: string

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
  const token = await login(host.url, 'jahit', password, 'desk-jahit')
  const me = await call<{ sectionId: string }>(token, 'identity.whoAmI', {})
  asker = { token, sectionId: me.sectionId }
  reader = await login(host.url, 'gudang', password, 'desk-reader')
})
test.afterAll(async () => {
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

async function call<Value>(token: string, name: string, input: unknown): Promise<Value> {
  const reply = await post(host.url, name, input, { authorization: `Bearer ${token}` })
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
  return reply.value as Value
}

/** Sewing asks for something, and the warehouse is told. */
async function ask(priority: 'NORMAL' | 'URGENT' = 'NORMAL'): Promise<string> {
  const { rows } = await call<{ rows: { id: string }[] }>(asker.token, 'masters.findItems', { search: 'KM-KT-C' })
  const { number } = await call<{ number: string }>(asker.token, 'kanban.createCard', { sectionId: asker.sectionId, itemId: rows[0]!.id, quantity: '3', priority, neededBy: '2030-01-31' })
  return number
}

interface Shown { title: string; body: string; tag: string; silent: boolean; requireInteraction: boolean }
interface Recorded { shown: Shown[]; badges: (number | 'clear')[]; asked: number; focused: number }
declare global {
  interface Window {
    recorded: Recorded
    isInFront: boolean
    clickNotice(at: number): void
  }
}

/** A page whose browser keeps what it is told to show outside of itself; the window is in front or not, as the test says. */
async function openDesk(browser: Browser, permission: NotificationPermission): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.addInitScript(start => {
    let permission = start
    const notices: Recorder[] = []
    window.recorded = { shown: [], badges: [], asked: 0, focused: 0 }
    window.isInFront = true
    class Recorder {
      onclick: (() => void) | null = null
      constructor(title: string, { body = '', tag = '', silent, requireInteraction = false }: NotificationOptions = {}) {
        window.recorded.shown.push({ title, body, tag, silent: silent === true, requireInteraction })
        notices.push(this)
      }
      close() {}
      static get permission() {
        return permission
      }
      static async requestPermission() {
        window.recorded.asked += 1
        return (permission = 'granted')
      }
    }
    window.clickNotice = at => notices[at]?.onclick?.()
    Object.defineProperty(window, 'Notification', { value: Recorder })
    document.hasFocus = () => window.isInFront
    window.focus = () => {
      window.recorded.focused += 1
      window.isInFront = true
    }
    navigator.setAppBadge = async count => void window.recorded.badges.push(count ?? 0)
    navigator.clearAppBadge = async () => void window.recorded.badges.push('clear')
  }, permission)
  await page.goto(host.url)
  await page.getByRole('button', { name: /Bambang Prasetyo/ }).click()
  await expect(page.getByRole('navigation', { name: say.frame.navigation })).toBeVisible()
  return page
}

const recorded = (page: Page) => page.evaluate(() => window.recorded)
const goBehind = (page: Page, isInFront = false) => page.evaluate(value => void (window.isInFront = value), isInFront)
const bell = (page: Page) => page.getByRole('button', { name: new RegExp(`^${say.notifications.bell.open}`) })
async function markAllRead(page: Page): Promise<void> {
  const { unread } = await call<{ unread: number }>(reader, 'notifications.countUnread', {})
  await bell(page).click()
  const button = page.getByRole('button', { name: say.notifications.bell.markAllRead })
  if (unread > 0) await button.click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle(/^[^(]/)
}

test('the tab and the badge count what is unread; the system shows a notice only while another window is in front', async ({ browser }) => {
  const page = await openDesk(browser, 'granted')
  await markAllRead(page)

  await test.step('in front: counted, and not shown by the system', async () => {
    await ask()
    await expect(page).toHaveTitle(/^\(1\) .+ · Lantai$/)
    const { shown, badges } = await recorded(page)
    expect({ shown, badge: badges.at(-1) }).toEqual({ shown: [], badge: 1 })
  })

  const number = await test.step('behind: shown once, without a sound of its own', async () => {
    await goBehind(page)
    const asked = await ask()
    await expect.poll(async () => (await recorded(page)).shown).toHaveLength(1)
    const [notice] = (await recorded(page)).shown
    expect(notice).toMatchObject({ title: say.notifications.severities.INFO, silent: true, requireInteraction: false })
    expect(notice?.body).toContain(asked)
    expect(notice?.tag).not.toBe('')
    await expect(page).toHaveTitle(/^\(2\) /)
    return asked
  })

  await test.step('a click brings the window to the front, opens the record and counts as read', async () => {
    await page.evaluate(() => window.clickNotice(0))
    await expect(page.getByText(number).first()).toBeVisible()
    await expect(page).toHaveTitle(/^\(1\) /)
    const { focused, badges } = await recorded(page)
    expect({ focused, badge: badges.at(-1) }).toEqual({ focused: 1, badge: 1 })
    // A drawer hears the key once it has come in.
    await expect(async () => {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 1_000 })
    }).toPass()
  })

  await test.step('what is urgent stays until it is answered', async () => {
    await goBehind(page)
    await ask('URGENT')
    await expect.poll(async () => (await recorded(page)).shown).toHaveLength(2)
    expect((await recorded(page)).shown[1]).toMatchObject({ title: say.notifications.severities.CRITICAL, silent: true, requireInteraction: true })
    await page.getByRole('alert', { name: say.notifications.alert.title }).getByRole('button', { name: say.notifications.alert.acknowledge }).click()
    await goBehind(page, true)
  })

  await test.step('everything read: no number, no badge', async () => {
    await markAllRead(page)
    expect((await recorded(page)).badges.at(-1)).toBe('clear')
  })

  await test.step('switched off on this computer: the bell only', async () => {
    await bell(page).click()
    await page.getByRole('switch', { name: say.notifications.desktop.show }).uncheck()
    await page.keyboard.press('Escape')
    await goBehind(page)
    await ask()
    await expect(page).toHaveTitle(/^\(1\) /)
    expect((await recorded(page)).shown).toHaveLength(2)
    await page.reload()
    await bell(page).click()
    await expect(page.getByRole('switch', { name: say.notifications.desktop.show })).not.toBeChecked()
  })
  await page.context().close()
})

test('the browser asks when the user asks for it, and not before', async ({ browser }) => {
  const page = await openDesk(browser, 'default')
  await markAllRead(page)
  await goBehind(page)
  await ask()
  await expect(page).toHaveTitle(/^\(1\) /)
  expect(await recorded(page)).toMatchObject({ shown: [], asked: 0 })

  await goBehind(page, true)
  await bell(page).click()
  const choice = page.getByRole('switch', { name: say.notifications.desktop.show })
  await expect(choice).not.toBeChecked()
  await choice.check()
  await expect(choice).toBeChecked()
  expect((await recorded(page)).asked).toBe(1)
  await page.keyboard.press('Escape')
  await goBehind(page)
  await ask()
  await expect.poll(async () => (await recorded(page)).shown).toHaveLength(1)
  await page.context().close()
})

test('where the user refused, the way back is told instead of asking again', async ({ browser }) => {
  const page = await openDesk(browser, 'denied')
  await bell(page).click()
  await expect(page.getByText(say.notifications.desktop.refused)).toBeVisible()
  await expect(page.getByRole('switch', { name: say.notifications.desktop.show })).toHaveCount(0)
  await page.context().close()
})

test('an administrator downloads the support bundle from the settings', async ({ browser }) => {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage()
  await page.goto(host.url)
  const token = await login(host.url, 'admin', password, 'desk-admin')
  await page.evaluate(value => localStorage.setItem('lantai.token', value), token)
  await page.goto(`${host.url}/settings?part=support`)
  const panel = page.getByRole('region', { name: say.support.title })
  const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name: say.support.export }).click()])
  expect(download.suggestedFilename()).toMatch(/^lantai-support_\d{8}-\d{6}\.zip$/)
  await page.context().close()
})
