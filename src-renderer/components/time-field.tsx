import type { ReactNode } from 'react'
import { TextInput } from './text-field.tsx'
import { useFormField, type FieldProps } from './form-field.ts'
import { useFormats } from '../core/formats.ts'

/** A time of day, typed as people write it: `7`, `7.30`, `0730`, `07:30`. */
export function TimeField({ name, ...props }: FieldProps): ReactNode {
  const { language } = useFormats()
  const shown = (time: string) => (language === 'id' ? time.replace(':', '.') : time)
  const { value, onChange, onBlur, ...field } = useFormField({ name, ...props }, time => shown(String(time)))
  const typed = typeof value === 'string' ? value : ''
  const leave = () => {
    onChange(clockTime(typed) ?? typed)
    onBlur()
  }
  return <TextInput {...props} {...field} value={shown(typed)} onChange={text => onChange(clockTime(text, true) ?? text)} onBlur={leave} placeholder={shown('07:30')} />
}

/** `HH:MM`, or nothing where it is no time; with `isWhole` only what needs no completing. */
function clockTime(typed: string, isWhole = false): string | undefined {
  const [, hours = '', minutes = ''] = /^\s*(\d{1,2})[.:]?(\d{2})?\s*$/.exec(typed) ?? []
  if (hours === '' || (isWhole && (hours.length < 2 || minutes === '')) || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}
