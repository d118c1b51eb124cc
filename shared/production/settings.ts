import { settingMakers } from '../settings/makers.ts'

const { whole, rate, percent } = settingMakers('production', 'production.approve')
const over = { rule: 'PX-3', theme: 'overProduction' } as const
const late = { rule: 'PX-4', theme: 'lateness', unit: 'days', from: 1, to: 60, isSensitive: true } as const
const lock = { rule: 'PX-5', theme: 'dayLock', isSensitive: true } as const
const yields = { rule: 'PX-13', theme: 'yields' } as const
const negative = { rule: 'PX-15', theme: 'negativeWip' } as const
const pattern = { rule: 'PX-16', theme: 'patterns' } as const
const use = { rule: 'PX-18', theme: 'utilisation', to: '200' } as const

export const productionSettings = {
  overAutomatic: percent('overAutomatic', '3', over),
  overReview: percent('overReview', '5', over),
  overBlock: percent('overBlock', '10', { ...over, isSensitive: true }),

  lateSupervisorDays: whole('lateSupervisorDays', 2, late),
  lateManagerDays: whole('lateManagerDays', 7, late),

  lockDays: whole('lockDays', 0, { ...lock, unit: 'days', to: 60 }),
  lockHour: whole('lockHour', 10, { ...lock, unit: 'oClock', to: 23 }),

  inputTolerance: percent('inputTolerance', '5', { theme: 'yields' }),
  reworkCycles: whole('reworkCycles', 3, { rule: 'PX-12', theme: 'yields', unit: 'times', from: 1, to: 20 }),
  yieldStuffing: percent('yieldStuffing', '98', yields),
  yieldClosing: percent('yieldClosing', '99', yields),
  minutesStuffing: rate('minutesStuffing', '3', { ...yields, unit: 'minutes', to: '120' }),
  minutesClosing: rate('minutesClosing', '2', { ...yields, unit: 'minutes', to: '120' }),
  outputFloor: percent('outputFloor', '90', { rule: 'PX-17', theme: 'yields' }),
  badScans: whole('badScans', 3, { rule: 'PX-17', theme: 'patterns', unit: 'times', from: 1, to: 100 }),
  receivedOver: percent('receivedOver', '10', { rule: 'PX-17', theme: 'yields' }),

  negativeSoft: percent('negativeSoft', '1', negative),
  negativeHard: percent('negativeHard', '5', negative),
  negativeBlock: percent('negativeBlock', '10', negative),
  negativeHardHours: whole('negativeHardHours', 4, { ...negative, unit: 'hours', from: 1, to: 168 }),
  negativeSoftHours: whole('negativeSoftHours', 24, { ...negative, unit: 'hours', from: 1, to: 720 }),
  reconcileHour: whole('reconcileHour', 23, { ...negative, unit: 'oClock', to: 23 }),
  reconcileTolerance: percent('reconcileTolerance', '5', negative),
  weeklyNotice: percent('weeklyNotice', '2', negative),

  standingMinutes: whole('standingMinutes', 15, { rule: 'PX-10', theme: 'downtime', unit: 'minutes', from: 1, to: 1440 }),

  patternRepeats: whole('patternRepeats', 4, { ...pattern, unit: 'entries', from: 2, to: 50 }),
  patternFrom: percent('patternFrom', '3', pattern),
  patternTo: percent('patternTo', '4', pattern),
  patternVariance: percent('patternVariance', '10', pattern),
  patternTimes: whole('patternTimes', 3, { ...pattern, unit: 'times', from: 2, to: 50 }),
  patternDays: whole('patternDays', 7, { ...pattern, unit: 'days', from: 1, to: 90 }),

  utilisationCritical: percent('utilisationCritical', '50', use),
  utilisationWarning: percent('utilisationWarning', '75', use),
  utilisationTarget: percent('utilisationTarget', '85', use),
}
