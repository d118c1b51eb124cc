import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useId, type ReactNode } from 'react'
import { useText } from '../core/i18n.ts'

interface Part { readonly name: string; readonly label: string; readonly count?: number }
interface PartTabsProps { readonly parts: readonly Part[]; readonly part: string; onPart(name: string): void; readonly children: ReactNode }

/** The parts of the settings beside what belongs to one of them; above it where there is little room. `count`: how many of its settings differ. */
export function PartTabs({ parts, part, onPart, children }: PartTabsProps): ReactNode {
  const t = useText()
  const id = useId()
  const isNarrow = useMediaQuery('(max-width: 1000px)', { noSsr: true })
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: isNarrow ? 'minmax(0, 1fr)' : '220px minmax(0, 1fr)', gap: 2, alignItems: 'start' }}>
      <Tabs
        value={part} onChange={(_event, name: string) => onPart(name)} aria-label={t('settings.modules')} orientation={isNarrow ? 'horizontal' : 'vertical'}
        variant={isNarrow ? 'scrollable' : 'standard'} allowScrollButtonsMobile sx={isNarrow ? {} : { position: 'sticky', top: 0, borderRight: 1, borderColor: 'divider' }}
      >
        {parts.map(({ name, label, count = 0 }) => (
          <Tab
            key={name} value={name} id={`${id}-${name}`} aria-controls={`${id}-panel`} label={count > 0 ? `${label} (${count})` : label}
            sx={isNarrow ? {} : { alignItems: 'flex-start', textAlign: 'start', minHeight: 36, py: 0.75, '@media (pointer: coarse)': { minHeight: 56 } }}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${part}`} sx={{ display: 'grid', gap: 2, minWidth: 0 }}>{children}</Box>
    </Box>
  )
}
