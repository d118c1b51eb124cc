import Key from '@mui/icons-material/VpnKeyOutlined'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { KeysScreen } from './keys-screen.tsx'

const keysPath = '/programs'

export const programsScreens: readonly Screen[] = [
  { path: keysPath, title: 'programs.title', permission: 'identity.view', group: 'administration', icon: Key, component: KeysScreen },
]
export const programsActions: readonly ScreenAction[] = [{ title: 'programs.add', to: beginAt(keysPath, 'new'), permission: 'identity.create', icon: Key }]
