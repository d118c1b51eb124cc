import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import { settingGroups } from '../../shared/settings/registry.ts'
import type { Setting } from '../../shared/settings/setting.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { Panel } from '../components/panel.tsx'
import { SeriesPanel } from './series-panel.tsx'
import { SettingLine } from './setting-line.tsx'
import { useSettingWords } from './setting-words.ts'
import { SitePanel } from './site-panel.tsx'
import { SupportPanel } from './support-panel.tsx'

/** What the factory decides for itself: its name, its settings by module, its document numbers. */
export function SettingsPage(): ReactNode {
  const t = useText()
  const api = useApi()
  const wordsOf = useSettingWords()
  const [search, setSearch] = useState('')
  const { data } = useLive(api.settings.listSettings, {})
  const states = new Map(data?.map(state => [state.key, state]))
  const matches = (module: string, setting: Setting) => {
    const { name, explanation } = wordsOf(setting)
    const text = [groupName(module), name, explanation, setting.key].join(' ').toLowerCase()
    return search.toLowerCase().split(/\s+/).every(word => text.includes(word))
  }
  const groups = settingGroups
    .map(({ module, settings }) => ({ module, settings: settings.filter(setting => states.has(setting.key) && matches(module, setting)) }))
    .filter(({ settings }) => settings.length > 0)

  return (
    <PageFrame
      title={t('settings.title')}
      filters={<Box role="search" sx={{ maxWidth: 420 }}><TextInput label={t('settings.search')} value={search} onChange={setSearch} /></Box>}
    >
      {search === '' && <SitePanel />}
      {groups.map(({ module, settings }) => (
        <Panel key={module} title={groupName(module)}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {settings.map(setting => <SettingLine key={setting.key} setting={setting} state={states.get(setting.key)!} />)}
          </Box>
        </Panel>
      ))}
      {search === '' && <SeriesPanel />}
      {search === '' && <SupportPanel />}
      {data && groups.length === 0 && <EmptyState role="status" icon={<SearchOff />} title={t('settings.noMatch')} hint={t('settings.noMatchHint')} />}
    </PageFrame>
  )
}

/** Modules that are permissions too have their name there; others name themselves. */
function groupName(module: string): string {
  return textOf(`permissionModules.${module}`) ?? textOf(`${module}.title`) ?? module
}
