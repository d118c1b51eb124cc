import Autocomplete from '@mui/material/Autocomplete'
import MuiTextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useFormField, type FieldProps } from './form-field.ts'
import type { SelectOption } from './select-field.tsx'

/** Several of some, found by typing. */
export function ChoicesField({ name, options, ...props }: FieldProps & { readonly options: readonly SelectOption[] }): ReactNode {
  const labelOf = (value: unknown) => options.find(option => option.value === value)?.label ?? String(value)
  const { value, onChange, onBlur, inputRef, isDisabled, error } = useFormField({ name, ...props }, shown => (Array.isArray(shown) ? shown.map(labelOf).join(', ') : ''))
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  return (
    <Autocomplete
      multiple disableCloseOnSelect autoHighlight size="small" options={options} disabled={isDisabled} value={options.filter(option => chosen.includes(option.value))}
      isOptionEqualToValue={(one, other) => one.value === other.value} onChange={(_event, next) => onChange(next.map(option => option.value))} onBlur={onBlur}
      renderInput={params => <MuiTextField {...params} label={props.label} inputRef={inputRef} error={error !== undefined} helperText={error ?? props.hint} required={props.isRequired} autoFocus={props.autoFocus} />}
    />
  )
}
