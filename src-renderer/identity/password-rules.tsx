import CheckCircle from '@mui/icons-material/CheckCircle'
import Circle from '@mui/icons-material/RadioButtonUncheckedOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { brokenRules, passwordRules } from '../../shared/identity/password.ts'
import { useText } from '../core/i18n.ts'

const met = { color: 'success.main', fontWeight: 600 }
const unmet = { color: 'text.secondary' }

/** What a password must have, ticked off while it is typed. */
export function PasswordRules({ password }: { readonly password: string }): ReactNode {
  const t = useText()
  const broken = brokenRules(password)
  return (
    <Box component="section" aria-label={t('identity.password.mustHave')}>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>{t('identity.password.mustHave')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.5, p: 0, display: 'grid', gap: 0.5 }}>
        {passwordRules.map(rule => {
          const isMet = !broken.includes(rule)
          const Icon = isMet ? CheckCircle : Circle
          return (
            <Box key={rule} component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: '0.875rem', ...(isMet ? met : unmet) }}>
              <Icon titleAccess={t(isMet ? 'identity.password.met' : 'identity.password.unmet')} sx={{ fontSize: 18 }} />
              {t(`identity.password.rules.${rule}`)}
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
