import type { AgeLimits } from '../../shared/warehouse/rules.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import type { SettingReader } from '../core/handlers.ts'

/** WH-7, as the factory has set it. */
export function ageLimits(settings: SettingReader): AgeLimits {
  const { ageFirst, ageSecond, ageThird } = warehouseSettings
  return { first: settings.get(ageFirst), second: settings.get(ageSecond), third: settings.get(ageThird) }
}
