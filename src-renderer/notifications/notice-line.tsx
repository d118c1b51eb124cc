import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { ApprovalButtons } from '../components/approval-buttons.tsx'
import { useApi } from '../core/api.ts'
import { useWaiting } from '../core/approvals.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useNoticeText } from './notice-text.ts'
import { useOpenNotice } from './record-path.ts'
import { SeverityChip } from './severity-chip.tsx'

/** One notice of the panel. Pressing it marks it as read and opens its record; a critical one still waits to be acknowledged. */
export function NoticeLine({ notice, onLeave }: { notice: ReceivedNotice; onLeave(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const text = useNoticeText()
  const formats = useFormats()
  const openNotice = useOpenNotice()
  const acknowledge = useCommand(api.notifications.acknowledge)
  // The newest word of a request is the place to decide it.
  const step = useWaiting().stepOf(notice.entity === 'approvalRequest' ? notice.entityId : null)
  const isUnread = notice.readAt === null
  const isOpen = notice.severity === 'CRITICAL' && notice.acknowledgedAt === null

  function open(): void {
    if (openNotice(notice)) onLeave()
  }
  return (
    <ListItem disablePadding sx={{ flexDirection: 'column', alignItems: 'stretch', borderLeft: 3, borderColor: isUnread ? 'primary.main' : 'transparent' }}>
      <ListItemButton onClick={open} sx={{ display: 'grid', justifyContent: 'stretch', gap: 0.25, pl: 1.625, pr: 2, py: 1 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <SeverityChip severity={notice.severity} />
          <Typography variant="caption" color="textSecondary" title={formats.instant(notice.createdAt)}>{formats.relative(notice.createdAt)}</Typography>
        </Box>
        <Typography variant="body2" sx={{ fontWeight: isUnread ? 650 : 400 }}>{text(notice)}</Typography>
        {isUnread && <Typography variant="caption" color="primary">{t('notifications.list.unread')}</Typography>}
      </ListItemButton>
      {step !== undefined && notice.entityId !== null && (
        <Box sx={{ pl: 1.625, pr: 2, pb: 1.25 }}><ApprovalButtons id={notice.entityId} step={step} number={String(notice.params.number)} title={text(notice)} /></Box>
      )}
      {isOpen && (
        <Box sx={{ pl: 1.625, pr: 2, pb: 1.25 }}>
          <Button size="small" variant="contained" color="error" disabled={acknowledge.isPending} onClick={() => acknowledge.mutate({ ids: [notice.id] })}>
            {t('notifications.list.acknowledge')}
          </Button>
        </Box>
      )}
    </ListItem>
  )
}
