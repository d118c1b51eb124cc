import { defineTexts } from '../core/texts.ts'
import { qualitySettingsTexts } from './settings-texts.ts'

export const qualityTexts = defineTexts({ id: { settings: qualitySettingsTexts.id }, en: { settings: qualitySettingsTexts.en } })
