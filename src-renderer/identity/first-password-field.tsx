import Refresh from '@mui/icons-material/RefreshOutlined'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import Tooltip from '@mui/material/Tooltip'
import type { ReactNode } from 'react'
import { useFormField, type FieldProps } from '../components/form-field.ts'
import { TextInput } from '../components/text-field.tsx'
import { useText } from '../core/i18n.ts'
import { PasswordRules } from './password-rules.tsx'

/** A password to be told to somebody: in plain sight, already thought of, good for one login. */
export function FirstPasswordField(props: FieldProps): ReactNode {
  const t = useText()
  const { value, ...field } = useFormField(props, () => '••••••••')
  const password = typeof value === 'string' ? value : ''
  const another = (
    <InputAdornment position="end">
      <Tooltip title={t('identity.users.generate')}>
        <IconButton size="small" edge="end" tabIndex={-1} aria-label={t('identity.users.generate')} onClick={() => field.onChange(suggestedPassword())}>
          <Refresh fontSize="small" />
        </IconButton>
      </Tooltip>
    </InputAdornment>
  )
  return (
    <>
      <TextInput {...props} {...field} value={password} end={another} />
      <PasswordRules password={password} />
    </>
  )
}

const words = [
  'Benang', 'Jarum', 'Kancing', 'Kain', 'Pola', 'Tenun', 'Bordir', 'Boneka', 'Gudang', 'Lemari', 'Mesin', 'Payung', 'Sutra', 'Warna', 'Kapas', 'Renda',
]

/** Easy to say over a machine's noise: "Benang#Kapas482". */
export function suggestedPassword(): string {
  const [first = 0, second = 0, digits = 0] = crypto.getRandomValues(new Uint32Array(3))
  return `${words[first % words.length]}#${words[second % words.length]}${100 + (digits % 900)}`
}
