import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { productVersion } from '../shared/core/version.ts'

test('the product knows its version', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  expect(productVersion).toBe(version)
})
