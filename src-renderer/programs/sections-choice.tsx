import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import MuiTextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useFormField, type FieldProps } from '../components/form-field.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'

/** All sections, where its maker has them all, or some of theirs. */
export function SectionsChoice(props: FieldProps): ReactNode {
  const t = useText()
  const { sections: own } = useUser()
  const { data } = useLive(useApi().masters.findSections, {})
  const sections = (data?.rows ?? []).filter(({ id }) => own === 'all' || own.includes(id))
  const nameOf = (id: string) => sections.find(section => section.id === id)?.name ?? '…'
  const { value, onChange, onBlur, error } = useFormField(props, shown => (shown === 'all' ? t('programs.allSections') : (shown as string[]).map(nameOf).join(', ')))
  const isAll = value === 'all'
  return (
    <Box>
      {own === 'all' && <FormControlLabel label={t('programs.form.allSections')} control={<Checkbox checked={isAll} onChange={event => onChange(event.target.checked ? 'all' : [])} />} />}
      {!isAll && (
        <Autocomplete
          multiple filterSelectedOptions autoHighlight handleHomeEndKeys={false} options={sections.map(({ id }) => id)} value={value as string[]} getOptionLabel={nameOf}
          onChange={(_event, ids) => onChange(ids)} noOptionsText={t('form.noOptions')} openText={t('buttons.open')} closeText={t('buttons.close')} clearText={t('buttons.clear')}
          renderInput={params => <MuiTextField {...params} label={props.label} onBlur={onBlur} error={error !== undefined} helperText={error === undefined ? undefined : t('programs.form.chooseOne')} />}
        />
      )}
    </Box>
  )
}
