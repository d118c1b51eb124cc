import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import type { SwitchRole } from '../../shared/operators/contract.ts'
import { FailureState } from '../components/failure-state.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay, useUser } from '../core/session.ts'
import { useWideRightsText } from '../core/wide-rights.ts'
import { touch, touchTarget } from '../theme/controls.ts'

/** Which roles may change quickly by PIN or badge; of those that cannot be chosen it is said which right is in the way. */
export function SwitchRolesDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { data: roles = [], error, refetch } = useLive(useApi().operators.listSwitchRoles, {})
  const [narrow, wide] = [roles.filter(({ wideRights }) => wideRights.length === 0), roles.filter(({ wideRights }) => wideRights.length > 0)]
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId} component="div">
        <Typography component="h2" variant="h2">{t('operators.rolesTitle')}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('operators.rolesHint')}</Typography>
      </DialogTitle>
      <DialogContent>
        {error && <FailureState error={error} onRetry={() => void refetch()} />}
        {narrow.length > 0 && <RoleGroup title={t('operators.mayChosen')} roles={narrow} />}
        {wide.length > 0 && <RoleGroup title={t('operators.mayNot')} roles={wide} />}
      </DialogContent>
      <DialogActions><Button onClick={onClose} autoFocus>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}

function RoleGroup({ title, roles }: { readonly title: string; readonly roles: readonly SwitchRole[] }): ReactNode {
  const titleId = useId()
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ '& + &': { mt: 2.5 } }}>
      <Typography id={titleId} component="h3" variant="overline" sx={{ color: 'text.secondary' }}>{title}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{roles.map(role => <RoleLine key={role.id} role={role} />)}</Box>
    </Box>
  )
}

function RoleLine({ role }: { readonly role: SwitchRole }): ReactNode {
  const t = useText()
  const { level } = useUser()
  const mayUpdate = useMay()('identity.update')
  const remarkId = useId()
  const remark = useRemark(role)
  const set = useCommand(useApi().operators.setRoleSwitching, { done: ({ name, canSwitchQuickly }) => t(canSwitchQuickly ? 'operators.roleOn' : 'operators.roleOff', { name }) })
  const { id, version, name, canSwitchQuickly, wideRights } = role
  // What was chosen before its rights grew can be taken back.
  const isFixed = !mayUpdate || role.level < level || (wideRights.length > 0 && !canSwitchQuickly)
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 0.5, borderBottom: 1, borderColor: 'divider', [touch]: { minHeight: touchTarget } }}>
      <Box sx={{ flex: 1, minWidth: 0, color: isFixed ? 'text.secondary' : undefined }}>
        {name}
        {remark !== undefined && <Typography id={remarkId} variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{remark}</Typography>}
      </Box>
      <Switch
        checked={canSwitchQuickly} disabled={isFixed || set.isPending} onChange={(_event, isOn) => set.mutate({ id, version, canSwitchQuickly: isOn })}
        slotProps={{ input: { 'aria-label': name, ...(remark !== undefined && { 'aria-describedby': remarkId }) } }}
      />
    </Box>
  )
}

/** Why a role cannot be chosen, or no longer counts. */
function useRemark({ level: roleLevel, canSwitchQuickly, wideRights }: SwitchRole): string | undefined {
  const t = useText()
  const { level } = useUser()
  const rightsText = useWideRightsText()
  const width = wideRights.length > 0 && t('operators.notLimited', { rights: rightsText(wideRights) })
  const reasons = [width, width && canSwitchQuickly && t('operators.stillMay'), roleLevel < level && t('operators.higherLevel')].filter(Boolean)
  return reasons.length > 0 ? reasons.join('. ') : undefined
}
