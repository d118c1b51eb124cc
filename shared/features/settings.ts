import { settingMakers } from '../settings/makers.ts'

const { flag } = settingMakers('features', 'settings.update')

/** IO-9: how the factory works, as switches. Both ends read them: the host by `settings.get`, screens by `useSetting`. */
export const features = {
  strictPallets: flag('strictPallets', false, { rule: 'FG-3', isShared: true }),
  backflush: flag('backflush', true, { rule: 'WH-3', isShared: true }),
  manualPicking: flag('manualPicking', true, { isShared: true }),
  bulkPicking: flag('bulkPicking', false, { isShared: true }),
  ledgerBinds: flag('ledgerBinds', false, { rule: 'PX-9', isShared: true, isSensitive: true }),
  strictBackdate: flag('strictBackdate', false, { rule: 'PX-4', isShared: true, isSensitive: true }),
}
