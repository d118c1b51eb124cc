import Computer from '@mui/icons-material/ComputerOutlined'
import Edit from '@mui/icons-material/EditOutlined'
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import Avatar from '@mui/material/Avatar'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { DeskFace, DeskPerson } from '../../shared/desks/contract.ts'
import { describeBrowser } from '../../shared/sessions/browser.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { thisDesk } from '../core/desk.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useScreenName } from '../core/screen-list.ts'
import { useMay } from '../core/session.ts'
import { initials } from '../core/initials.ts'

/** One desk: what it is called, and who sits at it. */
export function DeskCard({ desk, onName }: { readonly desk: DeskFace; onName(): void }): ReactNode {
  const t = useText()
  const may = useMay()
  const { relative } = useFormats()
  const { id, name, place, isShared, people, lastPerson, lastSeenAt } = desk
  const title = name ?? t('desks.unnamed')
  const label = name === null ? t('desks.nameIt') : t('desks.edit')
  return (
    <Paper variant="outlined" component="li" sx={{ display: 'flex', flexDirection: 'column', minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, px: 2, py: 1.25, bgcolor: 'tint.header' }}>
        <Computer sx={{ color: people.length > 0 ? 'success.main' : 'text.secondary' }} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography component="h2" sx={{ fontWeight: 650, overflowWrap: 'anywhere', ...(name === null && { color: 'text.secondary', fontWeight: 500 }) }}>
            {title}{id === thisDesk().id && ` (${t('desks.isThis')})`}
          </Typography>
          {place !== '' && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{place}</Typography>}
        </Box>
        {may('settings.update') && <Button size="small" startIcon={<Edit />} aria-label={`${label}: ${title}`} onClick={onName}>{label}</Button>}
      </Box>
      <Box sx={{ display: 'grid', gap: 1.5, px: 2, py: 1.5, alignContent: 'start', flex: 1 }}>
        {people.map(person => <Person key={person.sessionId} person={person} />)}
        {people.length === 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('desks.offline')}. {lastPerson === null || lastSeenAt === null ? t('desks.never') : t('desks.last', { name: lastPerson, when: relative(lastSeenAt) })}
          </Typography>
        )}
        {isShared && <Box><StatusChip tone="waiting" label={t('desks.shared')} icon={SwapHoriz} /></Box>}
      </Box>
    </Paper>
  )
}

function Person({ person }: { readonly person: DeskPerson }): ReactNode {
  const t = useText()
  const { relative } = useFormats()
  const { fullName, role, ip, userAgent, since, lastSeenAt, screen, screenSince } = person
  const screenName = useScreenName()(screen ?? '')
  return (
    <Box sx={{ display: 'flex', gap: 1.25, minWidth: 0 }}>
      <Avatar aria-hidden sx={{ width: 36, height: 36, fontSize: '0.875rem', fontWeight: 700, bgcolor: 'tint.primary', color: 'primary.main' }}>{initials(fullName)}</Avatar>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, lineHeight: 1.3 }}>{fullName}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{role}</Typography>
        {screenName !== undefined && screenSince !== null && (
          <Typography variant="body2">{t('desks.on', { screen: screenName })} <Box component="span" sx={{ color: 'text.secondary' }}>{t('desks.since', { when: relative(screenSince) })}</Box></Typography>
        )}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('desks.onlineSince', { when: relative(since) })}, {t('desks.seen', { when: relative(lastSeenAt) })}</Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{[describeBrowser(userAgent), ip].filter(Boolean).join(' · ')}</Typography>
      </Box>
    </Box>
  )
}
