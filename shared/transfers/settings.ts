import { settingMakers } from '../settings/makers.ts'

const { whole, rate, percent } = settingMakers('transfers', 'transfers.approve')
const escalation = { rule: 'TR-7', theme: 'escalation', unit: 'minutes', from: 1, to: 1440 } as const
const handover = { rule: 'TR', theme: 'handover', unit: 'minutes', from: 1, to: 1440 } as const
const share = { rule: 'TR', theme: 'handover' } as const

export const transfersSettings = {
  varianceBlock: percent('varianceBlock', '10', { rule: 'TR-6', theme: 'quantities', isSensitive: true }),
  gapMetres: rate('gapMetres', '5', { rule: 'TR-5', theme: 'quantities', unit: 'metres', to: '100' }),
  overrideMinutes: whole('overrideMinutes', 10, { rule: 'TR-5', theme: 'quantities', unit: 'minutes', to: 480 }),
  gateDays: whole('gateDays', 10, { rule: 'TR-9', theme: 'quantities', unit: 'days', from: 1, to: 120 }),
  escalateSupervisor: whole('escalateSupervisor', 30, escalation),
  escalatePlanning: whole('escalatePlanning', 5, escalation),
  escalateFactory: whole('escalateFactory', 15, escalation),
  cutToSew: whole('cutToSew', 15, handover),
  sewToFinish: whole('sewToFinish', 10, handover),
  handoverWarning: whole('handoverWarning', 20, handover),
  handoverCritical: whole('handoverCritical', 30, handover),
  clearanceWarning: percent('clearanceWarning', '95', share),
  clearanceTarget: percent('clearanceTarget', '100', share),
  acknowledgeCritical: percent('acknowledgeCritical', '90', share),
  acknowledgeWarning: percent('acknowledgeWarning', '98', share),
  acknowledgeTarget: percent('acknowledgeTarget', '100', share),
}
