import { defineTexts } from '../core/texts.ts'
import { finishedGoodsSettingsTexts } from './settings-texts.ts'

export const finishedGoodsTexts = defineTexts({ id: { settings: finishedGoodsSettingsTexts.id }, en: { settings: finishedGoodsSettingsTexts.en } })
