import type { Host } from './assemble.ts'
import { endRestore, keptFolder } from './database/restore-plan.ts'

/** A host that was opened on restored data enters that in it, before anybody is served: who, from which backup, and what it replaced. */
export async function enterRestore({ restored, system, seal }: Host, dataFolder: string): Promise<void> {
  if (!restored) return
  const { backup, backupAt, auditSeq, epoch, by, shutOut, replaced } = restored
  await system('dataCare.recordRestore', {
    backup, backupAt, backupAuditSeq: auditSeq, epoch, by, shutOut, replacedSeq: replaced?.seq ?? null, replacedHash: replaced?.hash ?? null, keptIn: keptFolder('', restored),
  })
  endRestore(dataFolder)
  seal()
}
