import { z } from 'zod'
import { setting } from '../settings/setting.ts'

export const trainingSources = ['newestBackup', 'demo'] as const
export type TrainingSource = (typeof trainingSources)[number]

export const trainingSettings = {
  /** What people practise on; the demo factory also where there is no backup yet, or none that opens. */
  source: setting<TrainingSource>({ key: 'training.source', schema: z.enum(trainingSources), fallback: 'newestBackup', permission: 'dataCare.execute' }),
}
