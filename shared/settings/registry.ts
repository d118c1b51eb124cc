import { approvalsSettings } from '../approvals/settings.ts'
import { auditSettings } from '../audit/settings.ts'
import { activitySettings } from '../activity/settings.ts'
import { attachmentSettings } from '../attachments/settings.ts'
import { dataCareSettings } from '../data-care/settings.ts'
import { engineeringSettings } from '../engineering/settings.ts'
import { features } from '../features/settings.ts'
import { finishedGoodsSettings } from '../finished-goods/settings.ts'
import { followUpSettings } from '../follow-up/settings.ts'
import { fulfilmentSettings } from '../fulfilment/settings.ts'
import { healthSettings } from '../health/settings.ts'
import { identitySettings } from '../identity/settings.ts'
import { notificationsSettings } from '../notifications/settings.ts'
import { kanbanSettings } from '../kanban/settings.ts'
import { periodsSettings } from '../periods/settings.ts'
import { planningSettings } from '../planning/settings.ts'
import { productionSettings } from '../production/settings.ts'
import { qualitySettings } from '../quality/settings.ts'
import { purchasingSettings } from '../purchasing/settings.ts'
import { operatorSettings } from '../operators/settings.ts'
import { programSettings } from '../programs/settings.ts'
import { scanSettings } from '../scan/settings.ts'
import { trainingSettings } from '../training/settings.ts'
import { transfersSettings } from '../transfers/settings.ts'
import { warehouseSettings } from '../warehouse/settings.ts'
import type { Setting } from './setting.ts'

/** Every module's settings (`shared/<module>/settings.ts`), one line a module; the screen shows them in this order. */
const modules: Readonly<Record<string, Readonly<Record<string, Setting>>>> = {
  features,
  identity: identitySettings,
  approvals: approvalsSettings,
  planning: planningSettings,
  engineering: engineeringSettings,
  production: productionSettings,
  transfers: transfersSettings,
  purchasing: purchasingSettings,
  warehouse: warehouseSettings,
  periods: periodsSettings,
  kanban: kanbanSettings,
  quality: qualitySettings,
  finishedGoods: finishedGoodsSettings,
  fulfilment: fulfilmentSettings,
  followUp: followUpSettings,
  activity: activitySettings,
  operators: operatorSettings,
  programs: programSettings,
  attachments: attachmentSettings,
  scan: scanSettings,
  training: trainingSettings,
  dataCare: dataCareSettings,
  audit: auditSettings,
  health: healthSettings,
  notifications: notificationsSettings,
}

export interface SettingGroup { readonly module: string; readonly settings: readonly Setting[] }

export const settingGroups: readonly SettingGroup[] = Object.entries(modules).map(([module, members]) => ({ module, settings: Object.values(members) }))

/** Modules whose figures are agreed upon before their work is done here: the screen says that they count from then on. */
export const modulesAhead: readonly string[] = ['production', 'quality', 'features']

const byKey = new Map(settingGroups.flatMap(({ settings }) => settings.map(setting => [setting.key, setting] as const)))

export const allSettings: readonly Setting[] = [...byKey.values()]

/** What every screen may read, without a right to the settings. */
export const sharedSettings: readonly Setting[] = allSettings.filter(({ isShared }) => isShared)

export function findSetting(key: string): Setting | undefined {
  return byKey.get(key)
}
