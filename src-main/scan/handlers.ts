import type { scan } from '../../shared/scan/contract.ts'
import { scanSettings } from '../../shared/scan/settings.ts'
import type { Handlers } from '../core/handlers.ts'

export const scanHandlers: Handlers<typeof scan> = {
  getScannerSetup({ scope, settings }) {
    scope.everyone()
    return {
      mode: settings.get(scanSettings.mode), prefix: settings.get(scanSettings.prefix), suffix: settings.get(scanSettings.suffix), gap: settings.get(scanSettings.gap),
    }
  },
  noteBadScan({ db, scope, session, today }, { code }) {
    scope.section(session.sectionId)
    if (session.sectionId === null) return { isKept: false }
    const deskName = db.find('desk', session.deskId)?.name ?? session.deskId.slice(-4).toUpperCase()
    db.insert('badScan', { sectionId: session.sectionId, day: today(), code, deskName, scannedBy: session.userId })
    return { isKept: true }
  },
}
