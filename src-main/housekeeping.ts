import { Worker } from 'node:worker_threads'
import type { Host } from './assemble.ts'
import type { DataVerdict } from './audit/data-check.ts'
import { createBackupChores, type BackupChores } from './backup-chores.ts'
import type { DataCheckRequest } from './check-data.ts'
import type { Log } from './core/log.ts'

const minute = 60_000
/** What the host does by itself, each with its interval; a fault of one is logged and does not stop the others. */
const chores: readonly { readonly name: string; readonly every: number; run(host: Host, parts: HousekeepingParts, backups: BackupChores): Promise<unknown> | void }[] = [
  { name: 'sweep files', every: minute, run: host => host.files.sweep() },
  { name: 'note who was seen, and who no more', every: 5 * minute, run: host => noteSeen(host) },
  { name: 'forget abandoned imports', every: 5 * minute, run: host => host.system('imports.forgetAbandoned', {}) },
  { name: 'remind of approvals', every: 15 * minute, run: host => host.system('approvals.remindOverdue', {}) },
  { name: 'raise targets after stages that reject too much', every: 60 * minute, run: host => host.system('planning.raiseForDefects', {}) },
  { name: 'tell how work orders stand', every: 60 * minute, run: host => host.system('planning.remindOfWorkOrders', {}) },
  { name: 'sum up the planner’s day', every: 5 * minute, run: host => host.system('planning.summarizeDay', {}) },
  { name: 'remind of material debts', every: 60 * minute, run: host => host.system('warehouse.remindOfDebts', {}) },
  { name: 'tell of what stands still', every: minute, run: host => host.system('downtime.remindOfDowntime', {}) },
  { name: 'lock the days of sections', every: 5 * minute, run: host => host.system('sectionDay.lockLapsedDays', {}) },
  { name: 'tell of WIP below zero', every: 15 * minute, run: host => host.system('ledger.remindOfNegative', {}) },
  { name: 'tell what stands in the way of closing a month', every: 60 * minute, run: host => host.system('periods.remindOfMonthEnd', {}) },
  { name: 'keep what waits as a day begins', every: 5 * minute, run: host => host.system('fulfilment.openFulfilmentDay', {}) },
  { name: 'tell of what customers owe', every: 60 * minute, run: host => host.system('followUp.generateAlerts', {}) },
  { name: 'tell of transfers blocked for long', every: minute, run: host => host.system('transfers.escalateBlocks', {}) },
  { name: 'tell of goods late from subcontractors', every: 60 * minute, run: host => host.system('transfers.remindOfGatePasses', {}) },
  { name: 'tell of finished goods that lie for long', every: 60 * minute, run: host => host.system('finishedGoods.tellOldGoods', {}) },
  { name: 'tell of output to look at', every: 60 * minute, run: host => host.system('production.tellFindings', {}) },
  { name: 'end requests whose time has passed', every: minute, run: host => host.system('approvals.endLapsed', {}) },
  { name: 'tell of permissions about to lapse', every: 15 * minute, run: host => host.system('identity.remindOfGrants', {}) },
  { name: 'class items by what they move', every: 24 * 60 * minute, run: host => host.system('warehouse.classifyItems', {}) },
  { name: 'forget old answers', every: 60 * minute, run: host => host.replays.expire(new Date().toISOString()) },
  { name: 'forget old login failures', every: 24 * 60 * minute, run: host => host.system('identity.purgeLoginFailures', {}) },
  { name: 'forget old notices', every: 24 * 60 * minute, run: host => forgetNotices(host) },
  { name: 'forget old activity', every: 24 * 60 * minute, run: host => forgetOldActivity(host) },
  { name: 'keep out who is not seen any more', every: 24 * 60 * minute, run: host => host.system('identity.disableIdleUsers', {}) },
  { name: 'seal the audit', every: 24 * 60 * minute, run: host => host.seal() },
  { name: 'check the data', every: 24 * 60 * minute, run: checkData },
  { name: 'back up', every: minute, run: (_host, _parts, backups) => backups.backUpIfDue() },
  { name: 'copy backups beside', every: 5 * minute, run: (_host, _parts, backups) => backups.copyBeside() },
  { name: 'archive and empty the books', every: 24 * 60 * minute, run: host => tidyBooks(host) },
]

export interface HousekeepingParts {
  readonly log: Log
  readonly dataFolder: string
  /** The data check's entry file. */
  readonly checker: URL
}

/** Starts the chores; the function given back stops them. */
export function startHousekeeping(host: Host, parts: HousekeepingParts): () => void {
  const backups = createBackupChores(host, () => new Date().toISOString(), { ...parts, checkData: () => checkData(host, parts) })
  host.lookAtBackups()
  const timers = chores.flatMap(({ name, every, run }) => {
    const attempt = () => void Promise.resolve().then(() => run(host, parts, backups)).catch((error: unknown) => {
      host.storage.notice(error)
      parts.log.error(name, error)
    })
    // Also soon after the start: a host that is switched off every night would never come to its daily chores.
    return [setTimeout(attempt, minute), setInterval(attempt, every)]
  })
  return () => {
    backups.stop()
    timers.forEach(timer => clearTimeout(timer))
  }
}

async function checkData(host: Host, parts: HousekeepingParts): Promise<void> {
  await heedVerdict(host, parts.log, await checkBeside(parts))
}

async function noteSeen(host: Host): Promise<void> {
  const seen = host.sessions.takeSeen()
  if (seen.length > 0) await host.system('identity.touchSessions', { sessions: seen })
  await host.system('sessions.endLapsed', {})
}

/** Years and months whose time is over; the seal afterwards covers what was marked. */
async function tidyBooks(host: Host): Promise<void> {
  await host.system('audit.forgetOldEvents', {})
  await host.system('audit.archiveYears', {})
  host.seal()
}

async function forgetNotices(host: Host): Promise<void> {
  for (let isLeft = true; isLeft; ) ({ left: isLeft } = (await host.system('notifications.forgetOld', {})) as { left: boolean })
}

async function forgetOldActivity(host: Host): Promise<void> {
  const forgetSome = async () => ((await host.system('activity.forgetOld', {})) as { count: number }).count
  while (await forgetSome() > 0) continue
}

/** In a thread of its own: it reads the whole database, which takes a large one a while. */
function checkBeside({ checker, dataFolder }: HousekeepingParts): Promise<DataVerdict> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(checker, { workerData: { dataFolder } satisfies DataCheckRequest })
    thread.unref()
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The check ended without a verdict')))
  })
}

/** Writing into a damaged file ends; where only what stands in it is wrong, work goes on and those who look after the data hear of it. */
export async function heedVerdict(host: Pick<Host, 'storage' | 'system'>, log: Log, { structure, content }: DataVerdict): Promise<void> {
  for (const finding of [...structure, ...content]) log.error('check of the data', finding)
  if (structure.length > 0) host.storage.heed({ ok: false, code: 'storage-damaged', params: {} })
  else if (content.length > 0) await host.system('audit.reportDataFindings', { count: content.length })
}
