import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { attributeKinds, type AttributeDefinition } from '../../shared/masters/attributes.ts'
import type { MasterEntity } from '../../shared/masters/definition.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { useFormField, type FieldProps } from '../components/form-field.ts'
import { IntegerField } from '../components/number-field.tsx'
import { CheckField, SelectField } from '../components/select-field.tsx'
import { TextField, TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

interface AttributeFormProps {
  readonly entity: MasterEntity
  readonly definition: AttributeDefinition | undefined
  /** Where a new one stands. */
  readonly position: number
  onClose(): void
}

/** How an extra field is called, what it takes, and where it stands. */
export function AttributeForm({ entity, definition, position, onClose }: AttributeFormProps): ReactNode {
  const t = useText()
  const { masters } = useApi()
  const told = ({ labelIndonesian: name }: AttributeDefinition) => showDone(t(definition ? 'masters.done.updated' : 'masters.done.created', { name }))
  if (!definition) {
    return (
      <FormDialog
        title={t('masters.attributes.add')} onClose={onClose} schema={masters.createAttributeDefinition.procedure.input}
        values={{ entity, labelIndonesian: '', labelEnglish: '', kind: 'text', choices: [], isRequired: false, position }} save={async input => told(await masters.createAttributeDefinition(input))}
      >
        <Fields />
      </FormDialog>
    )
  }
  const { id, version, labelIndonesian, labelEnglish, kind, choices, isRequired } = definition
  return (
    <FormDialog
      title={t('masters.edit', { name: labelIndonesian })} onClose={onClose} schema={masters.updateAttributeDefinition.procedure.input}
      values={{ id, version, labelIndonesian, labelEnglish, kind, choices, isRequired, position: definition.position }} save={async input => told(await masters.updateAttributeDefinition(input))}
    >
      <Fields />
    </FormDialog>
  )
}

function Fields(): ReactNode {
  const t = useText()
  const kind = useFormContext().watch('kind') as unknown
  return (
    <>
      <FieldRow>
        <TextField name="labelIndonesian" label={t('masters.attributes.labelIndonesian')} isRequired autoFocus />
        <TextField name="labelEnglish" label={t('masters.attributes.labelEnglish')} isRequired />
      </FieldRow>
      <FieldRow>
        <SelectField name="kind" label={t('masters.attributes.kind')} isRequired options={attributeKinds.map(value => ({ value, label: t(`masters.attributes.kinds.${value}`) }))} />
        <IntegerField name="position" label={t('masters.attributes.position')} hint={t('masters.attributes.positionHint')} />
      </FieldRow>
      {kind === 'choice' && <ChoicesField name="choices" label={t('masters.attributes.choices')} hint={t('masters.attributes.choicesHint')} isRequired />}
      <CheckField name="isRequired" label={t('masters.attributes.isRequired')} hint={t('masters.attributes.isRequiredHint')} />
    </>
  )
}

/** One choice a line. */
function ChoicesField({ name, ...props }: FieldProps): ReactNode {
  const { value, onChange, ...field } = useFormField({ name, ...props }, shown => (Array.isArray(shown) ? shown.join(', ') : ''))
  const lines = Array.isArray(value) ? value.join('\n') : ''
  return <TextInput {...props} {...field} value={lines} rows={3} onChange={text => onChange(text.split('\n').map(line => line.trimStart()).filter((line, at, all) => line !== '' || at === all.length - 1))} />
}
