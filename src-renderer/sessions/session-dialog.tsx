import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import type { SessionFace } from '../../shared/sessions/contract.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { FactList } from '../components/fact-list.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { SessionStateChip, useSessionWords } from './session-words.tsx'

/** One session with all that is known of it, and its end. */
export function SessionDialog({ session, onClose }: { readonly session: SessionFace; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const titleId = useId()
  const [isEndingAll, setEndingAll] = useState(false)
  const name = session.fullName
  const end = useCommand(api.sessions.endSession, { done: () => t('sessions.endedOne', { name }), onSuccess: onClose })
  const endAll = useCommand(api.sessions.endSessionsOf, { done: ({ count }) => t('sessions.endedAll', { count, name }), onSuccess: onClose })
  const mayEnd = may('identity.update') && session.state === 'RUNNING' && !session.isThis
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('sessions.details', { name })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <SessionFacts session={session} />
        {mayEnd && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('sessions.endHint')}</Typography>}
      </DialogContent>
      <DialogActions>
        {may('identity.update') && !session.isThis && <Button color="error" onClick={() => setEndingAll(true)} sx={{ mr: 'auto' }}>{t('sessions.endAll')}</Button>}
        <Button onClick={onClose} autoFocus>{t('buttons.close')}</Button>
        {mayEnd && <Button variant="contained" color="error" loading={end.isPending} onClick={() => end.mutate({ id: session.id })}>{t('sessions.end')}</Button>}
      </DialogActions>
      {isEndingAll && (
        <ConfirmDialog
          title={t('sessions.endAllTitle', { name })} text={t('sessions.endHint')} confirmLabel={t('sessions.endAll')} isDangerous
          onConfirm={() => endAll.mutate({ userId: session.userId })} onCancel={() => setEndingAll(false)}
        />
      )}
    </Dialog>
  )
}

function SessionFacts({ session }: { readonly session: SessionFace }): ReactNode {
  const t = useText()
  const { instant, relative } = useFormats()
  const words = useSessionWords()
  const { username, role, ip, startedAt, lastSeenAt, expiresAt, endedAt } = session
  return (
    <FactList
      facts={[
        { label: t('sessions.state'), value: <SessionStateChip session={session} /> },
        { label: t('sessions.columns.person'), value: `${username} · ${role}` },
        { label: t('sessions.columns.desk'), value: words.desk(session) },
        { label: t('sessions.columns.browser'), value: words.browser(session) },
        { label: t('sessions.columns.ip'), value: ip },
        { label: t('sessions.columns.startedAt'), value: instant(startedAt) },
        { label: t('sessions.columns.lastSeenAt'), value: `${instant(lastSeenAt)} (${relative(lastSeenAt)})` },
        endedAt === null ? { label: t('sessions.columns.expiresAt'), value: instant(expiresAt) } : { label: t('sessions.columns.endedAt'), value: instant(endedAt) },
      ]}
    />
  )
}
