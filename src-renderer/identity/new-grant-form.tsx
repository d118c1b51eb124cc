import Autocomplete from '@mui/material/Autocomplete'
import MuiTextField from '@mui/material/TextField'
import { useMemo, type ReactNode } from 'react'
import { z } from 'zod'
import { permissions, type Permission } from '../../shared/core/permissions.ts'
import { NewGrant } from '../../shared/identity/grants.ts'
import type { users } from '../../shared/identity/users.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useFormField, type FieldProps } from '../components/form-field.ts'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceOption, ReferenceSource } from '../components/reference-source.ts'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { permissionText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { SectionsField } from './sections-field.tsx'

const hours = ['1', '4', '12', '24', '72', '168', '336', '720'] as const
const Entry = NewGrant.omit({ expiresAt: true }).extend({ hours: z.enum(hours) })
const superadminLevel = 1

export interface NewGrantFormProps { readonly user?: ReferenceOption; readonly asks?: boolean; onClose(): void }

/** One permission for one person, for so long; given at once, or `asks` those who may give it. */
export function NewGrantForm({ user, asks = false, onClose }: NewGrantFormProps): ReactNode {
  const t = useText()
  const api = useApi()
  const call = api.identity.listUsers
  const source = useMemo<ReferenceSource<typeof users.listUsers>>(() => ({ call, input: { filter: { isActive: true } }, option: ({ id, username, fullName }) => ({ id, code: username, name: fullName }) }), [call])
  return (
    <FormDialog
      title={t(asks ? 'identity.grants.request' : 'identity.grants.add')} subtitle={t(asks ? 'identity.grants.requestHint' : 'identity.grants.addHint')} schema={Entry}
      values={{ userId: user?.id ?? '', sectionIds: [], hours: '24', reason: '' }} saveLabel={t(asks ? 'identity.grants.ask' : 'identity.grants.give')} onClose={onClose}
      save={async ({ hours: chosen, ...entry }) => {
        const grant = { ...entry, expiresAt: new Date(Date.now() + Number(chosen) * 3_600_000).toISOString() }
        if (asks) showDone(t('identity.grants.asked', await api.identity.requestGrant(grant)))
        else showDone(t('identity.grants.given', { name: (await api.identity.giveGrant(grant)).userName }))
      }}
    >
      <ReferenceField name="userId" label={t('identity.grants.person')} source={source} known={user} isRequired isDisabled={user !== undefined} autoFocus={user === undefined} />
      <PermissionField name="permission" label={t('identity.grants.permission')} isRequired offersAll={asks} />
      <SectionsField name="sectionIds" label={t('identity.grants.sections')} hint={t('identity.grants.sectionsHint')} />
      <SelectField name="hours" label={t('identity.grants.howLong')} options={hours.map(value => ({ value, label: t(`identity.grants.spans.h${value}`) }))} isRequired />
      <TextField name="reason" label={t('form.reasonLabel')} hint={t('form.reasonHint')} rows={2} isRequired />
    </FormDialog>
  )
}

/** Only what the user may give; what they ask others for, may be anything. */
function PermissionField({ offersAll, ...props }: FieldProps & { readonly offersAll: boolean }): ReactNode {
  const t = useText()
  const { level, permissions: own } = useUser()
  const { value, onChange, onBlur, inputRef, error } = useFormField(props, shown => permissionText(String(shown)))
  const options = permissions.filter(permission => offersAll || level === superadminLevel || own.includes(permission))
  return (
    <Autocomplete
      autoHighlight handleHomeEndKeys={false} options={options} value={(value as Permission | undefined) ?? null} onChange={(_event, permission) => onChange(permission)}
      getOptionLabel={permissionText} noOptionsText={t('form.noOptions')} openText={t('buttons.open')} closeText={t('buttons.close')} clearText={t('buttons.clear')}
      renderInput={params => <MuiTextField {...params} label={props.label} required error={error !== undefined} helperText={error} onBlur={onBlur} inputRef={inputRef} />}
    />
  )
}
