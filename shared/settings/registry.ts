import { approvalsSettings } from '../approvals/settings.ts'
import { auditSettings } from '../audit/settings.ts'
import { attachmentSettings } from '../attachments/settings.ts'
import { dataCareSettings } from '../data-care/settings.ts'
import { identitySettings } from '../identity/settings.ts'
import { notificationsSettings } from '../notifications/settings.ts'
import { scanSettings } from '../scan/settings.ts'
import { trainingSettings } from '../training/settings.ts'
import type { Setting } from './setting.ts'

/** Every module's settings (`shared/<module>/settings.ts`), one line a module; the screen shows them in this order. */
const modules: Readonly<Record<string, Readonly<Record<string, Setting>>>> = {
  identity: identitySettings,
  approvals: approvalsSettings,
  attachments: attachmentSettings,
  scan: scanSettings,
  training: trainingSettings,
  dataCare: dataCareSettings,
  audit: auditSettings,
  notifications: notificationsSettings,
}

export interface SettingGroup { readonly module: string; readonly settings: readonly Setting[] }

export const settingGroups: readonly SettingGroup[] = Object.entries(modules).map(([module, members]) => ({ module, settings: Object.values(members) }))

const byKey = new Map(settingGroups.flatMap(({ settings }) => settings.map(setting => [setting.key, setting] as const)))

export const allSettings: readonly Setting[] = [...byKey.values()]

export function findSetting(key: string): Setting | undefined {
  return byKey.get(key)
}
