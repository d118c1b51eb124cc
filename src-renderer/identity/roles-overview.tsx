import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { actions, permissionModules, processActs, type PermissionModule } from '../../shared/core/permissions.ts'
import type { Role } from '../../shared/identity/roles.ts'
import { ScrollArea } from '../components/scroll-area.tsx'
import { useText } from '../core/i18n.ts'
import { touch, touchTarget } from '../theme/controls.ts'
import { gridHead, gridTable, rowHead } from './rights-look.ts'

interface RolesOverviewProps { readonly roles: readonly Role[]; onOpen(id: string): void }

/** All roles at once: what each may in every module as letters, and who holds which act. */
export function RolesOverview({ roles, onOpen }: RolesOverviewProps): ReactNode {
  const t = useText()
  const legend = actions.map(action => `${t(`identity.roles.letters.${action}`)} ${t(`actions.${action}`)}`).join(' · ')
  const name = (role: Role) => <ButtonBase onClick={() => onOpen(role.id)} sx={{ font: 'inherit', color: 'primary.main', textAlign: 'start', [touch]: { minHeight: touchTarget } }}>{role.name}</ButtonBase>
  return (
    <ScrollArea label={t('identity.roles.all')} sx={{ flex: 1, minHeight: 240 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary', px: 2, py: 1, position: 'sticky', left: 0 }}>{legend}</Typography>
      <Box component="table" sx={gridTable} aria-label={t('identity.roles.all')}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...gridHead, textAlign: 'start', left: 0, zIndex: 3 }}>{t('fields.roleId')}</Box>
            {permissionModules.map(module => <Box key={module} component="th" scope="col" sx={{ ...gridHead, ...tall }}>{t(`permissionModules.${module}`)}</Box>)}
          </tr>
        </thead>
        <tbody>
          {roles.map(role => (
            <tr key={role.id}>
              <Box component="th" scope="row" sx={rowHead}>{name(role)}</Box>
              {permissionModules.map(module => <Letters key={module} role={role} module={module} />)}
            </tr>
          ))}
        </tbody>
      </Box>
      <Box component="table" sx={{ ...gridTable, mt: 3 }} aria-label={t('identity.roles.acts')}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...gridHead, textAlign: 'start', left: 0, zIndex: 3, minWidth: 220 }}>{t('identity.roles.acts')}</Box>
            {roles.map(({ id, name: role }) => <Box key={id} component="th" scope="col" sx={{ ...gridHead, ...tall }}>{role}</Box>)}
          </tr>
        </thead>
        <tbody>
          {processActs.map(act => (
            <tr key={act}>
              <Box component="th" scope="row" sx={rowHead}>{t(`identity.acts.${act}`)}</Box>
              {roles.map(({ id, name: role, grants }) => (
                <Box key={id} component="td" title={`${role}: ${t(`identity.acts.${act}`)}`} sx={cell}>{grants.includes(`process.${act}`) ? <b aria-label={t('words.yes')}>✓</b> : null}</Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </ScrollArea>
  )
}

/** "LBU··S": each action has its place, so that columns can be compared by eye. */
function Letters({ role: { name, grants }, module }: { readonly role: Role; readonly module: PermissionModule }): ReactNode {
  const t = useText()
  const held = actions.filter(action => grants.includes(`${module}.${action}`))
  const words = held.length === 0 ? t('words.none') : held.map(action => t(`actions.${action}`)).join(', ')
  return (
    <Box component="td" title={`${name}, ${t(`permissionModules.${module}`)}: ${words}`} sx={{ ...cell, fontFamily: 'monospace', letterSpacing: '0.05em' }}>
      {held.length > 0 && <span aria-hidden>{actions.map(action => (held.includes(action) ? t(`identity.roles.letters.${action}`) : '·')).join('')}</span>}
      <Box component="span" sx={unseen}>{words}</Box>
    </Box>
  )
}

const tall = { writingMode: 'vertical-rl', transform: 'rotate(180deg)', px: 0.5, py: 1.25, height: 130, textAlign: 'start', whiteSpace: 'normal', borderBottom: 0, borderTop: 1 } as const
const cell = { borderBottom: 1, borderColor: 'divider', px: 0.5, py: 0.5, textAlign: 'center', whiteSpace: 'nowrap', position: 'relative' } as const
const unseen = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } as const
