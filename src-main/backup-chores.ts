import type { Host } from './assemble.ts'
import type { Log } from './core/log.ts'
import { AppError } from '../shared/core/errors.ts'
import type { BackupKind } from '../shared/data-care/backup.ts'
import type { ShownBackup } from '../shared/data-care/contract.ts'
import { dueBackup, missingAfter } from '../shared/data-care/rules.ts'
import { dataCareSettings } from '../shared/data-care/settings.ts'
import { backupsFolder, listBackups } from './database/backup-catalog.ts'
import { copyToSecondFolder, keepSecondFolderProblem } from './data-care/second-folder.ts'

interface Parts { readonly log: Log; readonly dataFolder: string; checkData(): Promise<unknown> }

export interface BackupChores {
  /** Makes the backup that is due, if any; the daily one is checked wholly. */
  backUpIfDue(): Promise<void>
  /** Brings the second folder up to the first. */
  copyBeside(): Promise<void>
  stop(): void
}

/** After a failure it is not tried at every turn. */
const pauseAfterFailure = 15 * 60_000
const silentAfter = 10 * 60_000

/** What the host does for its backups by itself; each at most once at a time. */
export function createBackupChores(host: Host, now: () => string, { log, dataFolder, checkData }: Parts): BackupChores {
  let isBackingUp = false
  let quietUntil = 0
  let copyingSince: number | undefined
  const report = (problem: 'failed' | 'missing' | 'damaged' | 'second', at: string | null = null) => host.system('dataCare.reportBackups', { problem, at })

  /** The rows of an import are read and looked at before they are entered: meanwhile what there is now is kept. */
  const begun = new Set<string>()
  const stopListening = host.events.subscribe(changes => {
    const isBegun = changes.some(({ entity, id }) => entity === 'importBatch' && !begun.has(id))
    for (const { entity, id } of changes) if (entity === 'importBatch') begun.add(id)
    if (isBegun) attempt('before-import').catch((error: unknown) => log.error('backup', error))
  })

  async function attempt(wanted?: BackupKind): Promise<void> {
    if (isBackingUp) return
    isBackingUp = true
    try {
      const site = host.site()
      if (!site?.isReady || Date.parse(now()) < quietUntil || host.storage.refusal) return
      const kind = wanted ?? dueKind(site.timeZone)
      const unchecked = newestDaily()
      if (kind) await caring(() => make(kind))
      // The host was stopped before the whole check was over.
      else if (unchecked?.fullAt === null) await caring(() => check(unchecked))
    } finally {
      isBackingUp = false
    }
  }
  async function make(kind: BackupKind): Promise<void> {
    const made = (await host.system('dataCare.backUpAs', { kind })) as ShownBackup
    if (kind === 'daily') await check(made)
  }
  async function check({ name, at }: Pick<ShownBackup, 'name' | 'at'>): Promise<void> {
    const { isSound } = (await host.system('dataCare.verifyBackup', { name })) as ShownBackup
    if (!isSound) await report('damaged', at)
  }
  async function caring(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (error instanceof AppError && error.code === 'backup-running') return
      quietUntil = Date.parse(now()) + pauseAfterFailure
      log.error('backup', error)
      await report('failed')
      // What cannot be copied soundly may not be sound.
      if (error instanceof AppError && error.params.reason === 'unsound') await checkData()
    }
  }
  const newestDaily = () => listBackups(backupsFolder(dataFolder)).find(({ kind }) => kind === 'daily')
  function dueKind(timeZone: string): ReturnType<typeof dueBackup> {
    const backups = listBackups(backupsFolder(dataFolder))
    const get = (name: 'everyMinutes' | 'dailyHour') => host.settings.get(dataCareSettings[name])
    return dueBackup({
      now: now(), timeZone, everyMinutes: get('everyMinutes'), dailyHour: get('dailyHour'), newest: backups.find(({ isSound }) => isSound),
      // One that was found unsound was made all the same: the next is no better before something is mended.
      newestDaily: newestDaily(), eventSeq: host.events.head,
    })
  }
  async function reportMissing(): Promise<void> {
    if (isBackingUp) return
    const { backup } = host.condition.now()
    const since = backup?.uncoveredSince
    if (since && Date.parse(now()) - Date.parse(since) > missingAfter) await report('missing')
  }
  return {
    async backUpIfDue() {
      host.lookAtBackups()
      await attempt()
      await reportMissing()
    },
    stop: stopListening,
    async copyBeside() {
      const folder = host.settings.get(dataCareSettings.secondFolder)
      const site = host.site()
      if (folder === '' || !site) return
      const at = now()
      if (copyingSince !== undefined) {
        // A network that does not answer is not asked again before it has.
        if (Date.now() - copyingSince < silentAfter) return
        keepSecondFolderProblem(dataFolder, folder, at, 'silent')
        return void (await report('second'))
      }
      copyingSince = Date.now()
      try {
        if ((await copyToSecondFolder(dataFolder, folder, at, site.id)) !== null) await report('second')
      } finally {
        copyingSince = undefined
      }
    },
  }
}
