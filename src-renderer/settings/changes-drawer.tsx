import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { findSetting } from '../../shared/settings/registry.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { HistoryList } from '../components/history-list.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useSettingWords } from './setting-words.ts'

const shown = 100

/** What was changed of any setting, the newest first. */
export function ChangesDrawer({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const wordsOf = useSettingWords()
  const { data } = useLive(useApi().settings.listChanges, { pageSize: shown })
  const entries = data?.rows.flatMap(({ seq, at, userName, reason, key, before, after }) => {
    const setting = findSetting(key)
    if (!setting) return []
    const words = wordsOf(setting)
    return [{ id: String(seq), at, by: userName, action: 'UPDATE' as const, reason: reason ?? undefined, changes: [{ field: key, before: words.valueText(before), after: words.valueText(after) }] }]
  })
  const labels = Object.fromEntries((data?.rows ?? []).flatMap(({ key }) => {
    const setting = findSetting(key)
    return setting ? [[key, wordsOf(setting).name]] : []
  }))
  return (
    <Drawer anchor="right" open onClose={onClose} slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-labelledby': titleId, sx: { width: { xs: '100%', sm: 520 } } } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', p: 2 }}>
        <Typography id={titleId} component="h2" variant="h2" sx={{ flex: 1 }}>{t('settings.changes')}</Typography>
        <IconButton aria-label={t('buttons.close')} onClick={onClose} autoFocus><Close /></IconButton>
      </Box>
      <Box sx={{ px: 2, pb: 2, overflow: 'auto' }} tabIndex={0} role="region" aria-labelledby={titleId}>
        {entries && (entries.length > 0 ? <HistoryList entries={entries} labels={labels} /> : <EmptyState title={t('settings.noChanges')} />)}
      </Box>
    </Drawer>
  )
}
