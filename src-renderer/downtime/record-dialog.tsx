import Block from '@mui/icons-material/BlockOutlined'
import TaskAlt from '@mui/icons-material/TaskAltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import { verifyRight, type Downtime } from '../../shared/downtime/contract.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay, useUser } from '../core/session.ts'
import { useStandingWords } from '../core/standing-words.ts'
import { showDone } from '../core/toasts.ts'
import { RecordFacts } from './record-facts.tsx'
import { RecordFields } from './record-fields.tsx'
import { entryOf, type Subject } from './subject.ts'

/** What stood still at another time than now, or is to be told of in full. */
export function EntryDialog({ sectionId, subject, onClose }: { readonly sectionId: string; readonly subject?: Subject; onClose(): void }): ReactNode {
  const t = useText()
  const { downtime } = useApi()
  const { today } = useFormats()
  const words = useStandingWords()
  const { machineId = null, productionLineId = null } = subject ?? {}
  return (
    <FormDialog
      title={t('downtime.enterTitle')} subtitle={subject?.name} schema={downtime.startDowntime.procedure.input} onClose={onClose}
      values={{ sectionId, machineId, productionLineId, workOrderId: null, downtimeReasonId: '', startDay: today(), startTime: null, endDay: today(), endTime: null, notes: '' }}
      save={async input => {
        // A day alone says nothing: without a time it is now, or not over yet.
        const { startTime, endTime } = input
        const record = await downtime.startDowntime({ ...input, startDay: startTime == null ? null : input.startDay, endDay: endTime == null ? null : input.endDay })
        showDone(t('downtime.started', { place: words.place(record), reason: record.reasonName }))
      }}
    >
      <RecordFields sectionId={sectionId} />
    </FormDialog>
  )
}

/** A record with all that is said of it: to be changed, cancelled or verified by whoever may. */
export function RecordDialog({ id, onClose }: { readonly id: string; onClose(): void }): ReactNode {
  const { data } = useLive(useApi().downtime.getDowntime, { id }, { clears: true })
  const may = useMay()
  const [isChanging, setChanging] = useState(false)
  if (!data) return null
  if (isChanging) return <ChangeDialog record={data} onClose={() => setChanging(false)} />
  const mayChange = may('process.enterDailyProduction') && data.cancelledAt === null && (data.verifiedAt === null || may(verifyRight))
  return <ShownDialog record={data} onChange={mayChange ? () => setChanging(true) : undefined} onClose={onClose} />
}

function ChangeDialog({ record, onClose }: { readonly record: Downtime; onClose(): void }): ReactNode {
  const t = useText()
  const { downtime } = useApi()
  const { timeZone } = useFactory()
  const words = useStandingWords()
  return (
    <FormDialog
      title={t('downtime.edit')} subtitle={`${words.place(record)} · ${record.sectionName}`} schema={downtime.updateDowntime.procedure.input} onClose={onClose}
      values={{ ...entryOf(record, timeZone), id: record.id, version: record.version, reason: '' }}
      save={async input => showDone(t('downtime.saved', { place: words.place(await downtime.updateDowntime(input)) }))}
    >
      <RecordFields sectionId={record.sectionId} record={record} />
      <TextField name="reason" label={t('downtime.fields.reason')} isRequired />
    </FormDialog>
  )
}

function ShownDialog({ record, onChange, onClose }: { readonly record: Downtime; readonly onChange: (() => void) | undefined; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { downtime } = useApi()
  const words = useStandingWords()
  const [isCancelling, setCancelling] = useState(false)
  const place = words.place(record)
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{place}</DialogTitle>
      <DialogContent><RecordFacts record={record} /></DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', rowGap: 1 }}>
        <Box sx={{ mr: 'auto' }}>{onChange && <Button color="error" startIcon={<Block />} onClick={() => setCancelling(true)}>{t('downtime.cancel')}</Button>}</Box>
        <VerifyButton record={record} />
        {onChange && <Button variant="outlined" onClick={onChange}>{t('downtime.edit')}</Button>}
        <Button onClick={onClose} autoFocus>{t('buttons.close')}</Button>
      </DialogActions>
      {isCancelling && (
        <ConfirmWithReason
          title={t('downtime.cancelTitle', { place })} text={t('downtime.cancelText')} confirmLabel={t('downtime.cancel')} isDangerous onCancel={() => setCancelling(false)}
          onConfirm={reason => downtime.cancelDowntime({ id: record.id, version: record.version, reason })}
          onDone={() => {
            showDone(t('downtime.cancelled', { place }))
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}

/** For whoever approves production and did not report it. */
function VerifyButton({ record }: { readonly record: Downtime }): ReactNode {
  const t = useText()
  const may = useMay()
  const { id: userId } = useUser()
  const words = useStandingWords()
  const verify = useCommand(useApi().downtime.verifyDowntime, { done: verified => t('downtime.verified', { place: words.place(verified) }) })
  if (!may('production.approve') || record.reportedBy === userId || record.endedAt === null || record.verifiedAt !== null || record.cancelledAt !== null) return null
  return <Button variant="contained" startIcon={<TaskAlt />} loading={verify.isPending} onClick={() => verify.mutate({ id: record.id, version: record.version })}>{t('downtime.verify')}</Button>
}
