import Add from '@mui/icons-material/Add'
import Badge from '@mui/icons-material/BadgeOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import Paper from '@mui/material/Paper'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { Role } from '../../shared/identity/roles.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { NewRoleForm } from './new-role-form.tsx'
import { RoleEditor } from './role-editor.tsx'
import { RolesOverview } from './roles-overview.tsx'

/** What every role may: one at a time, beside another one to compare with, or all at once. */
export function RolesScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const [isAdding, setAdding] = useState(false)
  const [comparedId, setComparedId] = useState<string | null>(null)
  const { data: roles = [], error, isPending, refetch } = useLive(useApi().identity.listRoles, {})
  const chosen = params.get('id')
  const isWhole = chosen === 'all'
  const role = roles.find(({ id }) => id === chosen) ?? roles.find(({ userCount, level }) => level > 1 && userCount > 0) ?? roles[0]
  const open = (id: string) => setParams({ id }, { replace: true })
  useBegin({ new: may('identity.create') && (() => setAdding(true)) })
  const filters = (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
      <ToggleButtonGroup exclusive size="small" value={isWhole ? 'all' : 'one'} onChange={(_event, view: 'all' | 'one' | null) => view && setParams(view === 'all' ? { id: 'all' } : {}, { replace: true })} aria-label={t('identity.roles.view')}>
        <ToggleButton value="one">{t('identity.roles.one')}</ToggleButton>
        <ToggleButton value="all">{t('identity.roles.all')}</ToggleButton>
      </ToggleButtonGroup>
      {!isWhole && (
        <Box sx={{ minWidth: 240 }}>
          <SelectInput
            label={t('identity.roles.compare')} value={comparedId} onChange={setComparedId} noneLabel={t('words.none')}
            options={roles.filter(({ id }) => id !== role?.id).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Box>
      )}
    </Box>
  )
  const add = may('identity.create') && <Button variant="contained" startIcon={<Add />} onClick={() => setAdding(true)}>{t('identity.roles.add')}</Button>
  return (
    <PageFrame title={t('identity.roles.title')} subtitle={t('identity.roles.subtitle')} actions={add} filters={filters} fills>
      <Paper variant="outlined" sx={{ display: 'flex', flexDirection: { xs: 'column', md: 'row' }, flex: 1, minHeight: 320, minWidth: 0, overflow: 'hidden' }}>
        {error ? <FailureState error={error} onRetry={() => void refetch()} />
          : isPending ? <EmptyState role="status" icon={<Badge />} title={t('words.loading')} />
          : isWhole ? <RolesOverview roles={roles} onOpen={open} />
          : role && <><RoleChoice roles={roles} chosen={role} onChoose={open} /><RoleEditor key={`${role.id} ${role.version}`} role={role} compared={roles.find(({ id }) => id === comparedId)} /></>}
      </Paper>
      {isAdding && <NewRoleForm roles={roles} copyOf={role?.id} onMade={made => { setAdding(false); open(made.id) }} onClose={() => setAdding(false)} />}
    </PageFrame>
  )
}

interface RoleChoiceProps { readonly roles: readonly Role[]; readonly chosen: Role; onChoose(id: string): void }

/** A list where there is room for it beside the matrix, else a choice above it. */
function RoleChoice({ roles, chosen, onChoose }: RoleChoiceProps): ReactNode {
  const t = useText()
  const isNarrow = useMediaQuery(theme => theme.breakpoints.down('md'), { noSsr: true })
  if (isNarrow) {
    return (
      <Box sx={{ p: 2, pb: 0 }}>
        <SelectInput label={t('fields.roleId')} value={chosen.id} onChange={id => id !== null && onChoose(id)} options={roles.map(({ id, name }) => ({ value: id, label: name }))} />
      </Box>
    )
  }
  return (
    <List dense component="nav" aria-label={t('identity.roles.title')} sx={{ width: 230, flexShrink: 0, overflow: 'auto', borderInlineEnd: 1, borderColor: 'divider', py: 0.5 }}>
      {roles.map(({ id, name, level, userCount, isActive }) => (
        <ListItemButton key={id} selected={id === chosen.id} aria-current={id === chosen.id} onClick={() => onChoose(id)} sx={{ opacity: isActive ? 1 : 0.65 }}>
          <ListItemText primary={name} secondary={isActive ? t('identity.roles.summary', { level, count: userCount }) : t('words.inactive')} />
        </ListItemButton>
      ))}
    </List>
  )
}
