import { defineTexts } from '../core/texts.ts'
import { engineeringSettingsTexts } from './settings-texts.ts'

export const engineeringTexts = defineTexts({ id: { settings: engineeringSettingsTexts.id }, en: { settings: engineeringSettingsTexts.en } })
