import Badge from '@mui/icons-material/BadgeOutlined'
import ManageAccounts from '@mui/icons-material/ManageAccountsOutlined'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { OperatorsScreen } from './operators-screen.tsx'

const operatorsPath = '/operators'

export const operatorsScreens: readonly Screen[] = [
  { path: operatorsPath, title: 'operators.title', permission: 'identity.view', group: 'administration', icon: Badge, component: OperatorsScreen },
]

export const operatorsActions: readonly ScreenAction[] = [
  { title: 'operators.rolesTitle', to: beginAt(operatorsPath, 'roles'), permission: 'identity.update', icon: ManageAccounts },
]
