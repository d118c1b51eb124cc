import Backup from '@mui/icons-material/BackupOutlined'
import { backupsPath } from '../core/paths.ts'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { BackupsScreen } from './backups-screen.tsx'

export const dataCareScreens: readonly Screen[] = [
  { path: backupsPath, title: 'dataCare.title', permission: 'dataCare.update', group: 'administration', icon: Backup, component: BackupsScreen },
]

export const dataCareActions: readonly ScreenAction[] = [
  { title: 'dataCare.backUpNow', to: beginAt(backupsPath, 'backup'), permission: 'dataCare.update', icon: Backup },
]
