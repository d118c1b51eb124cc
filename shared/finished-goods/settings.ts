import { text } from '../core/fields.ts'
import { settingMakers } from '../settings/makers.ts'
import { setting, type Setting } from '../settings/setting.ts'

const { whole, percent } = settingMakers('finishedGoods', 'finishedGoods.approve')

export const finishedGoodsSettings = {
  dailyTolerance: percent('dailyTolerance', '5', { rule: 'FG-4', theme: 'goods' }),
  ageDays: whole('ageDays', 30, { rule: 'FG-5', theme: 'goods', unit: 'days', from: 1, to: 720 }),
  materialsAccount: account('materialsAccount', '1-1410'),
  workAccount: account('workAccount', '1-1420'),
  goodsAccount: account('goodsAccount', '1-1430'),
  varianceAccount: account('varianceAccount', '5-1900'),
}

/** A code of the factory's chart of accounts. */
function account(name: string, fallback: string): Setting<string> {
  return setting({ key: `finishedGoods.${name}`, permission: 'finishedGoods.approve', rule: 'IO-11', theme: 'accounts', schema: text(30), fallback })
}
