import Autocomplete from '@mui/material/Autocomplete'
import MuiTextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useFormField, type FieldProps } from '../components/form-field.ts'

export interface SuggestFieldProps extends FieldProps { readonly options: readonly string[] }

/** Text that is often one of those in use already: any may be typed, those are offered. */
export function SuggestField({ name, options, ...props }: SuggestFieldProps): ReactNode {
  const { value, onChange, onBlur, inputRef, isDisabled, error } = useFormField({ name, ...props })
  return (
    <Autocomplete
      freeSolo options={options} inputValue={typeof value === 'string' ? value : ''} onInputChange={(_event, text) => onChange(text)} disabled={isDisabled}
      renderInput={({ slotProps, ...params }) => (
        <MuiTextField
          {...params} label={props.label} error={error !== undefined} helperText={error ?? props.hint} required={props.isRequired} onBlur={onBlur} inputRef={inputRef}
          slotProps={{ ...slotProps, htmlInput: { ...slotProps.htmlInput, required: false, 'aria-required': props.isRequired } }}
        />
      )}
    />
  )
}
