import EventAvailable from '@mui/icons-material/EventAvailableOutlined'
import Lock from '@mui/icons-material/LockOutlined'
import LockOpen from '@mui/icons-material/LockOpenOutlined'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useMemo, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { unlockRight, type DayLock } from '../../shared/section-day/days.ts'
import { referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { DateField } from '../components/date-field.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FactList } from '../components/fact-list.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import type { ReferenceOption } from '../components/reference-source.ts'
import { useSavedViews } from '../components/saved-views.ts'
import { SelectField } from '../components/select-field.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { sectionDayPath } from './paths.ts'
import { WaitingOfDay } from './waiting-of-day.tsx'

/** Which sections' days are locked, by whom and since when, and who opened which again and why. */
export function DayLocksScreen(): ReactNode {
  const t = useText()
  const { sectionDay } = useApi()
  const { day, instant } = useFormats()
  const person = usePersonName()
  const may = useMay()
  const [opened, setOpened] = useState<DayLock>()
  const [isLocking, setLocking] = useState(false)
  const lock = may('production.approve') && <Button variant="contained" startIcon={<Lock />} onClick={() => setLocking(true)}>{t('sectionDay.lock.lock')}</Button>
  return (
    <PageFrame title={t('sectionDay.locks.title')} fills actions={lock}>
      <BrowseTable
        name="sectionDay.locks" title={t('sectionDay.locks.title')} call={sectionDay.listDayLocks} onOpen={setOpened} views={useSavedViews('sectionDay.locks')}
        columns={[
          { name: 'day', label: t('sectionDay.fields.day'), sorts: true, width: 115, value: row => day(row.day) },
          { name: 'sectionName', label: t('sectionDay.fields.sectionId'), sorts: true, width: 130, value: row => row.sectionName },
          { name: 'isLocked', label: t('sectionDay.fields.status'), width: 130, value: row => <LockChip lock={row} /> },
          { name: 'lockedBy', label: t('sectionDay.fields.lockedBy'), width: 170, value: row => person(row.lockedByName) },
          { name: 'lockedAt', label: t('sectionDay.fields.lockedAt'), sorts: true, width: 150, yields: true, value: row => instant(row.lockedAt, 'short') },
          { name: 'openedBy', label: t('sectionDay.fields.openedBy'), width: 170, yields: true, value: row => (row.openedByName === null ? '' : person(row.openedByName)) },
          { name: 'openedAt', label: t('sectionDay.fields.openedAt'), width: 150, yields: true, value: row => (row.openedAt === null ? '' : instant(row.openedAt, 'short')) },
          { name: 'openReason', label: t('sectionDay.fields.openReason'), grow: 2, minWidth: 200, value: row => row.openReason ?? '' },
        ]}
        filters={useFilters()}
        empty={<EmptyState icon={<Lock />} title={t('sectionDay.locks.empty')} hint={t('sectionDay.locks.emptyHint')} actions={lock} />}
      />
      {opened && <DayLockDialog opened={opened} onClose={() => setOpened(undefined)} />}
      {isLocking && <LockDialog onClose={() => setLocking(false)} />}
    </PageFrame>
  )
}

function useFilters(): readonly BrowseFilter<'sectionId' | 'isLocked' | 'fromDay' | 'toDay'>[] {
  const t = useText()
  const { masters } = useApi()
  const sections = useMemo(() => ({ call: masters.findSections, option: ({ id, code, name }: ReferenceOption) => ({ id, code, name }) }), [masters])
  return [
    { kind: 'days', from: 'fromDay', to: 'toDay', label: t('sectionDay.fields.day') },
    referenceFilter({ name: 'sectionId', label: t('sectionDay.fields.sectionId'), source: sections }),
    { kind: 'boolean', name: 'isLocked', label: t('sectionDay.fields.status'), yes: t('sectionDay.statuses.LOCKED'), no: t('sectionDay.statuses.OPEN') },
  ]
}

function LockChip({ lock: { isLocked } }: { readonly lock: DayLock }): ReactNode {
  const t = useText()
  return <StatusChip tone={isLocked ? 'warning' : 'good'} icon={isLocked ? Lock : LockOpen} label={t(isLocked ? 'sectionDay.statuses.LOCKED' : 'sectionDay.statuses.OPEN')} />
}

/** One section's day: who did what with its lock, every time, and the act for whoever may. `opened`: as the list had it; what somebody else does meanwhile is seen. */
function DayLockDialog({ opened, onClose }: { readonly opened: DayLock; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { sectionDay } = useApi()
  const { day, instant } = useFormats()
  const person = usePersonName()
  const may = useMay()
  const [isUnlocking, setUnlocking] = useState(false)
  const { sectionId, day: on } = opened
  const { data } = useLive(sectionDay.listDayLocks, { filter: { sectionId, fromDay: on, toDay: on }, pageSize: 1 }, { clears: true })
  const lock = data?.rows[0] ?? opened
  const named = { section: lock.sectionName, day: day(lock.day) }
  if (isUnlocking) {
    return (
      <ConfirmWithReason
        title={t('sectionDay.lock.unlockTitle', named)} text={t('sectionDay.lock.unlockText')} confirmLabel={t('sectionDay.lock.unlock')} onCancel={() => setUnlocking(false)}
        onConfirm={reason => sectionDay.unlockDay({ id: lock.id, version: lock.version, reason })}
        onDone={() => {
          onClose()
          showDone(t('sectionDay.lock.undone', named))
        }}
      />
    )
  }
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{lock.sectionName} · {day(lock.day)}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <FactList
          facts={[
            { label: t('sectionDay.fields.status'), value: <LockChip lock={lock} /> },
            { label: t('sectionDay.fields.lockedBy'), value: `${person(lock.lockedByName)}, ${instant(lock.lockedAt)}` },
            ...(lock.openedAt === null ? [] : [{ label: t('sectionDay.fields.openedBy'), value: `${person(lock.openedByName ?? '')}, ${instant(lock.openedAt)}` }, { label: t('sectionDay.fields.openReason'), value: lock.openReason ?? '' }]),
          ]}
        />
        <WaitingOfDay sectionId={lock.sectionId} sectionName={lock.sectionName} day={lock.day} />
        <RecordHistory entity="sectionDayLock" id={lock.id} labels={{ isLocked: t('sectionDay.fields.isLocked'), openReason: t('sectionDay.fields.openReason') }} />
      </DialogContent>
      <DialogActions>
        <Button component={Link} to={`${sectionDayPath}?${new URLSearchParams({ section: lock.sectionId, day: lock.day }).toString()}`} startIcon={<EventAvailable />} sx={{ mr: 'auto' }}>{t('sectionDay.locks.toDay')}</Button>
        <Button onClick={onClose}>{t('buttons.close')}</Button>
        {lock.isLocked && may(unlockRight) && <Button variant="contained" startIcon={<LockOpen />} onClick={() => setUnlocking(true)}>{t('sectionDay.lock.unlock')}</Button>}
        {!lock.isLocked && may('production.approve') && <LockAgain lock={lock} onDone={onClose} />}
      </DialogActions>
    </Dialog>
  )
}

function LockAgain({ lock: { sectionId, sectionName, day: on }, onDone }: { readonly lock: DayLock; onDone(): void }): ReactNode {
  const t = useText()
  const { day } = useFormats()
  const lock = useCommand(useApi().sectionDay.lockDay, { done: () => t('sectionDay.lock.done', { section: sectionName, day: day(on) }), onSuccess: onDone })
  return <Button variant="contained" startIcon={<Lock />} loading={lock.isPending} onClick={() => lock.mutate({ sectionId, day: on })}>{t('sectionDay.lock.lock')}</Button>
}

/** Any section's day, today's at first. */
function LockDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const { sectionDay, production } = useApi()
  const { day, today } = useFormats()
  const { data: sections = [] } = useLive(production.listProductionSections, {})
  return (
    <FormDialog
      title={t('sectionDay.locks.lockTitle')} subtitle={t('sectionDay.lock.lockText')} schema={sectionDay.lockDay.procedure.input} saveLabel={t('sectionDay.lock.lock')} onClose={onClose}
      values={{ day: today() }}
      save={async input => {
        const { sectionName, day: on } = await sectionDay.lockDay(input)
        showDone(t('sectionDay.lock.done', { section: sectionName, day: day(on) }))
      }}
    >
      <FieldRow>
        <SelectField name="sectionId" label={t('sectionDay.fields.sectionId')} options={sections.map(({ id, name }) => ({ value: id, label: name }))} isRequired autoFocus />
        <DateField name="day" label={t('sectionDay.fields.day')} isRequired />
      </FieldRow>
    </FormDialog>
  )
}
