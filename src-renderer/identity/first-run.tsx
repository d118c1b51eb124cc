import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { FormProvider, type UseFormReturn } from 'react-hook-form'
import { brokenRules } from '../../shared/identity/password.ts'
import { useEntryForm } from '../components/entry-form.tsx'
import { PasswordField, TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { thisDesk } from '../core/desk.ts'
import { asAppError, errorText } from '../core/error-text.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { firstListsPath } from '../core/paths.ts'
import { signIn } from '../core/session.ts'
import { doorTitle } from './door-frame.tsx'
import { moveOnOrSubmit } from './enter-key.ts'
import { PasswordRules } from './password-rules.tsx'

/** What each step asks. */
const steps = [['factoryName'], ['fullName', 'username'], ['password']] as const

/** A new factory's three questions, one at a time. `onSetUp`: somebody else, or the demo, made it a factory. */
export function FirstRun({ onSetUp }: { onSetUp(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const [language] = useLanguage()
  const [step, setStep] = useState(0)
  const state = useEntryForm({
    schema: api.identity.setUp.procedure.input,
    values: { factoryName: '', fullName: '', username: '', password: '', language },
    async save(answers) {
      try {
        const { token } = await api.identity.setUp({ ...answers, language, deskId: thisDesk().id })
        // An empty board says nothing to somebody who has a factory to fill: they begin where its lists are.
        history.replaceState(null, '', firstListsPath)
        signIn(token, { keep: false })
      } catch (thrown) {
        if (asAppError(thrown).code === 'already-set-up') onSetUp()
        throw thrown
      }
    },
  })
  const { form, failure, isSaving } = state
  const [fullName = '', password = ''] = form.watch(['fullName', 'password']) as (string | undefined)[]
  useSuggestedUsername(form)

  // A fault that was found is gone as soon as its entry is touched.
  useEffect(() => form.watch((_values, { name }) => name !== undefined && form.clearErrors(name)).unsubscribe, [form])

  async function go(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isSaving || !(await form.trigger([...steps[step]!], { shouldFocus: true }))) return
    if (step < steps.length - 1) return setStep(step + 1)
    if (brokenRules(password).length === 0) return state.submit()
    form.setError('password', { type: 'weak', message: t('identity.issues.weakPassword') }, { shouldFocus: true })
  }
  return (
    <FormProvider {...form}>
      <Box
        component="form" key={step} noValidate aria-labelledby="first-run-title" onKeyDown={moveOnOrSubmit} onSubmit={event => void go(event)}
        sx={{ display: 'grid', gap: 2 }}
      >
        <Steps step={step} />
        {step === 0 && (
          <>
            <Question title={t('identity.firstRun.factoryTitle')} hint={t('identity.firstRun.factoryHint')} />
            <TextField name="factoryName" label={t('identity.firstRun.factoryName')} autoComplete="organization" autoFocus />
          </>
        )}
        {step === 1 && (
          <>
            <Question title={t('identity.firstRun.personTitle')} hint={t('identity.firstRun.personHint')} />
            <TextField name="fullName" label={t('fields.fullName')} autoComplete="name" autoFocus />
            <TextField name="username" label={t('fields.username')} hint={t('identity.firstRun.usernameHint')} autoComplete="username" />
          </>
        )}
        {step === 2 && (
          <>
            <Question title={t('identity.firstRun.passwordTitle', { name: fullName })} hint={t('identity.firstRun.passwordHint')} />
            {failure && <Alert severity="error" role="alert">{errorText(failure)}</Alert>}
            <PasswordField name="password" label={t('fields.password')} autoComplete="new-password" autoFocus />
            <PasswordRules password={password} />
          </>
        )}
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mt: 1 }}>
          {step > 0 ? <Button disabled={isSaving} onClick={() => setStep(step - 1)}>{t('buttons.back')}</Button> : <span />}
          <Button type="submit" variant="contained" loading={isSaving} sx={{ minHeight: 44, px: 3 }}>
            {t(step < steps.length - 1 ? 'identity.firstRun.next' : 'identity.firstRun.finish')}
          </Button>
        </Box>
        {step === 0 && <TryDemo onReady={onSetUp} />}
      </Box>
    </FormProvider>
  )
}

function Question({ title, hint }: { readonly title: string; readonly hint: string }): ReactNode {
  return (
    <div>
      <Typography id="first-run-title" component="h1" sx={doorTitle}>{title}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.75 }}>{hint}</Typography>
    </div>
  )
}

function Steps({ step }: { readonly step: number }): ReactNode {
  const t = useText()
  return (
    <Box>
      <Box aria-hidden sx={{ display: 'flex', gap: 0.75, mb: 1 }}>
        {steps.map(([name], at) => <Box key={name} sx={{ flex: 1, height: 4, borderRadius: 2, bgcolor: at <= step ? 'secondary.main' : 'divider' }} />)}
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>{t('identity.firstRun.step', { step: step + 1, steps: steps.length })}</Typography>
    </Box>
  )
}

/** Instead of a factory of one's own: the demo factory, with one press. */
function TryDemo({ onReady }: { onReady(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { run, isRunning, error } = useJob(api.identity.startDemo)
  const start = async () => {
    if (await run({})) onReady()
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 3, pt: 2.5, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('identity.firstRun.demo')}</Typography>
      {error && <Alert severity="error" role="alert">{errorText(error)}</Alert>}
      <Button variant="outlined" loading={isRunning} onClick={() => void start()} sx={{ minHeight: 44, justifySelf: 'start' }}>{t('identity.firstRun.tryDemo')}</Button>
    </Box>
  )
}

/** The username follows the name while it is typed, so that it stands there before its field is entered, until it is written by hand. */
function useSuggestedUsername(form: UseFormReturn): void {
  const suggested = useRef('')
  useEffect(() => form.watch(({ fullName, username }, { name }) => {
    if (name !== 'fullName' || (username ?? '') !== suggested.current) return
    suggested.current = usernameFor(String(fullName ?? ''))
    form.setValue('username', suggested.current)
  }).unsubscribe, [form])
}

/** The first name, as it can be typed: "Ratna Wijaya" is `ratna`. */
function usernameFor(fullName: string): string {
  const [first = ''] = fullName.trim().toLowerCase().split(/\s+/)
  return first.normalize('NFD').replace(/[^\w.@-]/g, '')
}
