import Add from '@mui/icons-material/AddCircleOutlined'
import Delete from '@mui/icons-material/DeleteOutlined'
import Download from '@mui/icons-material/DownloadOutlined'
import Edit from '@mui/icons-material/EditOutlined'
import LockOpen from '@mui/icons-material/LockOpenOutlined'
import Login from '@mui/icons-material/LoginOutlined'
import Logout from '@mui/icons-material/LogoutOutlined'
import Override from '@mui/icons-material/ReportProblemOutlined'
import Reject from '@mui/icons-material/BlockOutlined'
import Restore from '@mui/icons-material/SettingsBackupRestoreOutlined'
import Swap from '@mui/icons-material/SwapHorizOutlined'
import Approve from '@mui/icons-material/ThumbUpOutlined'
import Upload from '@mui/icons-material/UploadFileOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import type { AuditAction } from '../../shared/core/procedure.ts'
import { useText } from '../core/i18n.ts'
import { StatusChip, type Tone } from './status-chip.tsx'

const looks: Readonly<Record<AuditAction, { readonly tone: Tone; readonly icon: SvgIconComponent }>> = {
  CREATE: { tone: 'good', icon: Add }, UPDATE: { tone: 'waiting', icon: Edit }, DELETE: { tone: 'bad', icon: Delete }, LOGIN: { tone: 'neutral', icon: Login }, LOGOUT: { tone: 'neutral', icon: Logout },
  APPROVE: { tone: 'running', icon: Approve }, REJECT: { tone: 'bad', icon: Reject }, TRANSFER: { tone: 'running', icon: Swap }, EXPORT: { tone: 'warning', icon: Download }, IMPORT: { tone: 'warning', icon: Upload },
  RESTORE: { tone: 'warning', icon: Restore }, UNLOCK: { tone: 'warning', icon: LockOpen }, OVERRIDE: { tone: 'bad', icon: Override },
}

/** What was done, by colour, sign and word. */
export function ActChip({ action }: { readonly action: AuditAction }): ReactNode {
  const t = useText()
  const { tone, icon } = looks[action]
  return <StatusChip tone={tone} icon={icon} label={t(`history.${action}`)} />
}
