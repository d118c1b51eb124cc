import { useMemo, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { FieldRow } from '../components/form-dialog.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceOption, ReferenceSource } from '../components/reference-source.ts'
import { CheckField, SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import type { jobTitles } from '../../shared/identity/job-titles.ts'
import { sectionScopes, type Role } from '../../shared/identity/roles.ts'
import { languages } from '../../shared/texts.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMayGive } from './own-level.ts'
import { useSectionSource } from './section-source.ts'
import { SectionsField } from './sections-field.tsx'

/** Who somebody is; inside a form of `createUser` or `updateUser`. */
export function PersonFields({ title }: { readonly title?: ReferenceOption | null }): ReactNode {
  const t = useText()
  const call = useApi().identity.listJobTitles
  const titles = useMemo<ReferenceSource<typeof jobTitles.listJobTitles>>(() => ({ call, input: { filter: { isActive: true } }, option: one => ({ id: one.id, code: one.sectionCode, name: one.title }) }), [call])
  return (
    <>
      <TextField name="fullName" label={t('fields.fullName')} isRequired autoFocus />
      <FieldRow>
        <TextField name="username" label={t('fields.username')} hint={t('identity.firstRun.usernameHint')} isRequired />
        <SelectField name="language" label={t('fields.language')} options={languages.map(value => ({ value, label: t(`identity.languages.${value}`) }))} />
      </FieldRow>
      <FieldRow>
        <TextField name="email" label={t('identity.users.email')} />
        <TextField name="phone" label={t('identity.users.phone')} />
      </FieldRow>
      <ReferenceField name="jobTitleId" label={t('identity.users.jobTitle')} source={titles} known={title} />
    </>
  )
}

export interface RightsFieldsProps { readonly section?: ReferenceOption | null; readonly isDisabled?: boolean }

/** What somebody may: role, sections, prices. Only roles that the user may give are offered. */
export function RightsFields({ section, isDisabled = false }: RightsFieldsProps): ReactNode {
  const t = useText()
  const api = useApi()
  const mayGive = useMayGive()
  const source = useSectionSource()
  const { data: roles = [] } = useLive(api.identity.listRoles, {})
  const roleId = useFormContext().watch('roleId') as string | undefined
  const role = roles.find(({ id }) => id === roleId)
  const sees = (useFormContext().watch('sections') as Role['sections'] | null | undefined) ?? role?.sections
  const sectionHints = { own: t('identity.users.sectionHint'), all: t('identity.users.sectionFree') }
  const options = roles.filter(one => one.id === roleId || (one.isActive && mayGive(one))).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <FieldRow>
        <SelectField name="roleId" label={t('fields.roleId')} options={options} isRequired isDisabled={isDisabled} />
        <ReferenceField name="sectionId" label={t('fields.sectionId')} source={source} known={section} hint={sees && sectionHints[sees]} isDisabled={isDisabled} />
      </FieldRow>
      {sees === 'own' && <SectionsField name="sectionIds" label={t('identity.users.sections')} isDisabled={isDisabled} />}
      <SelectField
        name="sections" label={t('identity.roles.sees')} noneLabel={t('identity.users.asRole')} isDisabled={isDisabled}
        options={sectionScopes.map(value => ({ value, label: t(`identity.roles.scopes.${value}`) }))}
      />
      <CheckField
        name="canSeeCost" label={t('identity.users.canSeeCost')} hint={role?.canSeeCost ? t('identity.users.roleSeesCost') : undefined}
        isDisabled={isDisabled || role?.canSeeCost}
      />
    </>
  )
}
