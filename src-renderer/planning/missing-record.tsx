import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { AppError } from '../../shared/core/errors.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'

export interface MissingRecordProps { readonly kind: 'sales' | 'orders' | 'work'; readonly listPath: string; readonly error: AppError | null }

/** A record's page as long as the record is not there: it is being fetched, or it cannot be. */
export function MissingRecord({ kind, listPath, error }: MissingRecordProps): ReactNode {
  const t = useText()
  return (
    <PageFrame title={t(`planning.${kind}.title`)}>
      {error ? (
        <EmptyState
          role="alert" icon={<SearchOff />} title={t(`planning.${kind}.notFound`)} hint={error.code === 'not-found' ? t(`planning.${kind}.notFoundHint`) : errorText(error)}
          actions={<Button variant="contained" component={Link} to={listPath}>{t(`planning.${kind}.back`)}</Button>}
        />
      ) : <Skeleton variant="rounded" height={320} />}
    </PageFrame>
  )
}
