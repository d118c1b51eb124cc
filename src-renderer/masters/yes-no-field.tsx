import type { ReactNode } from 'react'
import { useFormField, type FieldProps } from '../components/form-field.ts'
import { SelectInput } from '../components/select-field.tsx'
import { useText } from '../core/i18n.ts'

/** Yes, no, or not said. */
export function YesNoField({ name, ...props }: FieldProps): ReactNode {
  const t = useText()
  const { value, onChange, ...field } = useFormField({ name, ...props }, shown => t(shown === true ? 'words.yes' : 'words.no'))
  return (
    <SelectInput
      {...props} {...field} value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null} noneLabel="–" options={(['yes', 'no'] as const).map(word => ({ value: word, label: t(`words.${word}`) }))}
      onChange={word => onChange(word === null ? null : word === 'yes')}
    />
  )
}
