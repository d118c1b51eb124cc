import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBuilder } from 'vite'
import type { TestProject } from 'vitest/node'
import { builtFolder, openRunFolder } from './run-folder.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** What built programs look for beside their folder. */
const besideBuild = ['migrations', 'resources', 'dist-renderer', 'node_modules']
/** Programs of tests that are killed at work. */
const victims = { 'migration-start': 'test/chaos/migration-start.ts', 'purge-run': 'test/chaos/purge-run.ts' }

/** Before the unit tests: builds what their threads and processes run, from the source as it is now. */
export async function setup(project: TestProject): Promise<() => void> {
  const { folder, close } = openRunFolder()
  for (const name of besideBuild) symlinkSync(join(root, name), join(folder, name), 'junction')
  await build(folder)
  // Watching, the source has changed: nothing that the old one made is used any more.
  project.onTestsRerun(async () => {
    const made = readdirSync(folder).filter(name => !besideBuild.includes(name))
    for (const name of made) rmSync(join(folder, name), { recursive: true })
    await build(folder)
  })
  return close
}

async function build(folder: string): Promise<void> {
  const outDir = builtFolder(folder)
  mkdirSync(outDir)
  const builder = await createBuilder({
    root: join(root, 'src-renderer'), configFile: join(root, 'vite.config.ts'), logLevel: 'error',
    environments: { main: { build: { outDir, emptyOutDir: true, rolldownOptions: { input: victims } } } },
  })
  await builder.build(builder.environments.main!)
}
