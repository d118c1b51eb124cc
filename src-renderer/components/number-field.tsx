import InputAdornment from '@mui/material/InputAdornment'
import MuiTextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import type { Formats } from '../core/formats.ts'
import { useFormats } from '../core/formats.ts'
import { useFormField, type FieldProps, type InputProps } from './form-field.ts'

/** Stands for text that is no number: no schema takes it for one, whatever it looks like to a program. */
const unreadable = (typed: string) => `?${typed}`

interface NumberInputProps<Value> extends InputProps {
  /** Text that is no number is kept with a `?` in front. */
  readonly value: Value | string | null
  onChange(value: Value | string | null): void
  /** Unit or currency, shown behind the number. */
  readonly unit?: string | undefined
}
export type DecimalInputProps = NumberInputProps<string>
export type IntegerInputProps = NumberInputProps<number>

/** A quantity, rate or price as it travels: plain decimal text (`"1234.5"`), typed and shown as the user's language writes it. */
export function DecimalInput(props: DecimalInputProps): ReactNode {
  const read = (typed: string, { readNumber }: Formats) => (isFault(readNumber(typed)) ? unreadable(typed) : readNumber(typed))
  return <NumberInput {...props} plain={props.value} read={read} inputMode="decimal" />
}

/** A count: a JSON number. */
export function IntegerInput(props: IntegerInputProps): ReactNode {
  const read = (typed: string, { readNumber }: Formats) => {
    const plain = readNumber(typed)
    return isFault(plain) ? unreadable(typed) : Number(plain)
  }
  return <NumberInput {...props} plain={props.value === null ? null : String(props.value)} read={read} inputMode="numeric" />
}

export interface NumberFieldProps extends FieldProps { readonly unit?: string | undefined }

export function DecimalField({ name, ...props }: NumberFieldProps): ReactNode {
  const { plain } = useFormats()
  const { value, ...field } = useFormField({ name, ...props }, shown => plain(String(shown)))
  return <DecimalInput {...props} {...field} value={value === undefined || value === null ? null : String(value)} />
}

export function IntegerField({ name, ...props }: NumberFieldProps): ReactNode {
  const { plain } = useFormats()
  const { value, ...field } = useFormField({ name, ...props }, shown => plain(String(shown)))
  return <IntegerInput {...props} {...field} value={typeof value === 'number' || typeof value === 'string' ? value : null} />
}

interface SharedProps extends InputProps {
  readonly plain: string | null
  onChange(value: unknown): void
  read(typed: string, formats: Formats): string | number
  readonly inputMode: 'decimal' | 'numeric'
  readonly unit?: string | undefined
}

function NumberInput({ plain, onChange, read, inputMode, unit, label, hint, error, isRequired, isDisabled, autoFocus, onBlur, inputRef }: SharedProps): ReactNode {
  const formats = useFormats()
  // What is typed stays as typed until the field is left; null while the value itself is shown.
  const [typed, setTyped] = useState<string | null>(null)
  const shown = plain === null || plain.startsWith('?') ? (plain?.slice(1) ?? '') : formats.plain(plain)
  const leave = () => {
    setTyped(null)
    onBlur?.()
  }
  return (
    <MuiTextField
      label={label} value={typed ?? shown} inputRef={inputRef} error={error !== undefined} helperText={error ?? hint} required={isRequired} disabled={isDisabled}
      autoFocus={autoFocus} onBlur={leave} onFocus={event => event.target.select()}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(target.value.trim() === '' ? null : read(target.value, formats))
      }}
      slotProps={{
        htmlInput: { inputMode, autoComplete: 'off', required: false, 'aria-required': isRequired, style: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
        input: unit === undefined ? {} : { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
      }}
    />
  )
}

function isFault(read: string): boolean {
  return !/\d/.test(read)
}
