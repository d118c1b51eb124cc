import Divider from '@mui/material/Divider'
import { useState, type ReactNode } from 'react'
import { brokenRules } from '../../shared/identity/password.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { FirstPasswordField, suggestedPassword } from './first-password-field.tsx'
import { atField } from './password-form.tsx'
import { PersonFields, RightsFields } from './rights-fields.tsx'

/** A new user with a password for the first login. */
export function NewUserForm({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const [language] = useLanguage()
  const [password] = useState(suggestedPassword)
  return (
    <FormDialog
      as="drawer" title={t('identity.users.add')} onClose={onClose} schema={api.identity.createUser.procedure.input}
      values={{ username: '', fullName: '', sectionId: null, sectionIds: [], canSeeCost: false, language, password, email: null, phone: null, jobTitleId: null, sections: null }}
      save={async user => {
        if (brokenRules(user.password).length > 0) throw atField('password', 'identity.issues.weakPassword')
        const { fullName } = await api.identity.createUser(user)
        showDone(t('identity.users.created', { name: fullName }))
      }}
    >
      <PersonFields />
      <RightsFields />
      <Divider />
      <FirstPasswordField name="password" label={t('identity.users.firstPassword')} hint={t('identity.users.firstPasswordHint')} isRequired />
    </FormDialog>
  )
}
