import { settingMakers } from '../settings/makers.ts'

const { whole } = settingMakers('followUp', 'followUp.update')
const risk = { rule: 'IF-20', theme: 'risk' } as const

export const followUpSettings = {
  highAmount: whole('highAmount', 50_000, { ...risk, unit: 'factoryCurrency', to: 1_000_000_000 }),
  mediumAmount: whole('mediumAmount', 10_000, { ...risk, unit: 'factoryCurrency', to: 1_000_000_000 }),
  highDays: whole('highDays', 60, { ...risk, unit: 'days' }),
  mediumDays: whole('mediumDays', 30, { ...risk, unit: 'days' }),
  dueSoonDays: whole('dueSoonDays', 7, { ...risk, unit: 'days', to: 60 }),
}
