import { settingMakers } from '../settings/makers.ts'

const { whole } = settingMakers('periods', 'settings.update')

export const periodsSettings = {
  /** On which day of the month after it a month closes by itself where nothing stands in the way; never with none. */
  closeDay: whole('closeDay', 0, { rule: 'PX-15', unit: 'dayOfMonth', to: 28, isSensitive: true }),
}
