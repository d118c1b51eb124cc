import Edit from '@mui/icons-material/EditOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import RestartAlt from '@mui/icons-material/RestartAltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Link from '@mui/material/Link'
import Switch from '@mui/material/Switch'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { SettingState } from '../../shared/settings/contract.ts'
import type { Setting } from '../../shared/settings/setting.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { permissionText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { recordPath } from '../core/paths.ts'
import { SettingDialog } from './setting-dialog.tsx'
import { SettingHistory } from './setting-history.tsx'
import { useSettingWords, type SettingWords } from './setting-words.ts'

interface SettingLineProps { readonly setting: Setting; readonly state: SettingState }

/** One setting: what it decides, how it stands, whether that is the default, and what this user may do with it. */
export function SettingLine({ setting, state }: SettingLineProps): ReactNode {
  const t = useText()
  const api = useApi()
  const words = useSettingWords()(setting)
  const [isOpen, setOpen] = useState<'edit' | 'history'>()
  const { key, value, differs, version, mayChange, asksFirst, request } = state
  const reset = useCommand(api.settings.resetSetting, {
    done: () => t('settings.value.restored', { name: words.name }),
    undo: () => api.settings.changeSetting({ key, value }),
  })
  const isFree = mayChange && request === undefined
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 3fr) minmax(120px, 2fr) auto' }, alignItems: 'center', columnGap: 2, rowGap: 1, px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <div>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
          <Typography component={setting.theme === undefined ? 'h3' : 'h4'} sx={{ fontWeight: 600 }}>{words.name}</Typography>
          {setting.rule !== undefined && <RuleTag rule={setting.rule} />}
          {setting.isSensitive && <Tooltip title={t('settings.value.sensitiveHint')}><span><StatusChip tone="running" label={t('settings.value.sensitive')} /></span></Tooltip>}
        </Box>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{words.explanation}</Typography>
        {!mayChange && <Typography variant="caption" sx={{ color: 'text.secondary' }}>{t('settings.value.readOnly', { needed: permissionText(state.permission) })}</Typography>}
        {request && <Link component={RouterLink} to={recordPath('approvalRequest', request.id) ?? ''} variant="body2">{t('settings.value.waiting', { number: request.number })}</Link>}
      </div>
      <SettingValue state={state} words={words} isFree={isFree} />
      <Box sx={{ display: 'flex', gap: 0.5, minWidth: { sm: 130, lg: 180 }, justifyContent: 'flex-end' }}>
        {isFree && differs && !asksFirst && (
          <Labelled label={`${t('settings.value.reset')}: ${words.name}`} onClick={() => reset.mutate({ key, version })}><RestartAlt fontSize="small" /></Labelled>
        )}
        <Labelled label={`${t('settings.value.history')}: ${words.name}`} onClick={() => setOpen('history')}><History fontSize="small" /></Labelled>
        {isFree && (words.kind.is !== 'switch' || asksFirst) && (
          <Button size="small" variant="outlined" startIcon={<Edit />} aria-label={t('settings.value.edit', { name: words.name })} onClick={() => setOpen('edit')}>{t('buttons.edit')}</Button>
        )}
      </Box>
      {isOpen === 'edit' && <SettingDialog setting={setting} state={state} onClose={() => setOpen(undefined)} />}
      {isOpen === 'history' && <SettingHistory setting={setting} onClose={() => setOpen(undefined)} />}
    </Box>
  )
}

/** The value, and what it would be by default. Yes and no are a switch where this user may turn it at once. */
function SettingValue({ state: { key, value, fallback, differs, asksFirst, version }, words, isFree }: { readonly state: SettingState; readonly words: SettingWords; readonly isFree: boolean }): ReactNode {
  const t = useText()
  const api = useApi()
  const turn = useCommand(api.settings.changeSetting, {
    done: () => t('settings.value.saved', { name: words.name }), undo: changed => api.settings.changeSetting({ key, value, version: changed.version }),
  })
  return (
    <Box sx={{ display: 'grid', justifyItems: 'start', gap: 0.25 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        {words.kind.is === 'switch' && isFree && !asksFirst && (
          <Switch
            checked={value === true} disabled={turn.isPending} onChange={(_event, isOn) => turn.mutate({ key, value: isOn, version })} sx={{ ml: -1 }}
            slotProps={{ input: { role: 'switch', 'aria-label': words.name } }}
          />
        )}
        <Typography sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>{words.valueText(value)}</Typography>
      </Box>
      {differs && <StatusChip tone="warning" label={t('settings.value.differs')} />}
      {differs && <Typography variant="caption" sx={{ color: 'text.secondary' }}>{t('settings.value.fallback', { value: words.valueText(fallback) })}</Typography>}
    </Box>
  )
}

/** The rule a setting belongs to, as it is called in the rule book. */
function RuleTag({ rule }: { readonly rule: string }): ReactNode {
  return <Box component="span" sx={{ px: 0.5, border: 1, borderColor: 'divider', borderRadius: '4px', fontSize: '0.75rem', lineHeight: 1.4, color: 'text.secondary', whiteSpace: 'nowrap' }}>{rule}</Box>
}

function Labelled({ label, onClick, children }: { readonly label: string; onClick(): void; readonly children: ReactNode }): ReactNode {
  return <Tooltip title={label}><IconButton aria-label={label} onClick={onClick}>{children}</IconButton></Tooltip>
}
