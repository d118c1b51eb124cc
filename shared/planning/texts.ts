import { defineTexts } from '../core/texts.ts'
import { planningSettingsTexts } from './settings-texts.ts'

export const planningTexts = defineTexts({ id: { settings: planningSettingsTexts.id }, en: { settings: planningSettingsTexts.en } })
