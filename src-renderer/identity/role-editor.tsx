import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useState, type ReactNode } from 'react'
import type { Permission } from '../../shared/core/permissions.ts'
import { sectionScopes, type Role } from '../../shared/identity/roles.ts'
import { rightsChange } from '../../shared/identity/rules.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useMay, useUser } from '../core/session.ts'
import { RightsGrid } from './rights-grid.tsx'
import { RoleReview, type RoleDraft } from './role-review.tsx'

const superadminLevel = 1
const levels = ['2', '3', '4', '5']

interface RoleEditorProps { readonly role: Role; readonly compared: Role | undefined }

/** One role: changed here, looked through before it is saved. */
export function RoleEditor({ role, compared }: RoleEditorProps): ReactNode {
  const t = useText()
  const may = useMay()
  const user = useUser()
  const api = useApi()
  const [draft, setDraft] = useState<RoleDraft>(role)
  const [asked, setAsked] = useState<'save' | 'activity'>()
  const refusal = refusalOf(role, user)
  const isFixed = refusal !== undefined || !may('identity.update')
  const { given, taken } = rightsChange(role.grants, draft.grants)
  const isChanged = given.length + taken.length > 0 || (['name', 'level', 'sections', 'canSeeCost'] as const).some(field => draft[field] !== role[field])
  const change = (patch: Partial<RoleDraft>) => setDraft({ ...draft, ...patch })
  const toggle = (permission: Permission) => change({ grants: draft.grants.includes(permission) ? draft.grants.filter(one => one !== permission) : [...draft.grants, permission] })
  const mayGive = (permission: Permission) => user.level === superadminLevel || user.permissions.includes(permission)
  return (
    <Box {...(isChanged && { 'data-unsaved': true })} sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, p: 2, alignItems: 'center', borderBottom: 1, borderColor: 'divider' }}>
        <Box sx={{ flex: 2, minWidth: 160 }}><TextInput label={t('fields.name')} value={draft.name} onChange={name => change({ name })} isDisabled={isFixed} /></Box>
        <Box sx={{ flex: 1, minWidth: 90 }}>
          <SelectInput
            label={t('fields.level')} value={String(draft.level)} onChange={level => change({ level: Number(level) })} isDisabled={isFixed}
            options={[...new Set([String(role.level), ...levels.filter(level => Number(level) >= user.level)])].map(value => ({ value, label: value }))}
          />
        </Box>
        <Box sx={{ flex: 1, minWidth: 170 }}>
          <SelectInput
            label={t('identity.roles.sees')} value={draft.sections} onChange={sections => change({ sections: sections === 'all' ? 'all' : 'own' })} isDisabled={isFixed}
            options={sectionScopes.map(value => ({ value, label: t(`identity.roles.scopes.${value}`) }))}
          />
        </Box>
        <FormControlLabel
          label={t('identity.users.canSeeCost')} disabled={isFixed || !user.canSeeCost}
          control={<Checkbox checked={draft.canSeeCost} onChange={event => change({ canSeeCost: event.target.checked })} />}
        />
      </Box>
      {refusal && <Alert severity="info" sx={{ borderRadius: 0 }}>{t(`errors.${refusal}`)}</Alert>}
      <RightsGrid granted={draft.grants} stored={role.grants} compared={compared} mayGive={mayGive} isFixed={isFixed} onToggle={toggle} />
      {!isFixed && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1, p: 1.5, borderTop: 1, borderColor: 'divider' }}>
          <Button color={role.isActive ? 'error' : 'primary'} sx={{ mr: 'auto' }} onClick={() => setAsked('activity')}>{t(role.isActive ? 'buttons.deactivate' : 'buttons.activate')}</Button>
          <Button disabled={!isChanged} onClick={() => setDraft(role)}>{t('buttons.discard')}</Button>
          <Button variant="contained" disabled={!isChanged} onClick={() => setAsked('save')} data-save>
            {isChanged ? t('identity.roles.reviewChange', { given: given.length, taken: taken.length }) : t('buttons.save')}
          </Button>
        </Box>
      )}
      {asked === 'save' && <RoleReview role={role} draft={draft} onSaved={() => setAsked(undefined)} onClose={() => setAsked(undefined)} />}
      {asked === 'activity' && (
        <ConfirmWithReason
          title={t(role.isActive ? 'identity.roles.deactivate' : 'identity.roles.activate', { name: role.name })} text={t('identity.roles.activityHint')}
          onConfirm={reason => api.identity.setRoleActive({ id: role.id, version: role.version, isActive: !role.isActive, reason })}
          onDone={() => setAsked(undefined)} onCancel={() => setAsked(undefined)}
        />
      )}
    </Box>
  )
}

function refusalOf({ level, name }: Role, user: { readonly level: number; readonly role: string }): 'higher-level' | 'fixed-role' | 'own-role' | undefined {
  if (level < user.level) return 'higher-level'
  if (name === user.role) return 'own-role'
  return level === superadminLevel ? 'fixed-role' : undefined
}
