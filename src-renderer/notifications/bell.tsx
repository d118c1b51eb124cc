import NotificationsActive from '@mui/icons-material/NotificationsActive'
import NotificationsNone from '@mui/icons-material/NotificationsNone'
import Badge from '@mui/material/Badge'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import Tooltip from '@mui/material/Tooltip'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { setUnread } from '../core/page-title.ts'
import { Arrivals } from './arrivals.tsx'
import { NoticePanel } from './notice-panel.tsx'

/** The bell of the top bar, with the number of unread notices; it opens the latest ones. */
export function NotificationBell(): ReactNode {
  const t = useText()
  const api = useApi()
  const bell = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { data: { unread, open } = { unread: 0, open: 0 } } = useLive(api.notifications.countUnread, {})
  const label = [t('notifications.bell.open'), unread > 0 && t('notifications.bell.unread', { count: unread }), open > 0 && t('notifications.bell.openCritical', { count: open })]
  useEffect(() => setUnread(unread), [unread])
  useEffect(() => () => setUnread(0), [])

  return (
    <>
      <Tooltip title={label.filter(Boolean).join(' · ')}>
        <IconButton ref={bell} color="inherit" aria-label={label.filter(Boolean).join(', ')} aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>
          <Badge badgeContent={unread} max={99} color={open > 0 ? 'error' : 'secondary'}>
            {open > 0 ? <NotificationsActive /> : <NotificationsNone />}
          </Badge>
        </IconButton>
      </Tooltip>
      <Popover
        open={isOpen} anchorEl={() => bell.current} onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('notifications.title'), sx: { width: 440, maxWidth: 'calc(100vw - 32px)' } } }}
      >
        <NoticePanel onLeave={() => setOpen(false)} />
      </Popover>
      <Arrivals />
    </>
  )
}
