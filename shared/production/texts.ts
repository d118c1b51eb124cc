import { defineTexts } from '../core/texts.ts'
import { productionSettingsTexts } from './settings-texts.ts'

export const productionTexts = defineTexts({ id: { settings: productionSettingsTexts.id }, en: { settings: productionSettingsTexts.en } })
