import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { SettingState } from '../../shared/settings/contract.ts'
import { modulesAhead, type SettingGroup } from '../../shared/settings/registry.ts'
import { Panel } from '../components/panel.tsx'
import { textOf, useText } from '../core/i18n.ts'
import { SettingLine } from './setting-line.tsx'
import { groupName } from './setting-words.ts'

/** The settings of one module, by what belongs together. */
export function SettingGroupPanel({ group: { module, settings }, states }: { readonly group: SettingGroup; readonly states: ReadonlyMap<string, SettingState> }): ReactNode {
  const t = useText()
  const themes = [...Map.groupBy(settings, ({ theme }) => theme)]
  return (
    <Panel title={groupName(module)}>
      {modulesAhead.includes(module) && <Alert severity="info" sx={{ borderRadius: 0 }}>{t('settings.ahead')}</Alert>}
      {themes.map(([theme, members]) => (
        <Box key={theme ?? ''} {...(theme !== undefined && { component: 'section', 'aria-label': textOf(`settings.themes.${theme}`) })}>
          {theme !== undefined && <Typography component="h3" sx={{ px: 2, pt: 1.5, pb: 0.5, fontWeight: 650, color: 'text.secondary', borderTop: 1, borderColor: 'divider' }}>{textOf(`settings.themes.${theme}`)}</Typography>}
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {members.map(setting => <SettingLine key={setting.key} setting={setting} state={states.get(setting.key)!} />)}
          </Box>
        </Box>
      ))}
    </Panel>
  )
}
