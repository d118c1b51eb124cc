import { z } from 'zod'
import { settingMakers } from '../settings/makers.ts'
import { setting } from '../settings/setting.ts'

const { whole, percent, rate } = settingMakers('engineering', 'engineering.approve')
const gate = { rule: 'BM-5', theme: 'consumption' } as const

export const engineeringSettings = {
  explosionDepth: whole('explosionDepth', 10, { rule: 'BM-2', theme: 'bom', unit: 'levels', from: 2, to: 30 }),
  laborRate: rate('laborRate', '0', { rule: 'BM-2', theme: 'bom', unit: 'factoryCurrency', to: '100000000' }),
  fabricGroups: setting({ key: 'engineering.fabricGroups', permission: 'engineering.approve', ...gate, schema: z.string().trim().max(500), fallback: 'kain, benang, fabric, thread, yarn, cloth' }),
  fabricReview: percent('fabricReview', '5', gate),
  fabricBlock: percent('fabricBlock', '10', { ...gate, isSensitive: true }),
  accessoryReview: percent('accessoryReview', '2', gate),
  unitWarning: percent('unitWarning', '10', gate),
  unitBlock: percent('unitBlock', '15', { ...gate, isSensitive: true }),
  cartonReview: percent('cartonReview', '5', { rule: 'BM-6', theme: 'cartons' }),
  cartonManager: percent('cartonManager', '15', { rule: 'BM-6', theme: 'cartons' }),
  efficient: percent('efficient', '95', { rule: 'BM-7', theme: 'consumption', to: '200' }),
}
