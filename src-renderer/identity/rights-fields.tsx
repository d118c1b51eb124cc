import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { FieldRow } from '../components/form-dialog.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceOption } from '../components/reference-source.ts'
import { CheckField, SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { languages } from '../../shared/texts.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useOwnLevel } from './own-level.ts'
import { useSectionSource } from './section-source.ts'
import { SectionsField } from './sections-field.tsx'

/** Who somebody is; inside a form of `createUser` or `updateUser`. */
export function PersonFields(): ReactNode {
  const t = useText()
  return (
    <>
      <TextField name="fullName" label={t('fields.fullName')} isRequired autoFocus />
      <FieldRow>
        <TextField name="username" label={t('fields.username')} hint={t('identity.firstRun.usernameHint')} isRequired />
        <SelectField name="language" label={t('fields.language')} options={languages.map(value => ({ value, label: t(`identity.languages.${value}`) }))} />
      </FieldRow>
    </>
  )
}

export interface RightsFieldsProps { readonly section?: ReferenceOption | null; readonly isDisabled?: boolean }

/** What somebody may: role, sections, prices. Only roles that the user may give are offered. */
export function RightsFields({ section, isDisabled = false }: RightsFieldsProps): ReactNode {
  const t = useText()
  const api = useApi()
  const level = useOwnLevel()
  const source = useSectionSource()
  const { data: roles = [] } = useLive(api.identity.listRoles, {})
  const roleId = useFormContext().watch('roleId') as string | undefined
  const role = roles.find(({ id }) => id === roleId)
  const sectionHints = { own: t('identity.users.sectionHint'), all: t('identity.users.sectionFree') }
  const options = roles.filter(one => one.level >= level).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <FieldRow>
        <SelectField name="roleId" label={t('fields.roleId')} options={options} isRequired isDisabled={isDisabled} />
        <ReferenceField name="sectionId" label={t('fields.sectionId')} source={source} known={section} hint={role && sectionHints[role.sections]} isDisabled={isDisabled} />
      </FieldRow>
      {role?.sections === 'own' && <SectionsField name="sectionIds" label={t('identity.users.sections')} isDisabled={isDisabled} />}
      <CheckField
        name="canSeeCost" label={t('identity.users.canSeeCost')} hint={role?.canSeeCost ? t('identity.users.roleSeesCost') : undefined}
        isDisabled={isDisabled || role?.canSeeCost}
      />
    </>
  )
}
