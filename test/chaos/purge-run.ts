// Puts away the years of the audit that are due, as the host does daily, and ends: a run in a process of its own, to be killed in the middle of it.
import { assemble } from '../../src-main/assemble.ts'

const [, , folder, worker, migrations] = process.argv as [string, string, string, string, string]
const clock = { now: () => '2033-01-02T03:00:00.000Z', follow: () => {} }
const host = assemble({
  dataFolder: folder, clock, log: { error: (where, error) => void process.stderr.write(`${where}: ${String(error)}\n`), info: () => {} },
  worker: new URL(worker), migrations: new URL(migrations), tasks: () => ({}),
})
await host.system('audit.archiveYears', {})
await host.close()
