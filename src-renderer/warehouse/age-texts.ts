import { ageBandDays, type AgeBand, type AgeLimits } from '../../shared/warehouse/rules.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import { useText } from '../core/i18n.ts'
import { useSetting } from '../core/setting.ts'

/** WH-7, as the factory has set it. */
export function useAgeLimits(): AgeLimits {
  return { first: useSetting(warehouseSettings.ageFirst), second: useSetting(warehouseSettings.ageSecond), third: useSetting(warehouseSettings.ageThird) }
}

/** A band in words, by the days in force. */
export function useAgeText(): (band: AgeBand) => string {
  const t = useText()
  const limits = useAgeLimits()
  return band => t(`warehouse.ageBands.${band}`, { ...ageBandDays(band, limits) })
}
