import { settingMakers } from '../settings/makers.ts'

const { whole, percent, flag } = settingMakers('warehouse', 'warehouse.approve')
const count = { rule: 'WH-6', theme: 'counts' } as const
const age = { rule: 'WH-7', theme: 'ageing', unit: 'days', to: 3650, isShared: true } as const
const debt = { rule: 'WH-21', theme: 'debts' } as const

export const warehouseSettings = {
  expiryWarningDays: whole('expiryWarningDays', 30, { rule: 'WH-1', unit: 'days', from: 1, to: 730 }),
  countAutomatic: percent('countAutomatic', '2', { ...count, isSensitive: true }),
  countManager: percent('countManager', '5', { ...count, isSensitive: true }),
  countFreezeMinutes: whole('countFreezeMinutes', 15, { ...count, unit: 'minutes', to: 480 }),
  countMainDays: whole('countMainDays', 30, { ...count, unit: 'days', from: 1, to: 365 }),
  countClassADays: whole('countClassADays', 30, { ...count, unit: 'days', from: 1, to: 365 }),
  countClassBDays: whole('countClassBDays', 60, { ...count, unit: 'days', from: 1, to: 365 }),
  countClassCDays: whole('countClassCDays', 90, { ...count, unit: 'days', from: 1, to: 365 }),
  countSectionDays: whole('countSectionDays', 7, { ...count, unit: 'days', from: 1, to: 365 }),
  countGoodsDays: whole('countGoodsDays', 1, { ...count, unit: 'days', from: 1, to: 365 }),
  packingTolerance: percent('packingTolerance', '0', count),
  abcFirst: percent('abcFirst', '70', count),
  abcSecond: percent('abcSecond', '90', count),
  ageFirst: whole('ageFirst', 7, { ...age, from: 0 }),
  ageSecond: whole('ageSecond', 30, { ...age, from: 1 }),
  ageThird: whole('ageThird', 90, { ...age, from: 2 }),
  movingAverage: flag('movingAverage', false, { theme: 'valuation' }),
  debtMedium: percent('debtMedium', '5', debt),
  debtHigh: percent('debtHigh', '20', debt),
  debtCritical: percent('debtCritical', '50', debt),
}
