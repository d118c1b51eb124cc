import { settingMakers } from '../settings/makers.ts'

const { flag } = settingMakers('fulfilment', 'fulfilment.update')

export const fulfilmentSettings = {
  /** Off, invoices are fulfilled beside the books of stock. */
  issuesStock: flag('issuesStock', true, { rule: 'IF-3', theme: 'picking', isSensitive: true }),
}
