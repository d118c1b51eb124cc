import type { ColourLimits } from '../../shared/planning/rules.ts'
import type { HealthLimits } from '../../shared/planning/health.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { SettingReader } from '../core/handlers.ts'

/** PPIC, as the factory has set it. */
export function healthLimits(settings: SettingReader): HealthLimits {
  const {
    healthOffTrackRatio,
    healthAtRiskRatio,
    healthOffTrackDays,
    healthAtRiskDays,
    healthDeadlineDays,
    healthCriticalDays,
    healthWarningDays,
    healthEntries,
  } = planningSettings
  return {
    offTrackRatio: settings.get(healthOffTrackRatio),
    atRiskRatio: settings.get(healthAtRiskRatio),
    offTrackDays: settings.get(healthOffTrackDays),
    atRiskDays: settings.get(healthAtRiskDays),
    deadlineDays: settings.get(healthDeadlineDays),
    criticalDays: settings.get(healthCriticalDays),
    warningDays: settings.get(healthWarningDays),
    leastEntries: settings.get(healthEntries),
  }
}

/** PL-16, as the factory has set it. */
export function colourLimits(settings: SettingReader): ColourLimits {
  return {
    orange: settings.get(planningSettings.colourOrange),
    yellow: settings.get(planningSettings.colourYellow),
    green: settings.get(planningSettings.colourGreen),
  }
}
