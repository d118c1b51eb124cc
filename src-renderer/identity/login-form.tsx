import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
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
  const { user, endedBy, isTraining: wasTraining } = useSession()
  const [isTraining, setTraining] = useState(wasTraining)
  const [keep, setKeep] = useState(false)
  const [known] = useState(() => user?.username ?? localStorage.getItem(lastUsernameKey) ?? '')
  const state = useEntryForm({
    schema: api.identity.login.procedure.input,
    values: { username: known, password: '' },
    async save({ username, password }) {
      const person = { username, password, deskId: thisDesk().id }
      const { token } = await (isTraining ? api.training.enter(person) : api.identity.login(person))
      localStorage.setItem(lastUsernameKey, username)
      signIn(token, { keep: keep && !isTraining })
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
          {endedBy === 'training-reset' && !failure && <Alert severity="info">{t('training.login.reset')}</Alert>}
          {failure && failure.code !== 'invalid-input' && <Alert severity="error" role="alert">{failure.code === 'password-change-needed' ? t('training.login.passwordFirst') : errorText(failure)}</Alert>}
          <TextField name="username" label={t('fields.username')} autoComplete="username" autoFocus={known === ''} />
          <PasswordField name="password" label={t('fields.password')} autoComplete="current-password" autoFocus={known !== ''} />
          {!isTraining && (
            <FormControlLabel
              control={<Checkbox checked={keep} onChange={event => setKeep(event.target.checked)} />}
              label={<ChoiceText name={t('identity.login.keep')} hint={t('identity.login.keepHint')} />}
            />
          )}
          <FormControlLabel
            control={<Switch color="secondary" checked={isTraining} onChange={event => setTraining(event.target.checked)} />}
            label={<ChoiceText name={t('training.login.choose')} hint={t('training.login.chooseHint')} />}
          />
          {isTraining && isSaving && <Alert severity="info" role="status">{t('training.login.preparing')}</Alert>}
          <Button type="submit" variant="contained" size="large" color={isTraining ? 'secondary' : 'primary'} loading={isSaving} sx={{ minHeight: 44 }}>
            {t(isTraining ? 'training.login.submit' : 'identity.login.submit')}
          </Button>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>{t('identity.login.forgot')}</Typography>
        </Box>
        {host.demoLogins.length > 0 && !user && <DemoPeople people={host.demoLogins} isBusy={isSaving} onChoose={enterAs} />}
      </Box>
    </FormProvider>
  )
}

function ChoiceText({ name, hint }: { readonly name: string; readonly hint: string }): ReactNode {
  return (
    <>
      {name}
      <Typography variant="caption" component="span" sx={{ display: 'block', color: 'text.secondary' }}>{hint}</Typography>
    </>
  )
}
