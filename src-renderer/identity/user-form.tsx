import History from '@mui/icons-material/HistoryOutlined'
import Key from '@mui/icons-material/KeyOutlined'
import LockOpen from '@mui/icons-material/LockOpenOutlined'
import PersonOff from '@mui/icons-material/PersonOffOutlined'
import PersonOn from '@mui/icons-material/HowToRegOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { UserEdit, type User } from '../../shared/identity/users.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { PersonFace } from '../components/person-face.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay, useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { ResetPassword } from './reset-password.tsx'
import { PersonFields, RightsFields } from './rights-fields.tsx'
import { UserGrants } from './user-grants.tsx'
import { UserHistory } from './user-history.tsx'

export interface UserFormProps { readonly user: User; onClose(): void }

/** One user: changed, given a permission for a time, a new password, unlocked, let in or kept out. */
export function UserForm({ user, onClose }: UserFormProps): ReactNode {
  const t = useText()
  const api = useApi()
  const isOwn = useUser().id === user.id
  return (
    <FormDialog
      as="drawer" title={t('identity.users.edit', { name: user.fullName })} onClose={onClose} schema={UserEdit} values={fieldsOf(user)}
      save={async ({ id, version, username, fullName, language, email, phone, jobTitleId, ...rights }) => {
        await api.identity.updateUser({ id, version, username, fullName, language, email, phone, jobTitleId, ...(!isOwn && rights) })
        showDone(t('identity.users.updated', { name: fullName }))
      }}
      reread={async () => fieldsOf(await api.identity.getUser({ id: user.id }))}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <PersonFace name={user.fullName} pictureId={user.avatarId} size={48} />
        <Box sx={{ color: 'text.secondary' }}>{user.role}{user.sectionName !== null && ` · ${user.sectionName}`}</Box>
      </Box>
      <PersonFields title={titleOf(user)} />
      {isOwn && <Alert severity="info">{t('identity.users.selfHint')}</Alert>}
      <RightsFields section={sectionOf(user)} isDisabled={isOwn} />
      <UserGrants user={user} isOwn={isOwn} />
      <UserActs user={user} isOwn={isOwn} onDone={onClose} />
    </FormDialog>
  )
}

/** What is done to an account beside its entries; each at once, what can be taken back with "Batalkan". */
function UserActs({ user: opened, isOwn, onDone }: { readonly user: User; readonly isOwn: boolean; onDone(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const [shown, setShown] = useState<'reset' | 'history' | 'unlock'>()
  // As it is now: these acts do not depend on what the form was opened with.
  const { data: user = opened } = useLive(api.identity.getUser, { id: opened.id })
  const { id, version, fullName: name, isActive } = user
  const setActive = useCommand(api.identity.setUserActive, {
    done: made => t(made.isActive ? 'identity.users.activated' : 'identity.users.deactivated', { name }),
    undo: made => api.identity.setUserActive({ id, version: made.version, isActive: !made.isActive }),
    onSuccess: onDone,
  })
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, pt: 2, borderTop: 1, borderColor: 'divider' }}>
      {!isOwn && (
        <>
          <Button variant="outlined" startIcon={<Key />} onClick={() => setShown('reset')}>{t('identity.users.reset')}</Button>
          <Button variant="outlined" startIcon={<LockOpen />} onClick={() => setShown('unlock')}>{t('identity.users.unlock')}</Button>
          {may('identity.delete') && (
            <Button
              variant="outlined" color={isActive ? 'error' : 'primary'} startIcon={isActive ? <PersonOff /> : <PersonOn />} loading={setActive.isPending}
              onClick={() => setActive.mutate({ id, version, isActive: !isActive })}
            >
              {t(isActive ? 'buttons.deactivate' : 'buttons.activate')}
            </Button>
          )}
        </>
      )}
      <Button variant="outlined" startIcon={<History />} onClick={() => setShown('history')}>{t('buttons.history')}</Button>
      {shown === 'reset' && <ResetPassword user={user} onClose={() => setShown(undefined)} onDone={onDone} />}
      {shown === 'unlock' && (
        <ConfirmWithReason
          title={t('identity.users.unlock')} text={t('identity.users.unlockText', { name })} confirmLabel={t('identity.users.unlock')} onCancel={() => setShown(undefined)}
          onConfirm={reason => api.identity.unlockUser({ id, reason })}
          onDone={() => {
            setShown(undefined)
            showDone(t('identity.users.unlocked', { name }))
          }}
        />
      )}
      {shown === 'history' && <UserHistory user={user} onClose={() => setShown(undefined)} />}
    </Box>
  )
}

function fieldsOf({ id, version, username, fullName, roleId, sectionId, sectionIds, canSeeCost, language, email, phone, jobTitleId, sections }: User): UserEdit {
  return { id, version, username, fullName, roleId, sectionId, sectionIds, canSeeCost, language, email, phone, jobTitleId, sections }
}

function titleOf({ jobTitleId, jobTitle, sectionCode }: User) {
  return jobTitleId === null ? null : { id: jobTitleId, code: sectionCode ?? '', name: jobTitle ?? '' }
}

function sectionOf({ sectionId, sectionCode, sectionName }: User) {
  return sectionId === null ? null : { id: sectionId, code: sectionCode ?? '', name: sectionName ?? '' }
}
