import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { AppError } from '../../shared/core/errors.ts'
import { brokenRules } from '../../shared/identity/password.ts'
import { PasswordField } from '../components/text-field.tsx'
import type { Api } from '../core/client.ts'
import { asAppError } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { PasswordRules } from './password-rules.tsx'

/** The present password and the new one, checked while it is typed; inside a form of `changePassword`. */
export function PasswordFields(): ReactNode {
  const t = useText()
  const next = useFormContext().watch('next') as string | undefined
  return (
    <>
      <PasswordField name="current" label={t('identity.password.current')} autoComplete="current-password" autoFocus />
      <PasswordField name="next" label={t('identity.password.next')} autoComplete="new-password" />
      <PasswordRules password={next ?? ''} />
    </>
  )
}

/** What a password is refused for is said at its field, before it is sent where it can be known here. */
export async function changePassword(api: Api, { current, next }: { readonly current: string; readonly next: string }): Promise<void> {
  if (brokenRules(next).length > 0) throw atField('next', 'identity.issues.weakPassword')
  try {
    await api.identity.changePassword({ current, next })
  } catch (thrown) {
    throw asAppError(thrown).code === 'wrong-password' ? atField('current', 'identity.issues.wrongPassword') : thrown
  }
}

export function atField(field: string, reason: string): AppError {
  return new AppError('invalid-input', { issues: [{ path: [field], reason, params: {} }] })
}
