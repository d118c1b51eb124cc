import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { FormProvider } from 'react-hook-form'
import { useEntryForm } from '../components/entry-form.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { setUser, useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { DoorFrame, doorTitle } from './door-frame.tsx'
import { moveOnOrSubmit } from './enter-key.ts'
import { changePassword, PasswordFields } from './password-form.tsx'
import { useSignOut } from './account.tsx'

/** Around all screens: who was given a password by somebody else changes it first. */
export function PasswordGate({ children }: { readonly children: ReactNode }): ReactNode {
  const { mustChangePassword } = useUser()
  return mustChangePassword ? <DoorFrame><MustChangePassword /></DoorFrame> : children
}

function MustChangePassword(): ReactNode {
  const t = useText()
  const api = useApi()
  const user = useUser()
  const leave = useSignOut()
  const { form, failure, isSaving, submit } = useEntryForm({
    schema: api.identity.changePassword.procedure.input,
    values: { current: '', next: '' },
    async save(passwords) {
      await changePassword(api, passwords)
      setUser({ ...user, mustChangePassword: false })
      showDone(t('identity.password.changed'))
    },
  })
  return (
    <FormProvider {...form}>
      <Box
        component="form" noValidate aria-labelledby="must-change-title" onKeyDown={moveOnOrSubmit}
        onSubmit={event => { event.preventDefault(); if (!isSaving) submit() }}
        sx={{ display: 'grid', gap: 2 }}
      >
        <div>
          <Typography id="must-change-title" component="h1" sx={doorTitle}>{t('identity.password.mustTitle')}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.75 }}>{t('identity.password.mustHint')}</Typography>
        </div>
        {failure && failure.code !== 'invalid-input' && <Alert severity="error" role="alert">{errorText(failure)}</Alert>}
        <PasswordFields />
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mt: 1 }}>
          <Button onClick={leave} disabled={isSaving}>{t('frame.signOut')}</Button>
          <Button type="submit" variant="contained" loading={isSaving} sx={{ minHeight: 44, px: 3 }}>{t('identity.password.change')}</Button>
        </Box>
      </Box>
    </FormProvider>
  )
}
