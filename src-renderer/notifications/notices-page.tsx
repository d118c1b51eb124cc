import Tune from '@mui/icons-material/TuneOutlined'
import DoneAll from '@mui/icons-material/DoneAllOutlined'
import NotificationsNone from '@mui/icons-material/NotificationsNoneOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { noticeKinds, severities, type NoticeKind } from '../../shared/notifications/notice.ts'
import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { NoticeChoices } from './notice-choices.tsx'
import { noticeKindText, useNoticeText } from './notice-text.ts'
import { useOpenNotice } from './record-path.ts'
import { SeverityChip } from './severity-chip.tsx'

/** All notices of the user, with what is still unread or waits to be acknowledged. */
export function NoticesPage(): ReactNode {
  const t = useText()
  const api = useApi()
  const text = useNoticeText()
  const formats = useFormats()
  const openNotice = useOpenNotice()
  const [isChoosing, setChoosing] = useState(false)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const { data: counts } = useLive(api.notifications.countUnread, {})
  const readMany = (count: number) => (count > 0 ? t('notifications.done.read', { count }) : undefined)
  const markRead = useCommand(api.notifications.markRead, { onSuccess: () => setTicked([]) })
  const markAllRead = useCommand(api.notifications.markAllRead, { done: ({ changed }) => readMany(changed) ?? t('notifications.list.read') })
  const acknowledge = useCommand(api.notifications.acknowledge, { done: () => t('notifications.done.acknowledged'), onSuccess: () => setTicked([]) })

  return (
    <PageFrame
      title={t('notifications.title')} fills
      subtitle={counts && [t('notifications.bell.unread', { count: counts.unread }), counts.open > 0 && t('notifications.bell.openCritical', { count: counts.open })].filter(Boolean).join(' · ')}
      actions={<><Button startIcon={<Tune />} variant="outlined" onClick={() => setChoosing(true)}>{t('notifications.choices.open')}</Button><Button startIcon={<DoneAll />} variant="outlined" disabled={!counts?.unread || markAllRead.isPending} onClick={() => markAllRead.mutate({})}>{t('notifications.bell.markAllRead')}</Button></>}
    >
      <BrowseTable
        name="notifications.notices" title={t('notifications.title')} call={api.notifications.listNotices} onOpen={openNotice} selected={ticked} onSelected={setTicked}
        columns={[
          { name: 'createdAt', label: t('notifications.list.time'), sorts: true, width: 150, value: ({ createdAt }) => formats.instant(createdAt, 'short') },
          { name: 'severity', label: t('notifications.list.severity'), width: 130, yields: true, value: ({ severity }) => <SeverityChip severity={severity} /> },
          { name: 'notice', label: t('notifications.list.notice'), grow: 3, minWidth: 200, value: notice => (notice.readAt === null ? <b>{text(notice)}</b> : text(notice)) },
          { name: 'state', label: t('notifications.list.state'), width: 240, value: notice => <NoticeState notice={notice} /> },
        ]}
        filters={[
          { kind: 'boolean', name: 'isUnread', label: t('notifications.list.isUnread') },
          { kind: 'boolean', name: 'isOpen', label: t('notifications.list.isOpen') },
          { kind: 'enum', name: 'kinds', label: t('notifications.list.kind'), isMultiple: true, options: (Object.keys(noticeKinds) as NoticeKind[]).map(value => ({ value, label: noticeKindText(value) })) },
          { kind: 'days', label: t('notifications.list.days'), from: 'fromDay', to: 'toDay' },
          { kind: 'enum', name: 'severity', label: t('notifications.list.severity'), options: severities.map(value => ({ value, label: t(`notifications.severities.${value}`) })) },
        ]}
        selectionActions={
          <>
            <Button size="small" onClick={() => markRead.mutate({ ids: [...ticked] })}>{t('notifications.list.markRead')}</Button>
            <Button size="small" onClick={() => acknowledge.mutate({ ids: [...ticked] })}>{t('notifications.list.acknowledge')}</Button>
          </>
        }
        empty={<EmptyState icon={<NotificationsNone />} title={t('notifications.list.empty')} hint={t('notifications.list.emptyHint')} />}
      />
      {isChoosing && <NoticeChoices onClose={() => setChoosing(false)} />}
    </PageFrame>
  )
}

function NoticeState({ notice: { severity, readAt, acknowledgedAt } }: { readonly notice: ReceivedNotice }): ReactNode {
  const t = useText()
  const formats = useFormats()
  if (acknowledgedAt !== null) return <StatusChip tone="good" label={t('notifications.list.acknowledged', { time: formats.instant(acknowledgedAt, 'short') })} />
  if (severity === 'CRITICAL') return <StatusChip tone="bad" label={t('notifications.list.waiting')} />
  return readAt === null ? <StatusChip tone="waiting" label={t('notifications.list.unread')} /> : t('notifications.list.read')
}
