import CalendarIcon from '@mui/icons-material/CalendarTodayOutlined'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import MuiTextField from '@mui/material/TextField'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useFormField, type FieldProps, type InputProps } from './form-field.ts'

export interface DateInputProps extends InputProps {
  /** `2026-11-20`; text that is no day stays as it is, with a `?` in front, so that the schema refuses it. */
  readonly value: string | null
  onChange(day: string | null): void
}

/**
 * A day, typed as people write it: `20-11-2026`, `20/11`, `201126`, or from today `h`, `+1`, `h+1` (`d+1`). Alt+↓ opens the
 * browser's calendar.
 */
export function DateInput({ value, onChange, label, hint, error, isRequired, isDisabled, autoFocus, onBlur, inputRef }: DateInputProps): ReactNode {
  const t = useText()
  const { readDay, day } = useFormats()
  const calendar = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const isUnreadable = value?.startsWith('?') ?? false
  const shown = value === null ? '' : isUnreadable ? value.slice(1) : day(value)

  const take = (text: string) => {
    setTyped(text)
    onChange(text.trim() === '' ? null : (readDay(text) ?? `?${text}`))
  }
  const leave = () => {
    setTyped(null)
    onBlur?.()
  }
  const openCalendar = () => calendar.current?.showPicker()
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowDown') return
    event.preventDefault()
    openCalendar()
  }
  return (
    <MuiTextField
      label={label} value={typed ?? shown} onChange={event => take(event.target.value)} onBlur={leave} onFocus={event => event.target.select()} onKeyDown={onKeyDown}
      inputRef={inputRef} error={error !== undefined} helperText={error ?? hint} required={isRequired} disabled={isDisabled} autoFocus={autoFocus} placeholder={t('form.dayHint')}
      slotProps={{
        htmlInput: { autoComplete: 'off', required: false, 'aria-required': isRequired },
        input: {
          endAdornment: (
            <InputAdornment position="end" sx={{ position: 'relative' }}>
              <IconButton size="small" edge="end" tabIndex={-1} disabled={isDisabled} aria-label={t('form.openCalendar')} onClick={openCalendar}>
                <CalendarIcon sx={{ fontSize: 18 }} />
              </IconButton>
              <input
                ref={calendar} type="date" tabIndex={-1} aria-hidden value={isUnreadable ? '' : (value ?? '')} style={hidden}
                onChange={event => onChange(event.target.value || null)}
              />
            </InputAdornment>
          ),
        },
      }}
    />
  )
}

/** Out of sight, but where the calendar is to open. */
const hidden = { position: 'absolute', insetInlineEnd: 0, bottom: 0, width: 1, height: 1, opacity: 0, border: 0, padding: 0, pointerEvents: 'none' } as const

export function DateField({ name, ...props }: FieldProps): ReactNode {
  const { day } = useFormats()
  const { value, ...field } = useFormField({ name, ...props }, shown => day(String(shown)))
  return <DateInput {...props} {...field} value={typeof value === 'string' && value !== '' ? value : null} />
}
