import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'
import { Reason } from '../../shared/core/fields.ts'
import type { SettingState } from '../../shared/settings/contract.ts'
import type { Setting } from '../../shared/settings/setting.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { DecimalField, IntegerField } from '../components/number-field.tsx'
import { CheckField, SelectField } from '../components/select-field.tsx'
import { PasswordField, TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { useSettingWords, type SettingWords } from './setting-words.ts'

/**
 * Changes one setting; what its schema does not take is said at the field before it is sent. Who does not decide it alone gives a
 * reason, and asks.
 */
export function SettingDialog({ setting, state, onClose }: { setting: Setting; state: SettingState; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const words = useSettingWords()(setting)
  const { key, value, version, asksFirst } = state
  const { input } = api.settings.changeSetting.procedure
  async function reread() {
    const fresh = (await api.settings.listSettings({})).find(one => one.key === key)
    return { key, value: fresh?.value, version: fresh?.version }
  }
  function tell({ request }: SettingState): void {
    const { name } = words
    showDone(request ? t('settings.value.asked', { name, number: request.number }) : t('settings.value.saved', { name }))
  }
  return (
    <FormDialog
      title={t('settings.value.edit', { name: words.name })} subtitle={words.explanation} width="xs" onClose={onClose}
      schema={asksFirst ? input.safeExtend({ reason: Reason }) : input} values={{ key, value: value ?? '', version }}
      save={async change => tell(await api.settings.changeSetting(change))} reread={reread} saveLabel={asksFirst ? t('settings.value.ask') : undefined}
    >
      {asksFirst && <Alert severity="info">{t('settings.value.asksFirst')}</Alert>}
      <ValueField setting={setting} words={words} hint={[t('settings.value.fallback', { value: words.valueText(state.fallback) }), words.range].filter(Boolean).join(' · ')} />
      {asksFirst && <TextField name="reason" label={t('settings.value.reason')} isRequired rows={2} />}
    </FormDialog>
  )
}

function ValueField({ setting: { isSecret }, words, hint }: { setting: Setting; words: SettingWords; hint: string }): ReactNode {
  const { kind } = words
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
      return isSecret ? <PasswordField {...field} /> : <TextField {...field} />
  }
}
