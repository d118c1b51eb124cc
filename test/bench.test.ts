import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { removeFolder, temporaryFolder } from './support/folder.ts'

/** Only that they run: what they measure is asked for by `npm run bench`. */
test.each(['durable-command', 'query', 'import', 'stock-life', 'stock-list', 'days', 'planning', 'section', 'bom', 'fulfilment', 'fulfilment-past'])('the bench %s still measures', { timeout: 300_000 }, async name => {
  const folder = temporaryFolder()
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['test/bench/run.ts', name, 'little'], { env: { ...process.env, TMPDIR: folder, TEMP: folder } })
    expect(stdout).toContain('isMet')
  } finally {
    removeFolder(folder)
  }
})
