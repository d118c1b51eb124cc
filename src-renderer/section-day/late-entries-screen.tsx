import Inbox from '@mui/icons-material/MoveToInboxOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Link from '@mui/material/Link'
import { useId, useState, type ReactNode } from 'react'
import { Link as RouterLink, useSearchParams } from 'react-router'
import { lateStatuses, type LateStatus } from '../../shared/section-day/rules.ts'
import type { LateEntry, LateFact } from '../../shared/section-day/late.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FactList } from '../components/fact-list.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { recordPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { LatePaperList } from './late-paper.tsx'

const tones: Readonly<Record<LateStatus, Tone>> = { WAITING: 'waiting', APPLIED: 'good', REJECTED: 'neutral' }

/** What came for days that were locked by then: a supervisor enters it once the day is open again, or rejects it. */
export function LateEntriesScreen(): ReactNode {
  const t = useText()
  const { day, instant } = useFormats()
  const api = useApi()
  const [params] = useSearchParams()
  const [opened, setOpened] = useState<LateEntry>()
  const section = params.get('section')
  return (
    <PageFrame title={t('sectionDay.late.title')} fills>
      <LatePaperList sectionId={section ?? undefined} />
      <BrowseTable
        name="sectionDay.late" title={t('sectionDay.late.title')} call={api.sectionDay.listLateEntries} onOpen={setOpened} views={useSavedViews('sectionDay.late')}
        {...(section !== null && { fixed: { filter: { sectionId: section } } })} start={{ filter: { status: 'WAITING' } }}
        columns={[
          { name: 'createdAt', label: t('sectionDay.late.handedAt'), sorts: true, width: 150, yields: true, value: row => instant(row.createdAt, 'short') },
          { name: 'day', label: t('sectionDay.fields.day'), sorts: true, width: 120, value: row => day(row.day) },
          { name: 'sectionName', label: t('sectionDay.fields.sectionId'), sorts: true, width: 120, value: row => row.sectionName },
          { name: 'procedure', label: t('sectionDay.fields.procedure'), width: 150, yields: true, value: row => callText(row) },
          { name: 'reason', label: t('sectionDay.fields.reason'), grow: 2, minWidth: 230, value: row => row.reason },
          { name: 'handedBy', label: t('sectionDay.fields.handedBy'), width: 150, yields: true, value: row => row.handedByName },
          { name: 'status', label: t('sectionDay.fields.status'), width: 220, value: row => <LateChip entry={row} /> },
        ]}
        filters={[
          { kind: 'enum', name: 'status', label: t('sectionDay.fields.status'), options: lateStatuses.map(value => ({ value, label: t(`sectionDay.statuses.${value}`) })) },
          { kind: 'days', from: 'fromDay', to: 'toDay', label: t('sectionDay.fields.day') },
        ]}
        empty={<EmptyState icon={<Inbox />} title={t('sectionDay.late.empty')} hint={t('sectionDay.late.emptyHint')} />}
      />
      {opened && <LateEntryDialog opened={opened} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

/** `opened`: as the list had it; that its day was opened, or somebody else has decided, is seen while the dialog stands. */
function LateEntryDialog({ opened, onClose }: { readonly opened: LateEntry; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { sectionDay } = useApi()
  const { data: entry = opened } = useLive(sectionDay.getLateEntry, { id: opened.id }, { clears: true })
  const { day, instant } = useFormats()
  const mayDecide = useMay()('production.approve') && entry.status === 'WAITING'
  const [isRejecting, setRejecting] = useState(false)
  const { id, version } = entry
  const apply = useCommand(sectionDay.applyLateEntry, { done: ({ requests }) => (requests.length === 0 ? t('sectionDay.late.applied') : t('sectionDay.late.asked', { numbers: numbersOf(requests) })), onSuccess: onClose })
  if (isRejecting) {
    return (
      <ConfirmWithReason
        title={t('sectionDay.late.rejectTitle')} text={t('sectionDay.late.rejectText')} confirmLabel={t('sectionDay.late.reject')} onCancel={() => setRejecting(false)}
        onConfirm={reason => sectionDay.rejectLateEntry({ id, version, reason })}
        onDone={() => {
          onClose()
          showDone(t('sectionDay.late.rejected'))
        }}
      />
    )
  }
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{callText(entry)} · {entry.sectionName} · {day(entry.day)}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {mayDecide && entry.bar !== null && <Alert severity="info">{t(`sectionDay.bars.${entry.bar}`)}</Alert>}
        <FactList
          facts={[
            { label: t('sectionDay.fields.reason'), value: entry.reason },
            { label: t('sectionDay.fields.handedBy'), value: `${entry.handedByName}, ${instant(entry.createdAt)}` },
            ...(entry.requests.length === 0 ? [] : [{ label: t('sectionDay.late.requests'), value: <Requests requests={entry.requests} /> }]),
            ...(entry.decidedAt === null ? [] : [{ label: t(`sectionDay.statuses.${entry.status}`), value: `${entry.decidedByName ?? ''}, ${instant(entry.decidedAt)}${entry.decisionReason === null ? '' : `: ${entry.decisionReason}`}` }]),
          ]}
        />
        {entry.unreadable !== null && (
          <>
            <Alert severity="warning">{t('sectionDay.late.unreadable')}</Alert>
            <Box component="pre" sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{entry.unreadable}</Box>
          </>
        )}
        {entry.unreadable === null && (entry.facts.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{t('sectionDay.late.gone')}</Box> : <Facts facts={entry.facts} />)}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('buttons.close')}</Button>
        {mayDecide && <Button color="error" onClick={() => setRejecting(true)}>{t('sectionDay.late.reject')}</Button>}
        {mayDecide && <Button variant="contained" disabled={entry.bar !== null || entry.unreadable !== null} loading={apply.isPending} onClick={() => apply.mutate({ id, version })}>{t('sectionDay.late.apply')}</Button>}
      </DialogActions>
    </Dialog>
  )
}

/** What was entered and waits for consent does not count yet. */
function LateChip({ entry: { status, requests } }: { readonly entry: LateEntry }): ReactNode {
  const t = useText()
  const pending = requests.filter(request => request.status === 'PENDING')
  if (pending.length > 0) return <StatusChip tone="waiting" label={t('sectionDay.late.waitsIn', { numbers: numbersOf(pending) })} />
  return <StatusChip tone={tones[status]} label={t(`sectionDay.statuses.${status}`)} />
}

function Requests({ requests }: Pick<LateEntry, 'requests'>): ReactNode {
  const t = useText()
  return requests.map(({ id, number, status }) => (
    <Box key={id}><Link component={RouterLink} to={recordPath('approvalRequest', id)!}>{number}</Link> · {t(`approvals.statuses.${status}`)}</Box>
  ))
}

const numbersOf = (requests: LateEntry['requests']) => requests.map(({ number }) => number).join(', ')

function Facts({ facts }: { readonly facts: readonly LateFact[] }): ReactNode {
  const t = useText()
  const { plain, day } = useFormats()
  const figure = (value: string) => (/^-?\d+(\.\d+)?$/.test(value) ? plain(value) : value)
  const joined = (...parts: readonly (string | null)[]) => parts.filter(part => part !== null).join(' · ') || '–'
  const shownDay = (on: string | null) => (on === null ? null : day(on))
  const typed = ({ value, valueKey, times }: LateFact) => {
    if (times) return `${joined(shownDay(times.startDay), times.startTime)} – ${joined(shownDay(times.endDay), times.endTime)}`
    return valueKey === null ? value === null ? '–' : figure(value) : (textOf(valueKey) ?? '')
  }
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <PlainTable
        label={t('sectionDay.fields.input')} head={[{ prose: t('sectionDay.late.about') }, t('sectionDay.late.typed')]}
        rows={facts.map((fact, at) => ({ key: String(at), cells: [joined(fact.label, shownDay(fact.day)), typed(fact)] }))}
      />
    </Box>
  )
}

function callText({ procedure }: LateEntry): string {
  return textOf(`sectionDay.calls.${procedure.split('.')[1]!}`) ?? ''
}
