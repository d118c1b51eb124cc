import type { ReactNode } from 'react'
import type { SettingState } from '../../shared/settings/contract.ts'
import type { Setting } from '../../shared/settings/setting.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { DecimalField, IntegerField } from '../components/number-field.tsx'
import { CheckField, SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { settingKind } from './setting-kind.ts'
import { useSettingWords, type SettingWords } from './setting-words.ts'

/** Changes one setting; what its schema does not take is said at the field before it is sent. */
export function SettingDialog({ setting, state, onClose }: { setting: Setting; state: SettingState; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const words = useSettingWords()(setting)
  const { key, value, version } = state
  async function reread() {
    const fresh = (await api.settings.listSettings({})).find(one => one.key === key)
    return { key, value: fresh?.value, version: fresh?.version }
  }
  return (
    <FormDialog
      title={t('settings.value.edit', { name: words.name })} subtitle={words.explanation} width="xs" onClose={onClose}
      schema={api.settings.changeSetting.procedure.input} values={{ key, value, version }} save={api.settings.changeSetting} reread={reread}
      onSaved={() => showDone(t('settings.value.saved', { name: words.name }))}
    >
      <ValueField setting={setting} words={words} hint={[t('settings.value.fallback', { value: words.valueText(state.fallback) }), words.range].filter(Boolean).join(' · ')} />
    </FormDialog>
  )
}

function ValueField({ setting, words, hint }: { setting: Setting; words: SettingWords; hint: string }): ReactNode {
  const kind = settingKind(setting)
  const field = { name: 'value', label: words.name, hint, autoFocus: true }
  switch (kind.is) {
    case 'switch':
      return <CheckField {...field} />
    case 'choice':
      return <SelectField {...field} options={kind.choices.map(value => ({ value, label: words.choiceText(value) }))} />
    case 'integer':
      return <IntegerField {...field} unit={words.unit} />
    case 'decimal':
      return <DecimalField {...field} unit={words.unit} />
    case 'text':
      return <TextField {...field} />
  }
}
