import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { actions, permissionModules, type Permission } from '../../shared/core/permissions.ts'
import { canBeKeyed } from '../../shared/programs/rules.ts'
import { useFormField, type FieldProps } from '../components/form-field.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'

/** What a key may do: module by module, of what its maker may. */
export function PermissionsField(props: FieldProps): ReactNode {
  const t = useText()
  const id = useId()
  const { permissions } = useUser()
  const nameOf = (permission: string) => permission
  const { value, onChange, error } = useFormField(props, shown => (shown as string[]).map(nameOf).join(', '))
  const chosen = value as readonly Permission[]
  const toggle = (permission: Permission) => onChange(chosen.includes(permission) ? chosen.filter(one => one !== permission) : [...chosen, permission])
  const groups = permissionModules.map(module => ({ module, offered: actions.filter(action => permissions.includes(`${module}.${action}`) && canBeKeyed(`${module}.${action}`)) })).filter(({ offered }) => offered.length > 0)
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} component="h3" variant="h3">{props.label}</Typography>
      {error !== undefined && <FormHelperText error role="alert">{t('programs.form.chooseOne')}</FormHelperText>}
      <Box sx={{ display: 'grid', mt: 0.5, maxHeight: 300, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}>
        {groups.map(({ module, offered }) => (
          <Box key={module} role="group" aria-label={t(`permissionModules.${module}`)} sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '150px 1fr' }, alignItems: 'center', px: 1.5, py: 0.25, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            <Typography sx={{ fontWeight: 600 }}>{t(`permissionModules.${module}`)}</Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
              {offered.map(action => (
                <FormControlLabel key={action} label={t(`actions.${action}`)} control={<Checkbox size="small" checked={chosen.includes(`${module}.${action}`)} onChange={() => toggle(`${module}.${action}`)} />} />
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
