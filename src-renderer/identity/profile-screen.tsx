import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { OwnAccount } from '../../shared/identity/own-account.ts'
import { EntryForm, useEntryForm } from '../components/entry-form.tsx'
import { FieldRow } from '../components/form-dialog.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { permissionText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { ownSessionsPath } from '../core/paths.ts'
import { setUser, useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { ChangePasswordDialog } from './account.tsx'
import { OwnPassPart } from './own-pass.tsx'
import { OwnPhoto } from './own-photo.tsx'

/** Everybody's own page: who they are to the program, and what they were given for a time. */
export function ProfileScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { role, sectionName } = useUser()
  const { data: account } = useLive(api.identity.getOwnAccount, {}, { isFresh: true })
  const [isChanging, setChanging] = useState(false)
  const facts = [[t('fields.roleId'), role], [t('fields.sectionId'), sectionName], [t('identity.users.jobTitle'), account?.jobTitle]].filter(([, value]) => value)
  return (
    <PageFrame title={t('identity.profile.title')} subtitle={t('identity.profile.subtitle')}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))', alignItems: 'start', maxWidth: 1100 }}>
        <Paper variant="outlined" sx={{ p: 2.5 }}><OwnPhoto />{account && <OwnForm key={account.version} account={account} />}</Paper>
        <Paper variant="outlined" sx={{ p: 2.5, display: 'grid', gap: 1.5 }}>
          <Typography component="h2" variant="h2">{t('identity.profile.rights')}</Typography>
          {facts.map(([label, value]) => <div key={label}><Box component="span" sx={{ color: 'text.secondary' }}>{label}</Box> · {value}</div>)}
          <OwnGrants />
          <OwnPassPart />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
            <Button variant="outlined" onClick={() => setChanging(true)}>{t('identity.password.change')}</Button>
            <Button variant="outlined" onClick={() => void navigate(ownSessionsPath)}>{t('identity.profile.sessions')}</Button>
          </Box>
        </Paper>
      </Box>
      {isChanging && <ChangePasswordDialog onClose={() => setChanging(false)} />}
    </PageFrame>
  )
}

function OwnForm({ account: { version, username, fullName, email, phone } }: { readonly account: OwnAccount }): ReactNode {
  const t = useText()
  const api = useApi()
  const user = useUser()
  const state = useEntryForm({
    schema: api.identity.updateOwnAccount.procedure.input, values: { version, fullName, email, phone },
    async save(patch) {
      await api.identity.updateOwnAccount(patch)
      setUser({ ...user, fullName: patch.fullName })
      showDone(t('identity.profile.saved'))
    },
  })
  return (
    <EntryForm state={state}>
      <Box sx={{ color: 'text.secondary' }}>{t('fields.username')} · <b>{username}</b></Box>
      <TextField name="fullName" label={t('fields.fullName')} isRequired />
      <FieldRow>
        <TextField name="email" label={t('identity.users.email')} />
        <TextField name="phone" label={t('identity.users.phone')} />
      </FieldRow>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}><Button variant="contained" data-save onClick={state.submit} loading={state.isSaving}>{t('buttons.save')}</Button></Box>
    </EntryForm>
  )
}

function OwnGrants(): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const { data: grants = [] } = useLive(useApi().identity.listOwnGrants, {}, { isFresh: true })
  return (
    <section>
      <Typography component="h3" variant="subtitle2">{t('identity.profile.grants')}</Typography>
      {grants.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('identity.grants.none')}</Box>}
      {grants.map(({ id, permission, expiresAt, reason }) => <div key={id}>{permissionText(permission)} · {t('identity.grants.until')} {instant(expiresAt)} · {reason}</div>)}
    </section>
  )
}
