import { settingMakers } from '../settings/makers.ts'

const { percent, rate, whole } = settingMakers('purchasing', 'purchasing.approve')

const lead = { rule: 'MD-6', theme: 'leadTimes', unit: 'days', to: 365, isShared: true } as const

export const purchasingSettings = {
  largeOrder: rate('largeOrder', '100000000', { unit: 'factoryCurrency', theme: 'orders', isSensitive: true, from: '0', to: '100000000000' }),
  overReceipt: percent('overReceipt', '5', { rule: 'PL-7', theme: 'quantities' }),
  fabricLeadLeast: whole('fabricLeadLeast', 3, lead),
  fabricLeadMost: whole('fabricLeadMost', 5, lead),
  labelLeadLeast: whole('labelLeadLeast', 7, lead),
  labelLeadMost: whole('labelLeadMost', 10, lead),
  accessoryLeadLeast: whole('accessoryLeadLeast', 2, lead),
  accessoryLeadMost: whole('accessoryLeadMost', 7, lead),
}
