import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useId, type ReactNode } from 'react'
import { useFormField, type FieldProps } from '../components/form-field.ts'
import { useText } from '../core/i18n.ts'
import { week, weekdaysText } from './master-words.ts'

/** Days of the week, each a button: `123456`. */
export function WeekdaysField({ name, ...props }: FieldProps): ReactNode {
  const t = useText()
  const labelId = useId()
  const { value, onChange, onBlur, inputRef, isDisabled, error } = useFormField({ name, ...props }, days => weekdaysText(String(days), t))
  const chosen = typeof value === 'string' ? [...value] : []
  const message = error ?? props.hint
  return (
    <Box>
      <FormLabel id={labelId} error={error !== undefined} required={props.isRequired} sx={{ fontSize: '0.8125rem', display: 'block', mb: 0.5 }}>{props.label}</FormLabel>
      <ToggleButtonGroup
        value={chosen} disabled={isDisabled} size="small" color="primary" aria-labelledby={labelId} onBlur={onBlur} sx={{ flexWrap: 'wrap' }}
        onChange={(_event, days: string[]) => onChange([...days].sort().join(''))}
      >
        {week.map((day, at) => <ToggleButton key={day} value={String(at + 1)} ref={at === 0 ? inputRef : undefined} sx={{ px: 1.5 }}>{t(`masters.weekdayNames.${day}`)}</ToggleButton>)}
      </ToggleButtonGroup>
      {message !== undefined && <FormHelperText error={error !== undefined}>{message}</FormHelperText>}
    </Box>
  )
}
