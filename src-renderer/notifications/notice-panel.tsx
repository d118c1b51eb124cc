import DoneAll from '@mui/icons-material/DoneAll'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import List from '@mui/material/List'
import Typography from '@mui/material/Typography'
import type { MouseEvent, ReactNode } from 'react'
import { Link } from 'react-router'
import { addDays, businessDay, type BusinessDay } from '../../shared/core/dates.ts'
import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats, type Formats } from '../core/formats.ts'
import { useText, type Translate } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { DesktopNoticeSwitch } from './desktop-notice-switch.tsx'
import { NoticeLine } from './notice-line.tsx'
import { noticesPath } from './record-path.ts'

const shown = 30

/** The latest notices by day, newest first. */
export function NoticePanel({ onLeave }: { onLeave(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const formats = useFormats()
  const { timeZone } = useFactory()
  const { data } = useLive(api.notifications.listNotices, { pageSize: shown })
  const markAll = useCommand(api.notifications.markAllRead)
  const rows = data?.rows ?? []
  const newest = rows[0]

  function markAllRead({ currentTarget }: MouseEvent<HTMLElement>): void {
    if (newest) markAll.mutate({ upTo: newest.id })
    // The button goes out under the finger: without the focus, Esc would not close the panel any more.
    currentTarget.closest<HTMLElement>('[role=dialog]')?.focus()
  }
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1 }}>
        <Typography component="h2" variant="h3" sx={{ flexGrow: 1 }}>{t('notifications.title')}</Typography>
        {newest && (
          <Button size="small" startIcon={<DoneAll />} disabled={markAll.isPending || rows.every(({ readAt }) => readAt !== null)} onClick={markAllRead}>
            {t('notifications.bell.markAllRead')}
          </Button>
        )}
      </Box>
      <Divider />
      {data && !newest && (
        <Box sx={{ p: 3, textAlign: 'center' }}>
          <Typography>{t('notifications.bell.empty')}</Typography>
          <Typography variant="body2" color="textSecondary">{t('notifications.bell.emptyHint')}</Typography>
        </Box>
      )}
      <Box sx={{ maxHeight: '60vh', overflowY: 'auto' }}>
        {byDay(rows, timeZone).map(([day, notices]) => (
          <List key={day} disablePadding aria-label={dayName(day, formats, t)}>
            <Typography component="li" variant="caption" sx={{ px: 2, py: 0.75, fontWeight: 600, color: 'text.secondary' }}>{dayName(day, formats, t)}</Typography>
            {notices.map(notice => <NoticeLine key={notice.id} notice={notice} onLeave={onLeave} />)}
          </List>
        ))}
      </Box>
      <Divider />
      <DesktopNoticeSwitch />
      <Button component={Link} to={noticesPath} onClick={onLeave} fullWidth sx={{ borderRadius: 0 }}>{t('notifications.bell.seeAll')}</Button>
    </>
  )
}

function byDay(notices: readonly ReceivedNotice[], timeZone: string): [BusinessDay, ReceivedNotice[]][] {
  return [...Map.groupBy(notices, ({ createdAt }) => businessDay(createdAt, { timeZone }))]
}

function dayName(day: BusinessDay, formats: Formats, t: Translate): string {
  const today = formats.today()
  if (day === today) return t('notifications.bell.today')
  return day === addDays(today, -1) ? t('notifications.bell.yesterday') : formats.day(day)
}
