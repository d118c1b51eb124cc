import { useMemo, type ReactNode } from 'react'
import { addDays } from '../../shared/core/dates.ts'
import { KeyFields } from '../../shared/programs/contract.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { CheckField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import type { MadeKey } from './made-key-dialog.tsx'
import { PermissionsField } from './permissions-field.tsx'
import { SectionsChoice } from './sections-choice.tsx'

const usualDays = 365

/** What a new key may do, where, and until when. */
export function KeyForm({ onClose, onMade }: { onClose(): void; onMade(made: MadeKey): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { sections, canSeeCost } = useUser()
  const { today } = useFormats()
  const values = useMemo(() => ({
    name: '', permissions: [], sections: sections === 'all' ? ('all' as const) : [...sections], canSeeCost: false, expiresOn: addDays(today(), usualDays),
  }), [sections, today])
  return (
    <FormDialog
      title={t('programs.form.title')} subtitle={t('programs.form.subtitle')} width="md" saveLabel={t('programs.form.save')} schema={KeyFields} values={values} onClose={onClose}
      save={async fields => onMade({ name: fields.name, ...(await api.programs.createKey(fields)), permissions: fields.permissions })}
    >
      <FieldRow>
        <TextField name="name" label={t('programs.form.name')} hint={t('programs.form.nameHint')} isRequired autoFocus />
        <DateField name="expiresOn" label={t('programs.form.expiresOn')} isRequired />
      </FieldRow>
      <PermissionsField name="permissions" label={t('programs.form.permissions')} />
      <SectionsChoice name="sections" label={t('programs.form.section')} />
      {canSeeCost && <CheckField name="canSeeCost" label={t('programs.form.canSeeCost')} />}
    </FormDialog>
  )
}
