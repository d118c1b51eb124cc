import History from '@mui/icons-material/HistoryOutlined'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { settingGroups } from '../../shared/settings/registry.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { isInDialog, isTyping } from '../components/key-hints.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { ChangesDrawer } from './changes-drawer.tsx'
import { PartTabs } from './part-tabs.tsx'
import { SeriesPanel } from './series-panel.tsx'
import { SettingGroupPanel } from './setting-group.tsx'
import { groupName, searchText } from './setting-words.ts'
import { SitePanel } from './site-panel.tsx'
import { SupportPanel } from './support-panel.tsx'

/** What the factory decides for itself: its name, its document numbers, its settings by module; found by words in either language. */
export function SettingsPage(): ReactNode {
  const t = useText()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const [search, setSearch] = useState('')
  const [onlyDiffering, setOnlyDiffering] = useState(false)
  const [isChangesOpen, setChangesOpen] = useState(false)
  const searchBox = useSearchKey()
  const { data } = useLive(useApi().settings.listSettings, {})
  const states = new Map(data?.map(state => [state.key, state]))
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const isNarrowed = words.length > 0 || onlyDiffering
  const found = settingGroups
    .map(({ module, settings }) => ({
      module,
      settings: settings.filter(setting => {
        const state = states.get(setting.key)
        return state !== undefined && (!onlyDiffering || state.differs) && words.every(word => searchText(module, setting).includes(word))
      }),
    }))
    .filter(({ settings }) => settings.length > 0)
  const count = found.reduce((sum, { settings }) => sum + settings.length, 0)
  const parts = [
    { name: 'site', label: t('settings.site.title') },
    { name: 'series', label: t('settings.series.title') },
    ...settingGroups.map(({ module, settings }) => ({ name: module, label: groupName(module), count: settings.filter(({ key }) => states.get(key)?.differs).length })),
    ...(may('settings.execute') ? [{ name: 'support', label: t('support.title') }] : []),
  ]
  const part = parts.find(({ name }) => name === params.get('part'))?.name ?? 'site'
  const group = found.find(({ module }) => module === part)

  return (
    <PageFrame
      title={t('settings.title')}
      actions={<Button variant="outlined" startIcon={<History />} onClick={() => setChangesOpen(true)}>{t('settings.changes')}</Button>}
      filters={(
        <Box role="search" ref={searchBox} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
          <Box sx={{ width: 'min(420px, 100%)' }}><TextInput label={t('settings.search')} value={search} onChange={setSearch} /></Box>
          <Chip
            label={t('settings.onlyDiffering')} clickable color={onlyDiffering ? 'primary' : 'default'} variant={onlyDiffering ? 'filled' : 'outlined'} aria-pressed={onlyDiffering}
            onClick={() => setOnlyDiffering(!onlyDiffering)}
          />
          {isNarrowed && data && <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>{t('settings.found', { count })}</Typography>}
        </Box>
      )}
    >
      {isNarrowed ? found.map(one => <SettingGroupPanel key={one.module} group={one} states={states} />) : (
        <PartTabs parts={parts} part={part} onPart={name => setParams({ part: name }, { replace: true })}>
          {part === 'site' && <SitePanel />}
          {part === 'series' && <SeriesPanel />}
          {part === 'support' && <SupportPanel />}
          {group && <SettingGroupPanel group={group} states={states} />}
        </PartTabs>
      )}
      {isNarrowed && data && count === 0 && <EmptyState role="status" icon={<SearchOff />} title={t('settings.noMatch')} hint={t('settings.noMatchHint')} />}
      {isChangesOpen && <ChangesDrawer onClose={() => setChangesOpen(false)} />}
    </PageFrame>
  )
}

/** "/" leads to the search, as in lists. */
function useSearchKey() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.key !== '/' || isTyping(event.target) || isInDialog(event.target)) return
      event.preventDefault()
      box.current?.querySelector('input')?.focus()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return box
}
