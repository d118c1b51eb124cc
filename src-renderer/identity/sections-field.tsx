import Autocomplete from '@mui/material/Autocomplete'
import MuiTextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useFormField, type FieldProps } from '../components/form-field.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

const atMost = 200

/** Several sections, as chips; the value is a list of ids. */
export function SectionsField(props: FieldProps): ReactNode {
  const t = useText()
  const { data } = useLive(useApi().masters.listSections, { filter: { isActive: true }, pageSize: atMost })
  const sections = data?.rows ?? []
  const nameOf = (id: string) => sections.find(section => section.id === id)?.name ?? '…'
  const { value, onChange, onBlur, inputRef, isDisabled, error } = useFormField(props, shown => (shown as string[]).map(nameOf).join(', '))
  return (
    <Autocomplete
      multiple filterSelectedOptions autoHighlight handleHomeEndKeys={false} disabled={isDisabled}
      options={sections.map(({ id }) => id)} value={Array.isArray(value) ? (value as string[]) : []} onChange={(_event, ids) => onChange(ids)} getOptionLabel={nameOf}
      noOptionsText={t('form.noOptions')} openText={t('buttons.open')} closeText={t('buttons.close')} clearText={t('buttons.clear')}
      renderInput={params => <MuiTextField {...params} label={props.label} error={error !== undefined} helperText={error ?? props.hint} onBlur={onBlur} inputRef={inputRef} />}
    />
  )
}
