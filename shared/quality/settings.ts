import { settingMakers } from '../settings/makers.ts'

const { whole, rate, percent } = settingMakers('quality', 'quality.approve')
const first = { rule: 'QC-1', theme: 'firstPass' } as const
const sample = { rule: 'QC-1', theme: 'samples' } as const
const costs = { rule: 'QC-5', theme: 'rejects' } as const

export const qualitySettings = {
  firstPassCutting: percent('firstPassCutting', '95', first),
  firstPassSewing: percent('firstPassSewing', '85', first),
  firstPassFinishing: percent('firstPassFinishing', '98', first),
  firstPassPacking: percent('firstPassPacking', '99', first),
  displayWarning: percent('displayWarning', '85', first),
  displayGood: percent('displayGood', '95', first),
  sampleCutting: percent('sampleCutting', '10', sample),
  toleranceMillimetres: rate('toleranceMillimetres', '2', { ...sample, unit: 'millimetres', to: '100' }),
  toleranceWeight: percent('toleranceWeight', '5', sample),
  labPass: percent('labPass', '95', { rule: 'QC-2', theme: 'lab', isSensitive: true }),
  dropFails: whole('dropFails', 5, { rule: 'QC-2', theme: 'lab', unit: 'times', to: 100, isSensitive: true }),
  recoveryTarget: percent('recoveryTarget', '80', costs),
  rejectTarget: percent('rejectTarget', '2', costs),
  rejectWarning: percent('rejectWarning', '3', costs),
  rejectCritical: percent('rejectCritical', '5', costs),
  relabelReason: whole('relabelReason', 20, { rule: 'QC-7', theme: 'rejects', unit: 'characters', from: 1, to: 200 }),
}
