import type { Screen } from './core/screen.ts'
import { identityScreens } from './identity/screens.tsx'
import { importsScreens } from './imports/screens.tsx'
import { kanbanScreens } from './kanban/screens.tsx'
import { mastersScreens } from './masters/screens.tsx'
import type { RecordPath } from './notifications/record-path.ts'
import { notificationsScreens } from './notifications/screens.tsx'
import { reportsScreens } from './reports/screens.tsx'
import { settingsScreens } from './settings/screens.tsx'
import { warehouseScreens } from './warehouse/screens.tsx'

/** Every screen there is, one line a module, in the order of the navigation within a group. */
export const screens: readonly Screen[] = [
  ...kanbanScreens,
  ...warehouseScreens,
  ...reportsScreens,
  ...mastersScreens,
  ...notificationsScreens,
  ...identityScreens,
  ...importsScreens,
  ...settingsScreens,
]

/** Where the record of a notice is looked at. */
export const recordPath: RecordPath = (entity, id) => {
  if (entity === 'kanbanCard') return `/kanban/board?card=${id}`
  if (entity === 'item') return `/warehouse/items/${id}`
  return undefined
}
