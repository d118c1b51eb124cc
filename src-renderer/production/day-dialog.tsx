import Delete from '@mui/icons-material/DeleteOutlined'
import LockOpen from '@mui/icons-material/LockOpenOutlined'
import TaskAlt from '@mui/icons-material/TaskAltOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState, type ReactNode } from 'react'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { decimalText } from '../../shared/core/decimal.ts'
import type { DailyProduction } from '../../shared/production/daily.ts'
import type { WorkOfDay } from '../../shared/production/section-day.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay, useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { useDefectOptions, useShiftOptions } from '../components/choices.ts'
import { DayFacts, EntryFacts } from './day-facts.tsx'
import { useSayAnswer } from './day-answer.ts'
import { WaitingDays } from '../components/waiting-days.tsx'

export interface DayDialogProps { readonly workOrderId: string; readonly day: string; onClose(): void }

/** One day of a work order with all there is to say of it: what was good, what was rejected and why, who entered it, what waits. */
export function DayDialog({ workOrderId, day, onClose }: DayDialogProps): ReactNode {
  const { data } = useLive(useApi().production.getWorkOfDay, { workOrderId, day }, { isFresh: true })
  const mayEnter = useMay()('process.enterDailyProduction')
  if (!data) return null
  const isFree = mayEnter && data.entry?.status !== 'CONFIRMED' && !data.waiting.some(one => one.day === day) && !['VOIDED', 'CANCELLED'].includes(data.status)
  return isFree ? <DayForm work={data} day={day} onClose={onClose} /> : <DayShown work={data} day={day} onClose={onClose} />
}

interface OneDayProps { readonly work: WorkOfDay; readonly day: string; onClose(): void }

function DayForm({ work, day, onClose }: OneDayProps): ReactNode {
  const t = useText()
  const { production } = useApi()
  const formats = useFormats()
  const say = useSayAnswer(work.number)
  const [defects, shifts] = [useDefectOptions(), useShiftOptions()]
  const { entry } = work
  const { id, version } = entry ?? { id: '', version: 1 }
  return (
    <FormDialog
      title={t('production.day.title', { day: formats.day(day) })} subtitle={`${work.number} · ${work.itemName ?? work.articleName}`} as="drawer" width="xs" onClose={onClose}
      schema={production.enterProduction.procedure.input} values={valuesOf(work, day)}
      save={async input => {
        const { workOrderId: _workOrderId, day: _day, ...figures } = input
        say(await (entry ? production.updateProduction({ id, version, ...figures }) : production.enterProduction(input)))
      }}
      extraActions={entry && <EntryActs work={work} entry={entry} onClose={onClose} />}
    >
      <DayFacts work={work} day={day} />
      <DecimalField name="goodQuantity" label={t('production.fields.goodQuantity')} unit={t('units.pieces')} isRequired autoFocus />
      <DecimalField name="rejectQuantity" label={t('production.fields.rejectQuantity')} unit={t('units.pieces')} />
      <SelectField name="defectReasonId" label={t('production.fields.defectReasonId')} options={defects} noneLabel={t('production.day.noDefect')} />
      <SelectField name="workShiftId" label={t('production.fields.workShiftId')} options={shifts} noneLabel={t('production.day.noShift')} />
      <TextField name="notes" label={t('production.fields.notes')} rows={2} />
      <TextField name="reason" label={t('production.fields.reason')} hint={t('production.day.reasonHint')} rows={2} />
      {entry && <EntryFacts entry={entry} />}
    </FormDialog>
  )
}

function valuesOf({ workOrderId, entry }: WorkOfDay, day: string) {
  return {
    workOrderId, day: day as BusinessDay, goodQuantity: entry ? decimalText(entry.goodQuantity) : '', rejectQuantity: entry ? decimalText(entry.rejectQuantity) : '0',
    defectReasonId: entry?.defectReasonId ?? null, workShiftId: entry?.workShiftId ?? null, notes: entry?.notes ?? '', reason: '',
  }
}

/** Taking it back, and confirming what somebody else entered. */
function EntryActs({ work: { number }, entry, onClose }: { readonly work: WorkOfDay; readonly entry: DailyProduction; onClose(): void }): ReactNode {
  const t = useText()
  const { production } = useApi()
  const { today, day } = useFormats()
  const say = useSayAnswer(number)
  const [isAsking, setAsking] = useState(false)
  const take = async (reason: string) => say(await production.removeProduction({ id: entry.id, version: entry.version, reason }), t('production.day.takenBack', { day: day(entry.day) }))
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Button color="error" startIcon={<Delete />} onClick={() => (entry.day === today() && !entry.isFromPaper ? void take('').then(onClose) : setAsking(true))}>{t('production.day.takeBack')}</Button>
      <ConfirmButton entry={entry} onDone={onClose} />
      {isAsking && (
        <ConfirmWithReason
          title={t('production.day.takeBack')} text={t('production.day.takeBackText', { day: day(entry.day), number })} confirmLabel={t('production.day.takeBack')} isDangerous onConfirm={take}
          onDone={onClose} onCancel={() => setAsking(false)}
        />
      )}
    </Box>
  )
}

/** For whoever approves production and neither entered nor changed the day. */
export function ConfirmButton({ entry, onDone }: { readonly entry: DailyProduction; onDone?(): void }): ReactNode {
  const t = useText()
  const { day } = useFormats()
  const { id: userId } = useUser()
  const may = useMay()
  const confirm = useCommand(useApi().production.confirmProduction, { done: () => t('production.day.confirmed', { day: day(entry.day) }), onSuccess: () => onDone?.() })
  if (!may('production.approve') || entry.status !== 'ENTERED' || entry.enteredBy === userId || entry.changedBy === userId) return null
  return (
    <Button variant="outlined" startIcon={<TaskAlt />} disabled={confirm.isPending} onClick={() => confirm.mutate({ id: entry.id, version: entry.version })}>{t('production.day.confirm')}</Button>
  )
}

/** For whoever could have confirmed the day, until its order is completed. */
function ReopenButton({ work: { number, status }, entry, onDone }: { readonly work: WorkOfDay; readonly entry: DailyProduction; onDone(): void }): ReactNode {
  const t = useText()
  const { production } = useApi()
  const { day } = useFormats()
  const { id: userId } = useUser()
  const may = useMay()
  const [isAsking, setAsking] = useState(false)
  if (!may('production.approve') || entry.status !== 'CONFIRMED' || entry.enteredBy === userId || entry.changedBy === userId || status === 'VOIDED' || status === 'CANCELLED') return null
  return (
    <>
      <Button color="error" startIcon={<LockOpen />} onClick={() => setAsking(true)}>{t('production.day.reopen')}</Button>
      {isAsking && (
        <ConfirmWithReason
          title={t('production.day.reopen')} text={t('production.day.reopenText', { day: day(entry.day), number })} confirmLabel={t('production.day.reopen')} isDangerous
          onConfirm={async reason => {
            await production.reopenProduction({ id: entry.id, version: entry.version, reason })
            showDone(t('production.day.reopened', { day: day(entry.day) }))
          }}
          onDone={onDone} onCancel={() => setAsking(false)}
        />
      )}
    </>
  )
}

function DayShown({ work, day, onClose }: OneDayProps): ReactNode {
  const t = useText()
  const formats = useFormats()
  const waiting = work.waiting.filter(one => one.day === day)
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="day-shown">
      <DialogTitle id="day-shown">{t('production.day.title', { day: formats.day(day) })}: {work.number}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <DayFacts work={work} day={day} />
        <WaitingDays waiting={waiting} subject={{ workOrder: work.number, section: '', article: work.articleName }} />
        {work.entry ? <EntryFacts entry={work.entry} hasFigures /> : waiting.length === 0 && <Alert severity="info">{t('production.today.notEntered')}</Alert>}
      </DialogContent>
      <DialogActions>{work.entry && <ReopenButton work={work} entry={work.entry} onDone={onClose} />}<Button onClick={onClose}>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}
