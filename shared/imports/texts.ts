import { rowTexts } from './row-texts.ts'
import { wizardTexts } from './wizard-texts.ts'

export const importsTexts = {
  id: { ...rowTexts.id, ...wizardTexts.id },
  en: { ...rowTexts.en, ...wizardTexts.en },
}
