import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import { expect, test } from 'vitest'

/** The fixture house keeps every wall but in these files; each breaks the one rule it stands beside. */
const expected = [
  ['shared/kanban/reaches-main.ts', 'shared-stands-alone'],
  ['shared/kanban/reads-disk.ts', 'shared-stands-alone'],
  ['src-main/core/reaches-engine.ts', 'core-above-database'],
  ['src-main/database/reaches-core.ts', 'database-lowest'],
  ['src-main/engines/reaches-module.ts', 'engines-below-modules'],
  ['src-main/engines/runs-core.ts', 'core-as-types'],
  ['src-main/kanban/reaches-entry.ts', 'main-module-below-entries'],
  ['src-main/kanban/reaches-renderer.ts', 'main-not-to-renderer'],
  ['src-main/kanban/round.ts', 'no-cycles'],
  ['src-main/lan/opens-window.js', 'electron-in-shell-only'],
  ['src-main/lan/reaches-module.ts', 'shell-and-lan-above-core'],
  ['src-main/main.ts', 'entry-of-the-shell'],
  ['src-main/production/reaches-lan.ts', 'main-module-below-entries'],
  ['src-main/production/runs-core.ts', 'core-as-types'],
  ['src-main/production/uses-handlers.ts', 'no-foreign-handlers'],
  ['src-main/shell/preload.ts', 'preload-alone'],
  ['src-main/verify.ts', 'host-without-shell'],
  ['src-main/verify.ts', 'host-without-shell'],
  ['src-renderer/core/reaches-module.ts', 'renderer-parts-below-modules'],
  ['src-renderer/kanban/reaches-main.ts', 'renderer-not-to-main'],
  ['src-renderer/orders/reaches-kanban.ts', 'renderer-modules-apart'],
]

test('every wall stops what it must, and nothing else', async () => {
  const { options, ...ruleSet } = await extractConfig(fileURLToPath(new URL('../.dependency-cruiser.cjs', import.meta.url)))
  const baseDir = fileURLToPath(new URL('fixtures/walls', import.meta.url))
  const { output } = await cruise(['shared', 'src-main', 'src-renderer'], { ...options, ruleSet, validate: true, baseDir })
  const { violations } = (output as ICruiseResult).summary

  expect(violations.map(({ from, rule }) => [from, rule.name]).sort()).toEqual(expected)
  const rules = (ruleSet.forbidden ?? []).map(rule => rule.name).sort()
  expect([...new Set(violations.map(({ rule }) => rule.name))].sort(), 'rules that fire').toEqual(rules)
})
