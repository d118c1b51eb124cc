import type { ReactNode } from 'react'
import { sectionScopes, type Role } from '../../shared/identity/roles.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { CheckField, SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { IntegerField } from '../components/number-field.tsx'

interface NewRoleFormProps { readonly roles: readonly Role[]; readonly copyOf: string | undefined; onMade(role: Role): void; onClose(): void }

/** A role that begins as a copy of another one. */
export function NewRoleForm({ roles, copyOf, onMade, onClose }: NewRoleFormProps): ReactNode {
  const t = useText()
  const api = useApi()
  const { level, canSeeCost } = useUser()
  const original = roles.find(({ id }) => id === copyOf)
  return (
    <FormDialog
      title={t('identity.roles.add')} subtitle={t('identity.roles.addHint')} schema={api.identity.createRole.procedure.input} onClose={onClose}
      values={{ name: '', level: Math.max(2, level, original?.level ?? 5), sections: original?.sections ?? 'own', canSeeCost: canSeeCost && (original?.canSeeCost ?? false), copyOf: copyOf ?? '', reason: '' }}
      save={async input => {
        const made = await api.identity.createRole(input)
        showDone(t('identity.roles.made', { name: made.name }))
        onMade(made)
      }}
    >
      <TextField name="name" label={t('fields.name')} isRequired autoFocus />
      <SelectField name="copyOf" label={t('identity.roles.copyOf')} options={roles.map(({ id, name }) => ({ value: id, label: name }))} isRequired />
      <FieldRow>
        <IntegerField name="level" label={t('fields.level')} hint={t('identity.roles.levelHint')} isRequired />
        <SelectField name="sections" label={t('identity.roles.sees')} options={sectionScopes.map(value => ({ value, label: t(`identity.roles.scopes.${value}`) }))} isRequired />
      </FieldRow>
      <CheckField name="canSeeCost" label={t('identity.users.canSeeCost')} isDisabled={!canSeeCost} />
      <TextField name="reason" label={t('form.reasonLabel')} hint={t('form.reasonHint')} isRequired />
    </FormDialog>
  )
}
