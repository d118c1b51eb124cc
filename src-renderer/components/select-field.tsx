import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import MuiTextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import { useFormField, type FieldProps, type InputProps } from './form-field.ts'

export interface SelectOption { readonly value: string; readonly label: string }
export interface SelectInputProps extends InputProps {
  readonly value: string | null
  onChange(value: string | null): void
  readonly options: readonly SelectOption[]
  /** What stands for "none"; without it, something must be chosen. */
  readonly noneLabel?: string | undefined
}

/**
 * One of a few. The browser's own list: a letter or an arrow chooses without opening it, and a tablet shows its large one.
 * For many, `ReferenceField`.
 */
export function SelectInput({ value, onChange, options, noneLabel, label, hint, error, isRequired, isDisabled, autoFocus, onBlur, inputRef }: SelectInputProps): ReactNode {
  return (
    <MuiTextField
      select label={label} value={value ?? ''} onChange={event => onChange(event.target.value || null)} onBlur={onBlur} inputRef={inputRef}
      error={error !== undefined} helperText={error ?? hint} required={isRequired} disabled={isDisabled} autoFocus={autoFocus}
      slotProps={{ select: { native: true }, htmlInput: { required: false, 'aria-required': isRequired } }}
    >
      {/* A browser shows the first option where none is the value's: it would look chosen. */}
      {(noneLabel !== undefined || !options.some(option => option.value === value)) && <option value="">{noneLabel ?? ''}</option>}
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </MuiTextField>
  )
}

export interface SelectFieldProps extends FieldProps, Pick<SelectInputProps, 'options' | 'noneLabel'> {}

export function SelectField({ name, ...props }: SelectFieldProps): ReactNode {
  const labelOf = (value: unknown) => props.options.find(option => option.value === value)?.label ?? String(value)
  const { value, ...field } = useFormField({ name, ...props }, labelOf)
  return <SelectInput {...props} {...field} value={typeof value === 'string' ? value : null} />
}

/** Yes or no. */
export function CheckField({ name, ...props }: FieldProps): ReactNode {
  const t = useText()
  const { value, onChange, onBlur, inputRef, isDisabled, error } = useFormField({ name, ...props }, shown => t(shown === true ? 'words.yes' : 'words.no'))
  return (
    <div>
      <FormControlLabel
        label={props.label} disabled={isDisabled}
        control={<Checkbox checked={value === true} onChange={event => onChange(event.target.checked)} onBlur={onBlur} slotProps={{ input: { ref: inputRef } }} />}
      />
      {(error ?? props.hint) && <FormHelperText error={error !== undefined}>{error ?? props.hint}</FormHelperText>}
    </div>
  )
}
