import { settingMakers } from '../settings/makers.ts'

const { percent, rate } = settingMakers('purchasing', 'purchasing.approve')

export const purchasingSettings = {
  largeOrder: rate('largeOrder', '100000000', { unit: 'factoryCurrency', theme: 'orders', isSensitive: true, from: '0', to: '100000000000' }),
  overReceipt: percent('overReceipt', '5', { rule: 'PL-7', theme: 'quantities' }),
}
