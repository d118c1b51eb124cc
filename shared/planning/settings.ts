import { settingMakers } from '../settings/makers.ts'

const { whole, rate, percent } = settingMakers('planning', 'planning.approve')
const buffer = { rule: 'PL-9', theme: 'buffers', to: '50' } as const
const shortage = { rule: 'PL-14', theme: 'shortage' } as const
const colour = { rule: 'PL-16', theme: 'colours', to: '200' } as const
const alone = { rule: 'PL-20', theme: 'autoApproval', isSensitive: true } as const
const health = { rule: 'PPIC', theme: 'health' } as const

export const planningSettings = {
  bufferCutting: percent('bufferCutting', '10', buffer),
  bufferEmbroidery: percent('bufferEmbroidery', '7', buffer),
  bufferSewing: percent('bufferSewing', '6.7', buffer),
  bufferFinishing: percent('bufferFinishing', '4.4', buffer),
  bufferPacking: percent('bufferPacking', '3.3', buffer),
  bufferOther: percent('bufferOther', '5', buffer),
  defectDrift: percent('defectDrift', '5', { rule: 'PL-15', theme: 'buffers', to: '50' }),
  defectSample: whole('defectSample', 50, { rule: 'PL-15', theme: 'buffers', unit: 'pieces', from: 1, to: 10_000 }),
  defectHistory: whole('defectHistory', 3, { rule: 'PL-15', theme: 'buffers', unit: 'workOrders', from: 1, to: 100 }),

  weeksAhead: whole('weeksAhead', 52, { rule: 'PL-1', theme: 'orders', unit: 'weeks', from: 1, to: 104, isShared: true }),
  labelWaitDays: whole('labelWaitDays', 3, { rule: 'PL-5', theme: 'orders', unit: 'days', from: 1, to: 60 }),
  partialAlertDays: whole('partialAlertDays', 5, { rule: 'PL-5', theme: 'orders', unit: 'days', from: 1, to: 60 }),
  productionDays: whole('productionDays', 7, { theme: 'orders', unit: 'days', to: 180 }),
  labelDays: whole('labelDays', 10, { theme: 'orders', unit: 'days', to: 180 }),
  shipDays: whole('shipDays', 21, { theme: 'orders', unit: 'days', to: 365 }),
  stageDays: whole('stageDays', 2, { rule: 'PL-12', theme: 'orders', unit: 'days', from: 1, to: 60 }),

  lowStockMargin: percent('lowStockMargin', '10', shortage),
  shortageMedium: percent('shortageMedium', '5', shortage),
  shortageHigh: percent('shortageHigh', '20', shortage),
  shortageCritical: percent('shortageCritical', '50', shortage),

  colourOrange: percent('colourOrange', '80', colour),
  colourYellow: percent('colourYellow', '90', colour),
  colourGreen: percent('colourGreen', '98', colour),

  autoMaterialVariance: percent('autoMaterialVariance', '5', alone),
  autoQuantityChange: percent('autoQuantityChange', '5', { ...alone, isShared: true }),
  autoDebtPercent: percent('autoDebtPercent', '10', alone),
  autoDebtKilograms: rate('autoDebtKilograms', '10', { ...alone, unit: 'kilograms', to: '10000' }),
  autoAdjustment: percent('autoAdjustment', '2', alone),

  revisionReason: whole('revisionReason', 20, { rule: 'PL-18', theme: 'overrides', unit: 'characters', from: 1, to: 200, isShared: true }),
  overridesPerDay: whole('overridesPerDay', 5, { rule: 'PL-24', theme: 'overrides', unit: 'times', to: 50, isSensitive: true, isShared: true }),
  overrideReason: whole('overrideReason', 20, { rule: 'PL-24', theme: 'overrides', unit: 'characters', from: 1, to: 200, isShared: true }),

  healthOffTrackRatio: percent('healthOffTrackRatio', '85', health),
  healthAtRiskRatio: percent('healthAtRiskRatio', '90', health),
  healthAtRiskDays: whole('healthAtRiskDays', 1, { ...health, unit: 'days', to: 60 }),
  healthOffTrackDays: whole('healthOffTrackDays', 3, { ...health, unit: 'days', to: 60 }),
  healthDeadlineDays: whole('healthDeadlineDays', 1, { ...health, unit: 'days', to: 30 }),
  healthWarningDays: whole('healthWarningDays', 3, { ...health, unit: 'days', to: 60 }),
  healthCriticalDays: whole('healthCriticalDays', 7, { ...health, unit: 'days', to: 90 }),
  healthEntries: whole('healthEntries', 2, { ...health, unit: 'entries', from: 1, to: 20 }),
  healthVariance: percent('healthVariance', '10', health),
  summaryHour: whole('summaryHour', 8, { rule: 'NT-5', theme: 'health', unit: 'oClock', to: 23 }),
  stuckDays: whole('stuckDays', 2, { ...health, unit: 'workingDays', from: 1, to: 30 }),
}
