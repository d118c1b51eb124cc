import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { masterNames, type MasterName } from '../../shared/masters/masters.ts'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { masterPaths } from '../core/paths.ts'
import { presentations } from './presentations.ts'
import { masterThemes, type MasterTheme } from './presentation.ts'

/** The way to every master, by theme, with how many there are. */
export function MastersHome(): ReactNode {
  const t = useText()
  const { data: counts } = useLive(useApi().masters.countRecords, {})
  return (
    <PageFrame title={t('masters.home.title')} subtitle={t('masters.home.hint')}>
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        {masterThemes.map(theme => <ThemeCards key={theme} theme={theme} counts={counts} />)}
      </Box>
    </PageFrame>
  )
}

type Counts = Readonly<Record<string, number>> | undefined

function ThemeCards({ theme, counts }: { readonly theme: MasterTheme; readonly counts: Counts }): ReactNode {
  const t = useText()
  const names = masterNames.filter(name => presentations[name].theme === theme)
  return (
    <Box component="section" aria-label={t(`masters.home.themes.${theme}`)}>
      <Typography component="h2" variant="overline" sx={{ color: 'text.secondary' }}>{t(`masters.home.themes.${theme}`)}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.5, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 248px), 1fr))' }}>
        {names.map(name => <Box component="li" key={name} sx={{ display: 'grid' }}><MasterCard name={name} count={counts?.[name]} /></Box>)}
      </Box>
    </Box>
  )
}

function MasterCard({ name, count }: { readonly name: MasterName; readonly count: number | undefined }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const { icon: Icon } = presentations[name]
  return (
    <ButtonBase
      component={Link} to={masterPaths[name]}
      sx={{
        display: 'flex', gap: 1.5, justifyContent: 'flex-start', textAlign: 'start', p: 1.5, minHeight: 64, borderRadius: 2, border: 1, borderColor: 'divider', bgcolor: 'background.paper', color: 'text.primary',
        '&:hover, &:focus-visible': { borderColor: 'primary.main', bgcolor: 'tint.primary' },
      }}
    >
      <Box aria-hidden sx={{ display: 'grid', placeItems: 'center', width: 40, height: 40, flexShrink: 0, borderRadius: 1.5, bgcolor: 'tint.primary', color: 'primary.main' }}><Icon fontSize="small" /></Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography component="span" sx={{ fontWeight: 600, display: 'block', overflowWrap: 'anywhere' }}>{t(`masters.${name}.title`)}</Typography>
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>{count === undefined ? '…' : count === 0 ? t('masters.home.none') : t('masters.home.count', { count, shown: integer(count) })}</Typography>
      </Box>
    </ButtonBase>
  )
}
