import { settingMakers } from '../settings/makers.ts'

const { whole } = settingMakers('health', 'settings.update')
const milliseconds = { from: 10, to: 60_000, unit: 'milliseconds' }
const share = { from: 1, to: 100, unit: 'percent' }

/** From which figure on somebody should watch, and from which on somebody must act. */
export const healthSettings = {
  responseWatch: whole('responseWatch', 300, milliseconds),
  responseAct: whole('responseAct', 1_000, milliseconds),
  pauseWatch: whole('pauseWatch', 250, milliseconds),
  pauseAct: whole('pauseAct', 2_000, milliseconds),
  faultsWatch: whole('faultsWatch', 1, { from: 1, to: 1_000, unit: 'times' }),
  faultsAct: whole('faultsAct', 10, { from: 1, to: 10_000, unit: 'times' }),
  processorWatch: whole('processorWatch', 75, share),
  processorAct: whole('processorAct', 92, share),
  memoryWatch: whole('memoryWatch', 15, share),
  memoryAct: whole('memoryAct', 7, share),
  diskWatch: whole('diskWatch', 10, { from: 1, to: 10_000, unit: 'gigabytes' }),
  diskAct: whole('diskAct', 2, { from: 1, to: 10_000, unit: 'gigabytes' }),
}

export type HealthLimits = Readonly<Record<keyof typeof healthSettings, number>>
