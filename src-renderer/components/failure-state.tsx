import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import Lock from '@mui/icons-material/LockOutlined'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { ErrorCode } from '../../shared/core/errors.ts'
import { asAppError, errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { EmptyState } from './empty-state.tsx'

/** Another try would be refused as well. */
const refusals: readonly ErrorCode[] = ['forbidden', 'foreign-section', 'no-section']

/** Where something could not be fetched: why, and another try, or who can help. */
export function FailureState({ error, onRetry }: { readonly error: unknown; onRetry(): void }): ReactNode {
  const t = useText()
  if (refusals.includes(asAppError(error).code)) return <EmptyState role="alert" icon={<Lock />} title={t('frame.notAllowed')} hint={errorText(error)} />
  const retry = <Button variant="outlined" onClick={onRetry}>{t('buttons.retry')}</Button>
  return <EmptyState role="alert" icon={<ErrorOutline />} title={t('table.failed')} hint={errorText(error)} actions={retry} />
}
