import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useEffect, useState, type ReactNode } from 'react'
import { FormProvider } from 'react-hook-form'
import type { DemoLogin, HostDescription } from '../../shared/identity/first-run.ts'
import { useEntryForm } from '../components/entry-form.tsx'
import { PasswordField, TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { thisDesk } from '../core/desk.ts'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { signIn, useSession } from '../core/session.ts'
import { DemoPeople } from './demo-people.tsx'
import { doorTitle } from './door-frame.tsx'
import { moveOnOrSubmit } from './enter-key.ts'

const lastUsernameKey = 'lantai.username'

/** Name and password; in a demo factory its people too, each one touch away. */
export function LoginForm({ host }: { readonly host: HostDescription }): ReactNode {
  const t = useText()
  const api = useApi()
  const { user } = useSession()
  const [keep, setKeep] = useState(false)
  const [known] = useState(() => user?.username ?? localStorage.getItem(lastUsernameKey) ?? '')
  const state = useEntryForm({
    schema: api.identity.login.procedure.input,
    values: { username: known, password: '' },
    async save({ username, password }) {
      const { token } = await api.identity.login({ username, password, deskId: thisDesk().id })
      localStorage.setItem(lastUsernameKey, username)
      signIn(token, { keep })
    },
  })
  const { form, failure, isSaving, submit } = state
  useEffect(() => {
    if (failure) form.setFocus('password', { shouldSelect: true })
  }, [failure, form])
  const enterAs = ({ username, password }: DemoLogin) => {
    form.setValue('username', username)
    form.setValue('password', password)
    submit()
  }
  return (
    <FormProvider {...form}>
      <Box sx={{ display: 'grid', gap: 3, justifyItems: 'center' }}>
        <Box
          component="form" noValidate aria-label={t('identity.login.title')} onKeyDown={moveOnOrSubmit}
          onSubmit={event => { event.preventDefault(); if (!isSaving) submit() }}
          sx={{ display: 'grid', gap: 2, width: '100%', maxWidth: 400 }}
        >
          {!user && <Typography component="h1" sx={doorTitle}>{t('identity.login.welcome', { factory: host.factoryName ?? '' })}</Typography>}
          {user && !failure && <Alert severity="info">{t('frame.sessionEnded')} {t('identity.login.other', { name: user.fullName })}</Alert>}
          {failure && failure.code !== 'invalid-input' && <Alert severity="error" role="alert">{errorText(failure)}</Alert>}
          <TextField name="username" label={t('fields.username')} autoComplete="username" autoFocus={known === ''} />
          <PasswordField name="password" label={t('fields.password')} autoComplete="current-password" autoFocus={known !== ''} />
          <FormControlLabel
            control={<Checkbox checked={keep} onChange={event => setKeep(event.target.checked)} />}
            label={
              <>
                {t('identity.login.keep')}
                <Typography variant="caption" component="span" sx={{ display: 'block', color: 'text.secondary' }}>{t('identity.login.keepHint')}</Typography>
              </>
            }
          />
          <Button type="submit" variant="contained" size="large" loading={isSaving} sx={{ minHeight: 44 }}>{t('identity.login.submit')}</Button>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>{t('identity.login.forgot')}</Typography>
        </Box>
        {host.demoLogins.length > 0 && !user && <DemoPeople people={host.demoLogins} isBusy={isSaving} onChoose={enterAs} />}
      </Box>
    </FormProvider>
  )
}
