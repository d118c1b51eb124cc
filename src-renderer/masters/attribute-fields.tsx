import type { ReactNode } from 'react'
import type { AttributeDefinition } from '../../shared/masters/attributes.ts'
import type { MasterEntity } from '../../shared/masters/definition.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow } from '../components/form-dialog.tsx'
import { DecimalField, IntegerField } from '../components/number-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'
import type { MasterWords } from './master-words.ts'
import { YesNoField } from './yes-no-field.tsx'

const none: readonly AttributeDefinition[] = []

/** The extra fields in use of one entity, in their order. */
export function useAttributes(entity: MasterEntity): readonly AttributeDefinition[] {
  const { data } = useLive(useApi().masters.listAttributeDefinitions, { entity })
  return data?.filter(({ isActive }) => isActive) ?? none
}

export function AttributeFields({ attributes, words }: { readonly attributes: readonly AttributeDefinition[]; readonly words: MasterWords }): ReactNode {
  if (attributes.length === 0) return null
  return <FieldRow>{attributes.map(definition => <AttributeField key={definition.id} definition={definition} label={words.attributeLabel(definition)} />)}</FieldRow>
}

function AttributeField({ definition: { name, kind, choices, isRequired }, label }: { readonly definition: AttributeDefinition; readonly label: string }): ReactNode {
  const props = { name: `attributes.${name}`, label, isRequired }
  if (kind === 'decimal') return <DecimalField {...props} />
  if (kind === 'integer') return <IntegerField {...props} />
  if (kind === 'day') return <DateField {...props} />
  if (kind === 'choice') return <SelectField {...props} noneLabel="–" options={choices.map(value => ({ value, label: value }))} />
  if (kind === 'boolean') return <YesNoField {...props} />
  return <TextField {...props} />
}
