import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import { useId, type ReactNode } from 'react'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import type { InputOf } from '../../shared/core/procedure.ts'
import type { audit } from '../../shared/audit/contract.ts'
import { EmptyState } from './empty-state.tsx'
import { HistoryList, type HistoryListProps } from './history-list.tsx'
import { errorText } from '../core/error-text.ts'

export interface HistoryDialogProps extends Pick<HistoryListProps, 'labels' | 'show'> {
  readonly entity: InputOf<typeof audit.listHistory>['entity']
  readonly id: string
  /** The record's name. */
  readonly title: string
  onClose(): void
}

const shownAtOnce = 100

/** What happened to one record, the newest first. Mount it when it is wanted. */
export function HistoryDialog({ entity, id, title, labels, show, onClose }: HistoryDialogProps): ReactNode {
  const t = useText()
  const titleId = useId()
  const { data, error } = useLive(useApi().audit.listHistory, { entity, id, pageSize: shownAtOnce })
  const entries = data?.rows.map(({ seq, at, userName, action, reason, changes }) => ({ id: String(seq), at, by: userName, action, reason: reason ?? undefined, changes }))
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('history.title')}: {title}</DialogTitle>
      <DialogContent>
        {entries ? <HistoryList entries={entries} labels={labels} show={show} /> : error ? <EmptyState role="alert" title={errorText(error)} /> : <LinearProgress aria-label={t('words.loading')} />}
      </DialogContent>
      <DialogActions><Button onClick={onClose} autoFocus>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}
