import Print from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import { transferAfter, variancePercent } from '../../shared/transfers/rules.ts'
import type { Transfer } from '../../shared/transfers/slips.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { CheckField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useMay, useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { AcceptDialog } from './accept-dialog.tsx'

const acts = ['accept', 'settle', 'release', 'override', 'cancel'] as const
type Act = (typeof acts)[number]
/** Which of them is the one to do next: what is kept apart is released before it is accepted. */
const mains = ['release', 'accept', 'settle'] as const satisfies readonly Act[]
/** Which end of a slip the reader looks at it from; both where all of it is theirs. */
export type End = 'from' | 'to' | 'both'

interface SlipActsProps {
  readonly slip: Transfer
  readonly end: End
  readonly hasPrint?: boolean
  /** While one of its dialogs is open. */
  onActing?(slip: Transfer | undefined): void
}

/** What may be done with a slip, by who looks at it. */
export function SlipActs({ slip, end, hasPrint = true, onActing }: SlipActsProps): ReactNode {
  const t = useText()
  const may = useMay()
  const [act, begin] = useState<Act>()
  const setAct = (one: Act | undefined) => {
    begin(one)
    onActing?.(one && slip)
  }
  const { status, block } = slip
  // A handover takes two people (WH-5).
  const isOwn = slip.sentBy === useUser().id
  // What was counted to be different is for the receiver's supervisor to take back.
  const mayCancel = slip.firstCountedQuantity === null ? end !== 'to' : end !== 'from' && may('production.approve')
  const isDifferent = status === 'ACCEPTED' || block === 'VARIANCE'
  const shown: Readonly<Record<Act, boolean>> = {
    accept: !isOwn && end !== 'from' && may('process.acceptTransfer') && transferAfter(status, 'accept') !== undefined, settle: !isOwn && end !== 'from' && may('production.approve') && isDifferent,
    release: end !== 'from' && may('production.approve') && block === 'SEGREGATION', override: end !== 'from' && may('process.overrideSegregation') && block === 'SEGREGATION',
    cancel: mayCancel && may('process.enterDailyProduction') && transferAfter(status, 'cancel') !== undefined,
  }
  const main = mains.find(one => shown[one])
  const close = () => setAct(undefined)
  return (
    <>
      {hasPrint && <PrintSlip slip={slip} />}
      {acts.filter(one => shown[one]).toReversed().map(one => (
        <Button key={one} variant={one === main ? 'contained' : 'text'} color={one === 'cancel' ? 'inherit' : 'primary'} onClick={() => setAct(one)}>{t(`transfers.${one}`)}</Button>
      ))}
      {act === 'accept' && <AcceptDialog slip={slip} onClose={close} />}
      {act === 'release' && <ReleaseDialog slip={slip} onClose={close} />}
      {act !== undefined && act !== 'accept' && act !== 'release' && <WithReason act={act} slip={slip} onClose={close} />}
    </>
  )
}

interface DialogProps { readonly slip: Transfer; onClose(): void }

/** TR-5: all three are written down. */
function ReleaseDialog({ slip: { id, version, number }, onClose }: DialogProps): ReactNode {
  const t = useText()
  const { transfers } = useApi()
  return (
    <FormDialog
      title={t('transfers.releaseTitle', { number })} subtitle={t('transfers.releaseText')} schema={transfers.releaseSegregation.procedure.input} values={{ id, version, isStopped: false, isInspected: false, notes: '' }}
      saveLabel={t('transfers.release')} onClose={onClose}
      save={async input => {
        await transfers.releaseSegregation(input)
        showDone(t('transfers.released', { number }))
      }}
    >
      <CheckField name="isStopped" label={t('transfers.fields.isStopped')} />
      <DecimalField name="gapMetres" label={t('transfers.fields.gapMetres')} isRequired autoFocus />
      <CheckField name="isInspected" label={t('transfers.fields.isInspected')} />
      <TextField name="notes" label={t('transfers.fields.notes')} rows={2} />
    </FormDialog>
  )
}

function WithReason({ act, slip, onClose }: DialogProps & { readonly act: Exclude<Act, 'accept' | 'release'> }): ReactNode {
  const t = useText()
  const { transfers } = useApi()
  const { decimal, plain } = useFormats()
  const { id, version, number } = slip
  const counted = slip.countedQuantity ?? slip.quantity
  const dialogs = {
    settle: {
      title: t('transfers.settleTitle', { number }), confirmLabel: t('transfers.settle'), call: transfers.settleVariance, done: t('transfers.settled', { number }),
      text: t('transfers.settleText', { sent: decimal(slip.quantity), counted: decimal(counted), percent: plain(decimalText(variancePercent(slip.quantity, counted))) }),
    },
    override: { title: t('transfers.overrideTitle', { number }), text: t('transfers.overrideText'), confirmLabel: t('transfers.override'), call: transfers.overrideSegregation, done: t('transfers.released', { number }) },
    cancel: { title: t('transfers.cancelTitle', { number }), text: t('transfers.cancelText'), confirmLabel: t('transfers.cancel'), call: transfers.cancelTransfer, done: t('transfers.cancelled', { number }) },
  }
  const { title, text, confirmLabel, call, done } = dialogs[act]
  return (
    <ConfirmWithReason
      title={title} text={text} confirmLabel={confirmLabel} isDangerous={act !== 'settle'} onCancel={onClose} onDone={onClose}
      onConfirm={async reason => {
        await call({ id, version, reason })
        showDone(done)
      }}
    />
  )
}

function PrintSlip({ slip: { id } }: { readonly slip: Transfer }): ReactNode {
  const t = useText()
  const transport = useTransport()
  const [language] = useLanguage()
  const printing = useJob(useApi().transfers.printTransfer)
  async function print(): Promise<void> {
    const file = await printing.run({ id, language })
    if (file) transport.print(file)
  }
  return <Button startIcon={<Print />} disabled={printing.isRunning} onClick={() => void print()}>{t('transfers.print')}</Button>
}
