import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Permission } from '../../shared/core/permissions.ts'
import type { Role, RoleFields } from '../../shared/identity/roles.ts'
import { rightsChange } from '../../shared/identity/rules.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { permissionText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { showDone } from '../core/toasts.ts'

export type RoleDraft = RoleFields & Pick<Role, 'grants'>
interface RoleReviewProps { readonly role: Role; readonly draft: RoleDraft; onSaved(): void; onClose(): void }

const namesShown = 200

/** Before a role is saved: what the change gives and takes, whom it concerns, and why it is made. */
export function RoleReview({ role, draft, onSaved, onClose }: RoleReviewProps): ReactNode {
  const t = useText()
  const api = useApi()
  const { data: users } = useLive(api.identity.listUsers, { filter: { roleId: role.id, isActive: true }, pageSize: namesShown })
  const { given, taken } = rightsChange(role.grants, draft.grants)
  const { name, level, sections, canSeeCost, grants } = draft
  const others = [
    name !== role.name && t('identity.roles.renamed', { name }),
    level !== role.level && t('identity.roles.relevelled', { before: role.level, after: level }),
    sections !== role.sections && t(`identity.roles.scopes.${sections}`),
    canSeeCost !== role.canSeeCost && t(canSeeCost ? 'identity.roles.costGiven' : 'identity.roles.costTaken'),
  ].filter(text => text !== false)
  return (
    <FormDialog
      title={t('identity.roles.review', { name: role.name })} schema={api.identity.updateRole.procedure.input} values={{ id: role.id, version: role.version, reason: '' }} onClose={onClose}
      save={async ({ id, version, reason }) => {
        await api.identity.updateRole({ id, version, reason, name, sections, canSeeCost, grants: [...grants], ...(level !== role.level && { level }) })
        showDone(t('identity.roles.saved', { name }))
        onSaved()
      }}
    >
      {others.length > 0 && <Alert severity="info">{others.join(' · ')}</Alert>}
      <RightsList title={t('identity.roles.gives', { count: given.length })} permissions={given} tone="success" />
      <RightsList title={t('identity.roles.takes', { count: taken.length })} permissions={taken} tone="error" />
      <Part title={t('identity.roles.concerns', { count: users?.rows.length ?? role.userCount })}>
        {users?.rows.length === 0 ? t('identity.roles.concernsNobody') : users?.rows.map(({ fullName }) => fullName).join(', ')}
      </Part>
      <TextField name="reason" label={t('form.reasonLabel')} hint={t('form.reasonHint')} rows={2} isRequired autoFocus />
    </FormDialog>
  )
}

/** Permissions by name, given or taken; nothing if there are none. */
export function RightsList({ title, permissions, tone }: { readonly title: string; readonly permissions: readonly Permission[]; readonly tone: 'success' | 'error' }): ReactNode {
  if (permissions.length === 0) return null
  return (
    <Part title={`${tone === 'success' ? '+' : '−'} ${title}`} color={`${tone}.main`}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, columnWidth: 220 }}>{permissions.map(permission => <li key={permission}>{permissionText(permission)}</li>)}</Box>
    </Part>
  )
}

function Part({ title, color = 'text.primary', children }: { readonly title: string; readonly color?: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box component="section" sx={{ maxHeight: 220, overflow: 'auto' }} tabIndex={0} aria-label={title}>
      <Typography component="h3" variant="subtitle2" sx={{ color }}>{title}</Typography>
      <Typography component="div" variant="body2">{children}</Typography>
    </Box>
  )
}
