import Avatar from '@mui/material/Avatar'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { DemoLogin } from '../../shared/identity/first-run.ts'
import { useText } from '../core/i18n.ts'

export interface DemoPeopleProps {
  readonly people: readonly DemoLogin[]
  readonly isBusy: boolean
  onChoose(person: DemoLogin): void
}

/** The people of the demo factory: each looks at it with other eyes. */
export function DemoPeople({ people, isBusy, onChoose }: DemoPeopleProps): ReactNode {
  const t = useText()
  return (
    <Box component="section" aria-labelledby="demo-title" sx={{ width: '100%', borderTop: 1, borderColor: 'divider', pt: 2.5 }}>
      <Typography id="demo-title" component="h2" variant="h3">{t('identity.login.demo')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>{t('identity.login.demoHint')}</Typography>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))' }}>
        {people.map(person => (
          <ButtonBase
            key={person.username} disabled={isBusy} onClick={() => onChoose(person)} aria-label={t('identity.login.demoAs', { name: person.fullName, role: person.role })}
            sx={{
              justifyContent: 'flex-start', gap: 1.25, px: 1.25, minHeight: 56, borderRadius: 2, border: 1, borderColor: 'divider', bgcolor: 'background.paper', textAlign: 'start',
              '&:hover, &:focus-visible': { borderColor: 'primary.main', bgcolor: 'tint.primary' }, '&:disabled': { opacity: 0.6 },
            }}
          >
            <Avatar aria-hidden sx={{ width: 34, height: 34, fontSize: '0.8125rem', fontWeight: 700, bgcolor: 'tint.primary', color: 'primary.main' }}>{person.fullName[0]}</Avatar>
            <Box sx={{ minWidth: 0 }}>
              <Typography noWrap sx={{ fontSize: '0.875rem', fontWeight: 600, lineHeight: 1.3 }}>{person.role}</Typography>
              <Typography noWrap variant="caption" component="p" sx={{ color: 'text.secondary', lineHeight: 1.3 }}>{person.username} · {person.fullName}</Typography>
            </Box>
          </ButtonBase>
        ))}
      </Box>
    </Box>
  )
}
