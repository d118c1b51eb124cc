import { useState, type ReactNode } from 'react'
import { brokenRules } from '../../shared/identity/password.ts'
import type { User } from '../../shared/identity/users.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { FirstPasswordField, suggestedPassword } from './first-password-field.tsx'
import { atField } from './password-form.tsx'

export interface ResetPasswordProps { readonly user: User; onClose(): void; onDone(): void }

export function ResetPassword({ user: { id, version, fullName: name }, onClose, onDone }: ResetPasswordProps): ReactNode {
  const t = useText()
  const api = useApi()
  const [password] = useState(suggestedPassword)
  return (
    <FormDialog
      title={t('identity.users.resetTitle', { name })} subtitle={t('identity.users.resetHint', { name })} saveLabel={t('identity.users.reset')} onClose={onClose}
      schema={api.identity.resetPassword.procedure.input} values={{ id, version, password }}
      save={async input => {
        if (brokenRules(input.password).length > 0) throw atField('password', 'identity.issues.weakPassword')
        await api.identity.resetPassword(input)
        showDone(t('identity.users.resetDone', { name }))
        onDone()
      }}
    >
      <FirstPasswordField name="password" label={t('identity.users.firstPassword')} hint={t('identity.users.firstPasswordHint')} isRequired autoFocus />
    </FormDialog>
  )
}
