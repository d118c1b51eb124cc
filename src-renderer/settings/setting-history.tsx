import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import type { HistoryChange, HistoryValue } from '../../shared/audit/history.ts'
import type { Setting } from '../../shared/settings/setting.ts'
import { HistoryList } from '../components/history-list.tsx'
import { StoryLink } from '../components/story-link.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useSettingWords } from './setting-words.ts'

const shown = 100

/** Who changed a setting, from what to what. A value that is not stored is the default. */
export function SettingHistory({ setting, onClose }: { readonly setting: Setting; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const titleId = useId()
  const words = useSettingWords()(setting)
  const { data } = useLive(api.audit.listHistory, { entity: 'setting', id: setting.key, pageSize: shown })
  const valueText = (stored: HistoryValue) => words.valueText(stored === null ? setting.fallback : (JSON.parse(String(stored)) as unknown))
  const changeOf = ({ field, before, after }: HistoryChange) => ({ field, before: valueText(before), after: valueText(after) })
  const entries = data?.rows.map(({ seq, at, userName, reason, changes }) => ({
    // That a row comes or goes is a matter of storage: to people the setting was changed.
    id: String(seq), at, by: userName, action: 'UPDATE' as const, reason: reason ?? undefined, changes: changes.filter(({ field }) => field === 'value').map(changeOf),
  }))
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('settings.value.history')}: {words.name}</DialogTitle>
      <DialogContent>{entries && <HistoryList entries={entries} labels={{ value: words.name }} />}</DialogContent>
      <DialogActions><StoryLink entity="setting" id={setting.key} /><Button onClick={onClose} autoFocus>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}
