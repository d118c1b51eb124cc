import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { decimalText, isPositive } from '../../shared/core/decimal.ts'
import type { GatePass } from '../../shared/transfers/gate.ts'
import { FactList } from '../components/fact-list.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { CheckField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { WorkOrderField } from '../components/work-order-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { showDone } from '../core/toasts.ts'
import { useSubcontractors } from './gate-sources.ts'

/** TR-9: goods of a work order go out to a subcontractor. `onSent` opens the pass, to be printed. */
export function SendOutDialog({ onSent, onClose }: { onSent(pass: GatePass): void; onClose(): void }): ReactNode {
  const t = useText()
  const { transfers } = useApi()
  const { day } = useFormats()
  const subcontractors = useSubcontractors()
  return (
    <FormDialog
      title={t('transfers.gate.addTitle')} schema={transfers.sendToSubcontractor.procedure.input} values={{ workOrderId: '', partnerId: '', quantity: '', notes: '' }} saveLabel={t('transfers.gate.addSave')} onClose={onClose}
      save={async input => {
        const pass = await transfers.sendToSubcontractor(input)
        showDone(t('transfers.gate.sent', { number: pass.number, day: day(pass.dueDay) }))
        onSent(pass)
      }}
    >
      <WorkOrderField name="workOrderId" label={t('transfers.fields.workOrderId')} hint={t('transfers.gate.workOrderHint')} isRequired />
      <GateWorkFacts />
      <FieldRow>
        <ReferenceField name="partnerId" label={t('transfers.fields.partnerId')} hint={t('transfers.gate.partnerHint')} source={subcontractors} isRequired />
        <DecimalField name="quantity" label={t('transfers.fields.quantity')} unit={t('units.pieces')} isRequired />
      </FieldRow>
      <TextField name="notes" label={t('transfers.fields.notes')} rows={2} />
    </FormDialog>
  )
}

/** What there is of the chosen work order's goods to be sent. */
function GateWorkFacts(): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const chosen = useWatch({ name: 'workOrderId' }) as string | null | undefined
  const { data } = useLive(useApi().transfers.getGateWork, { workOrderId: chosen ?? '' }, { enabled: Boolean(chosen), clears: true })
  if (!chosen || !data) return null
  const told = (quantity: typeof data.came) => t('transfers.gate.pieces', { quantity: decimal(quantity) })
  return (
    <>
      <FactList
        facts={[
          { label: t('transfers.fields.goods'), value: `${data.itemName ?? data.articleName} · ${data.stageName}` }, { label: t('transfers.gate.came'), value: told(data.came) },
          { label: t('transfers.gate.taken'), value: told(data.taken) }, { label: t('transfers.gate.made'), value: told(data.made) }, { label: t('transfers.gate.available'), value: <b>{told(data.available)}</b> },
        ]}
      />
      {!isPositive(data.available) && <Alert severity="warning">{t('transfers.gate.nothingLeft')}</Alert>}
    </>
  )
}

/** TR-9: what came back, in parts as it comes; the last part may be short, with a reason. */
export function TakeBackDialog({ pass, onClose }: { readonly pass: GatePass; onClose(): void }): ReactNode {
  const t = useText()
  const { transfers } = useApi()
  const { decimal } = useFormats()
  const { id, version, number } = pass
  return (
    <FormDialog
      title={t('transfers.gate.takeTitle', { number })} subtitle={t('transfers.gate.takeSubtitle', { goods: pass.itemName ?? pass.articleName, partner: pass.partnerName, remaining: decimal(pass.remaining) })}
      schema={transfers.returnFromSubcontractor.procedure.input} values={{ id, version, returnedQuantity: '', rejectQuantity: '', isLast: false, reason: '' }} saveLabel={t('transfers.gate.take')} onClose={onClose}
      save={async input => {
        const { status, remaining } = await transfers.returnFromSubcontractor(input)
        showDone(status === 'OUT' ? t('transfers.gate.takenPart', { number, remaining: decimal(remaining) }) : t('transfers.gate.takenAll', { number }))
      }}
    >
      <FieldRow>
        <DecimalField name="returnedQuantity" label={t('transfers.gate.good')} unit={t('units.pieces')} isRequired autoFocus />
        <DecimalField name="rejectQuantity" label={t('transfers.gate.rejected')} unit={t('units.pieces')} />
      </FieldRow>
      <CheckField name="isLast" label={t('transfers.gate.isLast')} />
      <ShortReason pass={pass} />
    </FormDialog>
  )
}

/** What came back was entered wrongly: all of it is entered anew. */
export function CorrectReturnDialog({ pass, onClose }: { readonly pass: GatePass; onClose(): void }): ReactNode {
  const t = useText()
  const { transfers } = useApi()
  const { decimal } = useFormats()
  const { id, version, number } = pass
  return (
    <FormDialog
      title={t('transfers.gate.correctTitle', { number })} subtitle={t('transfers.gate.correctSubtitle', { quantity: decimal(pass.quantity) })} schema={transfers.correctGateReturn.procedure.input}
      values={{ id, version, returnedQuantity: decimalText(pass.returnedQuantity), rejectQuantity: decimalText(pass.rejectQuantity), reason: '' }} saveLabel={t('transfers.gate.correct')} onClose={onClose}
      save={async input => {
        const { remaining } = await transfers.correctGateReturn(input)
        showDone(t('transfers.gate.corrected', { number, remaining: decimal(remaining) }))
      }}
    >
      <FieldRow>
        <DecimalField name="returnedQuantity" label={t('transfers.gate.good')} unit={t('units.pieces')} isRequired autoFocus />
        <DecimalField name="rejectQuantity" label={t('transfers.gate.rejected')} unit={t('units.pieces')} isRequired />
      </FieldRow>
      <TextField name="reason" label={t('transfers.fields.reason')} rows={2} isRequired />
    </FormDialog>
  )
}

/** Asked for once it is said that nothing more comes though some is missing. */
function ShortReason({ pass }: { readonly pass: GatePass }): ReactNode {
  const t = useText()
  const [isLast, good, rejected] = useWatch({ name: ['isLast', 'returnedQuantity', 'rejectQuantity'] }) as [boolean, string | null, string | null]
  const isShort = Number(good ?? 0) + Number(rejected ?? 0) < Number(decimalText(pass.remaining))
  return isLast && isShort && <TextField name="reason" label={t('transfers.gate.reason')} hint={t('transfers.gate.reasonHint')} rows={2} isRequired />
}
