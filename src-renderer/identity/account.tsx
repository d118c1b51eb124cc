import { useState, type ReactNode } from 'react'
import { FormDialog } from '../components/form-dialog.tsx'
import type { TopBarProps } from '../components/top-bar.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { setUser, signOut, useSession } from '../core/session.ts'
import { showDone, showError } from '../core/toasts.ts'
import { changePassword, PasswordFields } from './password-form.tsx'

/** The longest that leaving waits for the host to hear of it. */
const patience = 2_000

export interface Account extends Required<Pick<TopBarProps, 'onLanguage' | 'onChangePassword' | 'onSignOut'>> {
  /** To be shown beside the frame. */
  readonly dialog: ReactNode
}

/** What the user menu does: `const { dialog, ...account } = useAccount()`, then `<AppFrame {...account} …/>`. */
export function useAccount(): Account {
  const api = useApi()
  const onSignOut = useSignOut()
  const [isChanging, setChanging] = useState(false)
  return {
    onSignOut,
    onChangePassword: () => setChanging(true),
    onLanguage(language) {
      const { user } = useSession.getState()
      if (user) setUser({ ...user, language })
      api.identity.setLanguage({ language }).catch(showError)
    },
    dialog: isChanging && <ChangePasswordDialog onClose={() => setChanging(false)} />,
  }
}

/** Ends the session at the host and here; here also where the host cannot be reached. */
export function useSignOut(): () => void {
  const api = useApi()
  return () => {
    const told = api.identity.logout({}).catch(() => undefined)
    const impatient = new Promise(resolve => setTimeout(resolve, patience))
    void Promise.race([told, impatient]).then(signOut)
  }
}

export function ChangePasswordDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  return (
    <FormDialog
      title={t('identity.password.change')} subtitle={t('identity.password.changeHint')} width="xs" saveLabel={t('identity.password.change')} onClose={onClose}
      schema={api.identity.changePassword.procedure.input} values={{ current: '', next: '' }} save={passwords => changePassword(api, passwords)}
      onSaved={() => showDone(t('identity.password.changed'))}
    >
      <PasswordFields />
    </FormDialog>
  )
}
