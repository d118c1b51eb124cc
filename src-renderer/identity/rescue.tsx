import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import { dataCare } from '../../shared/data-care/contract.ts'
import type { HostDescription, RescueBackup } from '../../shared/identity/first-run.ts'
import { EntryForm, useEntryForm } from '../components/entry-form.tsx'
import { PasswordField, TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { RescueBackups } from './rescue-backups.tsx'

/** What is typed; which backup is chosen beside. */
const Answers = dataCare.rescue.input.omit({ name: true })
type RescueDescription = NonNullable<HostDescription['rescue']>

/** The host's data is damaged and was not opened: what is wrong, what there is to go back to, and, at the host's own computer, the way there. */
export function Rescue({ rescue: { isHere, problem, backups } }: { readonly rescue: RescueDescription }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const [newest] = backups
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Alert severity="error"><AlertTitle component="h1">{t('dataCare.rescue.title')}</AlertTitle>{t('dataCare.rescue.kept')}</Alert>
      {!isHere && <Typography>{t('dataCare.rescue.elsewhere')}</Typography>}
      {!isHere && newest && <Typography><b>{t('dataCare.rescue.newest', { time: instant(newest.at) })}</b></Typography>}
      {!newest && <Typography>{t('dataCare.rescue.none')}</Typography>}
      {isHere && newest && <Back backups={backups} newest={newest} />}
      {isHere && (
        <details>
          <Typography component="summary" variant="body2">{t('dataCare.rescue.details')}</Typography>
          <Typography variant="body2" lang="en" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{problem}</Typography>
        </details>
      )}
    </Box>
  )
}

/** One that is offered no longer gives way to the newest. */
function Back({ backups, newest }: { readonly backups: readonly RescueBackup[]; readonly newest: RescueBackup }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const { rescue } = useApi().dataCare
  const [name, setName] = useState<string>()
  const [isDone, setDone] = useState(false)
  const chosen = backups.find(backup => backup.name === name) ?? newest
  const state = useEntryForm({ schema: Answers, values: {}, save: input => rescue({ ...input, name: chosen.name }), onSaved: () => setDone(true) })
  const isWorking = state.isSaving || isDone
  return (
    <EntryForm state={state} label={t('dataCare.rescue.submit')}>
      <RescueBackups backups={backups} chosen={chosen} onChoose={setName} />
      <Typography>{t('dataCare.rescue.lost', { time: instant(chosen.at) })}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('dataCare.rescue.who')}</Typography>
      <TextField name="username" label={t('dataCare.rescue.username')} isRequired autoFocus autoComplete="username" />
      <PasswordField name="password" label={t('dataCare.rescue.password')} isRequired autoComplete="current-password" />
      <TextField name="factoryName" label={t('dataCare.rescue.factory', { name: chosen.factoryName })} isRequired />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('dataCare.rescue.after')}</Typography>
      <Button variant="contained" size="large" data-save onClick={state.submit} loading={isWorking}>{t('dataCare.rescue.submit')}</Button>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>{t(isWorking ? 'dataCare.rescue.working' : 'dataCare.rescue.closed')}</Typography>
    </EntryForm>
  )
}
