import CheckBox from '@mui/icons-material/CheckBox'
import CheckBoxOutlineBlank from '@mui/icons-material/CheckBoxOutlineBlank'
import GroupAdd from '@mui/icons-material/GroupAddOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import { useState, type ReactNode } from 'react'
import type { MenuHolders } from '../../shared/identity/menus.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'
import { MenuAssignment } from './menu-assignment.tsx'
import { useHandedMenus } from './menus-of.ts'

const listed = 200

/** Several people at once: what is ticked for them is given to all of them. */
export function UserMenus(): ReactNode {
  const t = useText()
  const self = useUser()
  const [search, setSearch] = useState('')
  const handed = useHandedMenus()
  const [chosen, setChosen] = useState<readonly string[]>(handed.userIds)
  const { data } = useLive(useApi().identity.listUsers, { search, filter: { isActive: true }, sort: [{ column: 'fullName' }], pageSize: listed })
  const people = data?.rows.filter(({ id, level }) => id !== self.id && level >= self.level) ?? []
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id])
  return (
    <>
      <Chooser label={t('identity.users.title')} head={<TextInput label={t('table.search')} value={search} onChange={setSearch} />}>
        {people.map(({ id, fullName, role }) => (
          <ListItemButton key={id} selected={chosen.includes(id)} onClick={() => toggle(id)} role="checkbox" aria-checked={chosen.includes(id)}>
            <ListItemIcon sx={{ minWidth: 36 }}>{chosen.includes(id) ? <CheckBox color="primary" fontSize="small" /> : <CheckBoxOutlineBlank fontSize="small" />}</ListItemIcon>
            <ListItemText primary={fullName} secondary={role} />
          </ListItemButton>
        ))}
      </Chooser>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {handed.leftOut.length > 0 && <Alert severity="info" sx={{ borderRadius: 0 }}>{t('identity.bulk.leftOut')} {handed.leftOut.join(', ')}</Alert>}
        <Assignment holders={chosen.length === 0 ? undefined : { userIds: [...chosen] }} />
      </Box>
    </>
  )
}

/** What new users of a role begin with. */
export function RoleMenus(): ReactNode {
  const t = useText()
  const { level } = useUser()
  const { data: roles = [] } = useLive(useApi().identity.listRoles, {})
  const [chosen, setChosen] = useState<string>()
  return (
    <>
      <Chooser label={t('identity.roles.title')}>
        {roles.filter(role => role.isActive && role.level >= level).map(({ id, name, userCount }) => (
          <ListItemButton key={id} selected={id === chosen} aria-current={id === chosen} onClick={() => setChosen(id)}>
            <ListItemText primary={name} secondary={t('identity.menus.people', { count: userCount })} />
          </ListItemButton>
        ))}
      </Chooser>
      <Assignment holders={chosen === undefined ? undefined : { roleId: chosen }} />
    </>
  )
}

function Chooser({ label, head, children }: { readonly label: string; readonly head?: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <Box sx={{ width: { xs: '100%', md: 300 }, maxHeight: { xs: 240, md: 'none' }, flexShrink: 0, display: 'flex', flexDirection: 'column', borderInlineEnd: { md: 1 }, borderBottom: { xs: 1, md: 0 }, borderColor: { xs: 'divider', md: 'divider' } }}>
      {head && <Box sx={{ p: 1.5, pb: 0.5 }}>{head}</Box>}
      <List dense aria-label={label} component="div" role="group" sx={{ overflow: 'auto', flex: 1 }}>{children}</List>
    </Box>
  )
}

function Assignment({ holders }: { readonly holders: MenuHolders | undefined }): ReactNode {
  const t = useText()
  if (!holders) return <EmptyState icon={<GroupAdd />} title={t('identity.menus.choose')} hint={t('identity.menus.chooseHint')} />
  return <MenuAssignment key={JSON.stringify(holders)} holders={holders} />
}
