import { defineTexts } from '../core/texts.ts'
import { featuresSettingsTexts } from './settings-texts.ts'

export const featuresTexts = defineTexts({ id: { title: 'Cara kerja pabrik', settings: featuresSettingsTexts.id }, en: { title: 'How the factory works', settings: featuresSettingsTexts.en } })
