import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import type { HostDescription } from '../../shared/identity/first-run.ts'
import { EntryForm, useEntryForm } from '../components/entry-form.tsx'
import { PasswordField, TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

type RescueDescription = NonNullable<HostDescription['rescue']>

/** The host's data is damaged and was not opened: what is wrong, what there is to go back to, and, at the host's own computer, the way there. */
export function Rescue({ rescue: { isHere, problem, backup } }: { readonly rescue: RescueDescription }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Alert severity="error"><AlertTitle component="h1">{t('dataCare.rescue.title')}</AlertTitle>{t('dataCare.rescue.kept')}</Alert>
      {!isHere && <Typography>{t('dataCare.rescue.elsewhere')}</Typography>}
      {backup
        ? <Typography><b>{t('dataCare.rescue.newest', { time: instant(backup.at) })}</b><br />{t('dataCare.rescue.lost', { time: instant(backup.at) })}</Typography>
        : <Typography>{t('dataCare.rescue.none')}</Typography>}
      {isHere && backup && <Back factoryName={backup.factoryName} />}
      {isHere && (
        <details>
          <Typography component="summary" variant="body2">{t('dataCare.rescue.details')}</Typography>
          <Typography variant="body2" lang="en" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{problem}</Typography>
        </details>
      )}
    </Box>
  )
}

function Back({ factoryName }: { readonly factoryName: string }): ReactNode {
  const t = useText()
  const { rescue } = useApi().dataCare
  const [isDone, setDone] = useState(false)
  const state = useEntryForm({ schema: rescue.procedure.input, values: {}, save: input => rescue(input), onSaved: () => setDone(true) })
  const isWorking = state.isSaving || isDone
  return (
    <EntryForm state={state} label={t('dataCare.rescue.submit')}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('dataCare.rescue.who')}</Typography>
      <TextField name="username" label={t('dataCare.rescue.username')} isRequired autoFocus autoComplete="username" />
      <PasswordField name="password" label={t('dataCare.rescue.password')} isRequired autoComplete="current-password" />
      <TextField name="factoryName" label={t('dataCare.rescue.factory', { name: factoryName })} isRequired />
      <Button variant="contained" size="large" data-save onClick={state.submit} loading={isWorking}>{t('dataCare.rescue.submit')}</Button>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>{t(isWorking ? 'dataCare.rescue.working' : 'dataCare.rescue.closed')}</Typography>
    </EntryForm>
  )
}
