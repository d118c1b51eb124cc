import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import MuiTextField from '@mui/material/TextField'
import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined'
import Visibility from '@mui/icons-material/VisibilityOutlined'
import { use, useEffect, useState, type HTMLInputAutoCompleteAttribute, type ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import { SecretFieldsContext, useFormField, type FieldProps, type InputProps } from './form-field.ts'

export interface TextInputProps extends InputProps {
  readonly value: string
  onChange(value: string): void
  /** More than one line. */
  readonly rows?: number | undefined
  readonly placeholder?: string | undefined
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  readonly type?: 'text' | 'password' | undefined
  readonly end?: ReactNode
}

/** A line of text, or several (`rows`). Without a form; in one, `TextField`. */
export function TextInput({ value, onChange, label, hint, error, isRequired, isDisabled, autoFocus, onBlur, inputRef, rows, placeholder, autoComplete, type, end }: TextInputProps): ReactNode {
  return (
    <MuiTextField
      label={label} value={value} onChange={event => onChange(event.target.value)} onBlur={onBlur} inputRef={inputRef}
      error={error !== undefined} helperText={error ?? hint} required={isRequired} disabled={isDisabled} autoFocus={autoFocus}
      multiline={rows !== undefined} minRows={rows} placeholder={placeholder} type={type}
      slotProps={{ htmlInput: { autoComplete: autoComplete ?? 'off', required: false, 'aria-required': isRequired }, input: end ? { endAdornment: end } : {} }}
    />
  )
}

export interface TextFieldProps extends FieldProps, Pick<TextInputProps, 'rows' | 'placeholder' | 'autoComplete'> {}

export function TextField({ name, ...props }: TextFieldProps): ReactNode {
  const { value, ...field } = useFormField({ name, ...props })
  return <TextInput {...props} {...field} value={textOf(value)} />
}

/** A password, hidden until the eye is pressed. `autoComplete`: `current-password` or `new-password`. */
export function PasswordField({ name, ...props }: Omit<TextFieldProps, 'rows'>): ReactNode {
  const t = useText()
  const [isShown, setShown] = useState(false)
  const secrets = use(SecretFieldsContext)
  useEffect(() => void secrets.add(name), [secrets, name])
  const { value, ...field } = useFormField({ name, ...props }, () => '••••••••')
  const eye = (
    <InputAdornment position="end">
      <IconButton size="small" edge="end" tabIndex={-1} aria-label={t(isShown ? 'form.hidePassword' : 'form.showPassword')} aria-pressed={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
      </IconButton>
    </InputAdornment>
  )
  return <TextInput {...props} {...field} value={textOf(value)} type={isShown ? 'text' : 'password'} end={eye} />
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
