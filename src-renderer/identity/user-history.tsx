import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import { entityDefinition } from '../../shared/core/entities.ts'
import type { HistoryChange } from '../../shared/audit/history.ts'
import type { Language } from '../../shared/texts.ts'
import type { User } from '../../shared/identity/users.ts'
import { HistoryList, type HistoryEntry } from '../components/history-list.tsx'
import { StoryLink } from '../components/story-link.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

const shown = 100

/** Who changed what of an account. */
export function UserHistory({ user, onClose }: { readonly user: User; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { data } = useLive(useApi().audit.listHistory, { entity: 'user', id: user.id, pageSize: shown })
  const labels = {
    fullName: t('fields.fullName'), username: t('fields.username'), roleId: t('fields.roleId'), sectionId: t('fields.sectionId'), language: t('fields.language'),
    canSeeCost: t('identity.users.canSeeCost'), mustChangePassword: t('identity.users.mustChange'), isActive: t('fields.isActive'), passwordHash: t('fields.password'),
  }
  const entries = data?.rows.map(({ seq, at, userName, action, reason, changes }) => ({
    id: String(seq), at, by: userName, action, reason: reason ?? undefined, changes: changes.map(change => changeOf(change, action === 'CREATE')),
  }))
  const languages = { id: t('identity.languages.id'), en: t('identity.languages.en') }
  const wordOf = (field: string, value: unknown) => (field === 'language' ? languages[value as Language] : String(value))
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('history.title')}: {user.fullName}</DialogTitle>
      <DialogContent>{entries && <HistoryList entries={entries} labels={labels} show={wordOf} />}</DialogContent>
      <DialogActions><StoryLink entity="user" id={user.id} /><Button onClick={onClose} autoFocus>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}

/** Nothing was there before a user was made, and what a password was is nobody's to see. */
function changeOf({ field, before, after }: HistoryChange, isNew: boolean): HistoryEntry['changes'][number] {
  if (entityDefinition('user').secret?.includes(field)) return { field, before: null, after: null }
  return isNew ? { field, after } : { field, before, after }
}
