import { defineTexts } from '../core/texts.ts'
import { transfersSettingsTexts } from './settings-texts.ts'

export const transfersTexts = defineTexts({ id: { settings: transfersSettingsTexts.id }, en: { settings: transfersSettingsTexts.en } })
