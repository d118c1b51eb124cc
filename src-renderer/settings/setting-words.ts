import type { Setting } from '../../shared/settings/setting.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { settingKind } from './setting-kind.ts'

export interface SettingWords {
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
    const [module, name] = setting.key.split('.')
    const own = (part: string) => textOf(`${module}.settings.${name}.${part}`)
    const kind = settingKind(setting)
    const unit = setting.unit === undefined ? undefined : textOf(`units.${setting.unit}`)
    const choiceText = (choice: string) => own(`choices.${choice}`) ?? choice

    function plainText(value: unknown): string {
      if (kind.is === 'switch') return t(value === true ? 'settings.value.on' : 'settings.value.off')
      if (kind.is === 'choice') return choiceText(String(value))
      return kind.is === 'text' ? String(value) : formats.plain(String(value))
    }
    function rangeText(): string | undefined {
      if (kind.is !== 'integer') return undefined
      const [minimum, maximum] = [kind.minimum, kind.maximum].map(limit => (limit === undefined ? undefined : formats.integer(limit)))
      if (minimum !== undefined && maximum !== undefined) return t('settings.value.range', { minimum, maximum })
      if (minimum !== undefined) return t('settings.value.atLeast', { minimum })
      return maximum === undefined ? undefined : t('settings.value.atMost', { maximum })
    }
    return {
      name: own('name') ?? setting.key, explanation: own('explanation') ?? '', unit, choiceText, range: rangeText(),
      valueText: value => [plainText(value), unit].filter(Boolean).join(' '),
    }
  }
}
