import type { ReactNode } from 'react'
import { baseOf, type AnyMaster } from '../../shared/masters/definition.ts'
import { isRequired, type MasterField } from '../../shared/masters/fields.ts'
import { DateField } from '../components/date-field.tsx'
import { DecimalField, IntegerField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { CheckField, SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useFactory } from '../core/factory.ts'
import type { MasterWords } from './master-words.ts'
import type { ControlProps, Presentation } from './presentation.ts'
import { knownOption, useMasterSource } from './sources.ts'
import { TimeField } from '../components/time-field.tsx'
import { WeekdaysField } from './weekdays-field.tsx'

interface MasterFieldInputProps {
  readonly master: AnyMaster
  readonly field: string
  readonly words: MasterWords
  readonly presentation: Presentation
  readonly record: ControlProps['record']
  readonly autoFocus: boolean
}

/** The control of one field, by its kind. */
export function MasterFieldInput({ master, field, words, presentation, record, autoFocus }: MasterFieldInputProps): ReactNode {
  const definition = master.fields[field]!
  const props: ControlProps = {
    name: field, label: words.label(field), hint: words.hint(field), isRequired: isRequired(definition), autoFocus, record,
    isDisabled: record && presentation.held?.(record)?.fields.includes(field),
  }
  const Own = presentation.controls?.[field]
  if (Own) return <Own {...props} />
  return <KindControl {...props} definition={definition} words={words} />
}

interface KindControlProps extends ControlProps { readonly definition: MasterField; readonly words: MasterWords }

function KindControl({ definition, words, record, ...props }: KindControlProps): ReactNode {
  const { currency } = useFactory()
  const { kind, maximum = 0 } = definition
  if (kind === 'reference') return <MasterReference {...props} definition={definition} record={record} />
  if (kind === 'note') return <TextField {...props} rows={2} />
  if (kind === 'integer') return <IntegerField {...props} />
  if (kind === 'decimal') return <DecimalField {...props} />
  if (kind === 'cost') return <DecimalField {...props} unit={currency} />
  if (kind === 'flag') return <CheckField {...props} />
  if (kind === 'choice') return <SelectField {...props} options={words.choices(definition)} {...(definition.blank === null && { noneLabel: '–' })} />
  if (kind === 'day') return <DateField {...props} />
  if (kind === 'time') return <TimeField {...props} />
  if (kind === 'weekdays') return <WeekdaysField {...props} />
  return <TextField {...props} {...(maximum >= longText && { rows: 2 })} />
}

const longText = 500

function MasterReference({ definition, record, ...props }: Omit<KindControlProps, 'words'>): ReactNode {
  const source = useMasterSource(definition.entity!)
  const base = baseOf(props.name)
  return <ReferenceField {...props} source={source} known={record && knownOption(record[props.name], record[`${base}Code`], record[`${base}Name`])} />
}
