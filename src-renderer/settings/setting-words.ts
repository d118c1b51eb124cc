import { settingTextKey, type Setting } from '../../shared/settings/setting.ts'
import { languages } from '../../shared/texts.ts'
import { useFormats } from '../core/formats.ts'
import { textIn, textOf, useText } from '../core/i18n.ts'
import { settingKind, type SettingKind } from './setting-kind.ts'

export interface SettingWords {
  readonly kind: SettingKind
  readonly name: string
  readonly explanation: string
  readonly unit: string | undefined
  /** A value in wire form, as a person reads it: "15 menit", "Ya". */
  valueText(value: unknown): string
  choiceText(choice: string): string
  /** "1–1.440", where the setting has limits. */
  readonly range: string | undefined
}

/** The words of a setting, in the language of the screen. */
export function useSettingWords(): (setting: Setting) => SettingWords {
  const t = useText()
  const formats = useFormats()
  return setting => {
    const own = (part: string) => textOf(settingTextKey(setting.key, part))
    const kind = settingKind(setting)
    const unit = setting.unit === undefined ? undefined : textOf(`units.${setting.unit}`)
    const choiceText = (choice: string) => own(`choices.${choice}`) ?? choice

    function plainText(value: unknown): string {
      if (kind.is === 'switch') return t(value === true ? 'settings.value.on' : 'settings.value.off')
      if (kind.is === 'choice') return choiceText(String(value))
      return kind.is === 'text' ? String(value) : formats.plain(String(value))
    }
    function rangeText(): string | undefined {
      if (kind.is !== 'integer' && kind.is !== 'decimal') return undefined
      const [minimum, maximum] = [kind.minimum, kind.maximum].map(limit => (limit === undefined ? undefined : formats.plain(limit)))
      if (minimum !== undefined && maximum !== undefined) return t('settings.value.range', { minimum, maximum })
      if (minimum !== undefined) return t('settings.value.atLeast', { minimum })
      return maximum === undefined ? undefined : t('settings.value.atMost', { maximum })
    }
    return {
      kind, name: own('name') ?? setting.key, explanation: own('explanation') ?? '', unit, choiceText, range: rangeText(),
      valueText: value => (setting.isSecret ? t('settings.value.secret') : [plainText(value), unit].filter(Boolean).join(unit?.startsWith('.') ? '' : ' ')),
    }
  }
}

/** All that a setting is searched by: its words in both languages, its group, its rule. */
export function searchText(module: string, { key, rule, theme }: Setting): string {
  const said = languages.flatMap(language => ['name', 'explanation'].map(part => textIn(language, settingTextKey(key, part)) ?? ''))
  return [groupName(module), theme === undefined ? '' : textOf(`settings.themes.${theme}`), rule, key, ...said].join(' ').toLowerCase()
}

/** Modules that are permissions too have their name there; others name themselves. */
export function groupName(module: string): string {
  return textOf(`${module}.title`) ?? textOf(`permissionModules.${module}`) ?? module
}
