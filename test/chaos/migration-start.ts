// Opens a data folder as a host does and ends: a start in a process of its own, to be killed in the middle of it.
import { readMigrations } from '../../src-main/database/migrate.ts'
import { openDatabase } from '../../src-main/database/opening.ts'
import { startFault } from '../../src-main/database/start-faults.ts'

const [, , folder, migrations] = process.argv as [string, string, string, string]
try {
  openDatabase(folder, readMigrations(new URL(migrations))).close()
} catch (error) {
  process.stderr.write(`${(startFault(error, folder) as Error).message}\n`)
  process.exitCode = 1
}
