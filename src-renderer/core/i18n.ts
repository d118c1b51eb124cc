import i18next, { type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { languages, texts, type AllTexts, type Language } from '../../shared/texts.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: AllTexts }
  }
}

export type Translate = TFunction<'translation'>

const key = 'lantai.language'

/** Once, before the first screen. Speaks the language this desk spoke last; Indonesian at first. */
export function startLanguage(storage: Storage = localStorage): void {
  if (i18next.isInitialized) return
  const remembered = storage.getItem(key)
  const isKnown = (languages as readonly (string | null)[]).includes(remembered)
  i18next.on('languageChanged', language => {
    document.documentElement.lang = language
    storage.setItem(key, language)
  })
  void i18next.use(initReactI18next).init({
    resources: { id: { translation: texts.id }, en: { translation: texts.en } },
    lng: isKnown ? remembered! : 'id',
    fallbackLng: 'id',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
}

/** `t('kanban.card.late', { days })`: the key and its parameters are checked. */
export function useText(): Translate {
  return useTranslation().t
}

/** The language of the screen, and how to change it at once. Whether the host keeps it for the user is the caller's matter. */
export function useLanguage(): [Language, (language: Language) => void] {
  const { i18n } = useTranslation()
  return [currentLanguage(), language => void i18n.changeLanguage(language)]
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'id'
}

/** The language of a user who signs in. */
export function speak(language: Language): void {
  void i18next.changeLanguage(language)
}

/** `t` outside of components: toasts, error texts. */
export function translate(): Translate {
  return i18next.getFixedT(i18next.language)
}

/** The text of a key known only at run time: an error's code, a module's enum. Nothing if there is none. */
export function textOf(key: string, params: Readonly<Record<string, unknown>> = {}): string | undefined {
  if (!i18next.exists(key)) return undefined
  const text: unknown = (i18next.t as (key: string, params: object) => unknown)(key, params)
  return typeof text === 'string' ? text : undefined
}

/** The same in a language that need not be the screen's: people search with the words they know. */
export function textIn(language: Language, key: string, params: Readonly<Record<string, unknown>> = {}): string | undefined {
  if (!i18next.exists(key, { lng: language })) return undefined
  return (i18next.getFixedT(language) as (key: string, params: object) => string)(key, params)
}

/** The parameters a text needs: `{{name}}`. */
export function parametersOf(key: string): readonly string[] {
  const source: unknown = i18next.getResource(i18next.language, 'translation', key)
  return typeof source === 'string' ? [...source.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]!) : []
}
