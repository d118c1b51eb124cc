import Edit from '@mui/icons-material/EditOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import RestartAlt from '@mui/icons-material/RestartAltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { SettingState } from '../../shared/settings/contract.ts'
import type { Setting } from '../../shared/settings/setting.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { permissionText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { SettingDialog } from './setting-dialog.tsx'
import { SettingHistory } from './setting-history.tsx'
import { useSettingWords } from './setting-words.ts'

/** One setting: what it decides, how it stands, whether that is the default, and what this user may do with it. */
export function SettingLine({ setting, state }: { readonly setting: Setting; readonly state: SettingState }): ReactNode {
  const t = useText()
  const api = useApi()
  const words = useSettingWords()(setting)
  const [isOpen, setOpen] = useState<'edit' | 'history'>()
  const { key, value, fallback, differs, version, mayChange } = state
  const reset = useCommand(api.settings.resetSetting, {
    done: () => t('settings.value.restored', { name: words.name }),
    undo: () => api.settings.changeSetting({ key, value }),
  })
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 3fr) minmax(120px, 2fr) auto' }, alignItems: 'center', columnGap: 2, rowGap: 1, px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <div>
        <Typography component="h3" sx={{ fontWeight: 600 }}>{words.name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{words.explanation}</Typography>
        {!mayChange && <Typography variant="caption" sx={{ color: 'text.secondary' }}>{t('settings.value.readOnly', { needed: permissionText(state.permission) })}</Typography>}
      </div>
      <Box sx={{ display: 'grid', justifyItems: 'start', gap: 0.25 }}>
        <Typography sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>{words.valueText(value)}</Typography>
        {differs && <StatusChip tone="warning" label={t('settings.value.differs')} />}
        {differs && <Typography variant="caption" sx={{ color: 'text.secondary' }}>{t('settings.value.fallback', { value: words.valueText(fallback) })}</Typography>}
      </Box>
      <Box sx={{ display: 'flex', gap: 0.5, minWidth: { sm: 130, lg: 180 }, justifyContent: 'flex-end' }}>
        {mayChange && differs && (
          <Labelled label={`${t('settings.value.reset')}: ${words.name}`} onClick={() => reset.mutate({ key, version })}><RestartAlt fontSize="small" /></Labelled>
        )}
        <Labelled label={`${t('settings.value.history')}: ${words.name}`} onClick={() => setOpen('history')}><History fontSize="small" /></Labelled>
        {mayChange && <Button size="small" variant="outlined" startIcon={<Edit />} aria-label={t('settings.value.edit', { name: words.name })} onClick={() => setOpen('edit')}>{t('buttons.edit')}</Button>}
      </Box>
      {isOpen === 'edit' && <SettingDialog setting={setting} state={state} onClose={() => setOpen(undefined)} />}
      {isOpen === 'history' && <SettingHistory setting={setting} onClose={() => setOpen(undefined)} />}
    </Box>
  )
}

function Labelled({ label, onClick, children }: { readonly label: string; onClick(): void; readonly children: ReactNode }): ReactNode {
  return <Tooltip title={label}><IconButton aria-label={label} onClick={onClick}>{children}</IconButton></Tooltip>
}
