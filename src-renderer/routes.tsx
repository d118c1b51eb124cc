import type { Screen } from './core/screen.ts'
import { identityScreens } from './identity/screens.tsx'
import { mastersScreens } from './masters/screens.tsx'
import type { RecordPath } from './notifications/record-path.ts'
import { notificationsScreens } from './notifications/screens.tsx'
import { settingsScreens } from './settings/screens.tsx'

/** Every screen there is, one line a module, in the order of the navigation. */
export const screens: readonly Screen[] = [
  ...notificationsScreens,
  ...mastersScreens,
  ...identityScreens,
  ...settingsScreens,
]

/** Where the record of a notice is looked at. */
export const recordPath: RecordPath = (entity, id) => {
  if (entity === 'kanbanCard') return `/kanban/board?card=${id}`
  if (entity === 'item') return `/warehouse/items/${id}`
  return undefined
}
