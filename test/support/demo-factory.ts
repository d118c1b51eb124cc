import { expect, test, type Browser } from '@playwright/test'
import { removeFolder, temporaryFolder } from './folder.ts'
import { startHostProcess, type HostProcess } from './host-process.ts'
import { signIn, type SignedIn } from './signed-in.ts'

export interface DemoFactory {
  readonly url: string
  /** One of its people at a desk of their own, as `signIn` says. */
  sitDown(browser: Browser, name: RegExp, options?: Parameters<typeof signIn>[3]): Promise<SignedIn>
}

/** The built program with the demo factory, for all tests of a file; at its end nothing may have failed at any desk. What is prepared is there before the first test. */
export function openDemoFactory(prepare?: () => Promise<void>): DemoFactory {
  let folder: string
  let host: HostProcess
  const desks: SignedIn[] = []
  test.beforeAll(async () => {
    folder = temporaryFolder()
    host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
    await prepare?.()
  })
  test.afterAll(async () => {
    for (const { page, faults } of desks) {
      expect(faults).toEqual([])
      await page.context().close()
    }
    expect(await host.stop()).toBe(0)
    removeFolder(folder)
  })
  return {
    get url() {
      return host.url
    },
    async sitDown(browser, name, options) {
      const desk = await signIn(browser, host.url, name, options)
      desks.push(desk)
      return desk
    },
  }
}
