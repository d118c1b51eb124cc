import { settingMakers } from '../settings/makers.ts'

const { whole, percent } = settingMakers('finishedGoods', 'finishedGoods.approve')

export const finishedGoodsSettings = {
  dailyTolerance: percent('dailyTolerance', '5', { rule: 'FG-4', theme: 'goods' }),
  ageDays: whole('ageDays', 30, { rule: 'FG-5', theme: 'goods', unit: 'days', from: 1, to: 720 }),
}
