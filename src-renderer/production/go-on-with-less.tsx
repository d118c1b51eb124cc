import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { WorkOrder } from '../../shared/planning/work-orders.ts'
import type { Finding } from '../../shared/production/findings.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { useSetting } from '../core/setting.ts'
import { showDone } from '../core/toasts.ts'

/** Cutting that ends short: whoever may ask for a change asks for what there is as the target. Nothing for other findings. */
export function GoOnWithLess({ finding: { kind, workOrderId, actual } }: { readonly finding: Finding }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const mayAsk = useMay()('process.requestModification')
  const [isAsking, setAsking] = useState(false)
  if (kind !== 'CUT_SHORT' || workOrderId === null || actual === null || !mayAsk) return null
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setAsking(true)}>{t('production.today.goOn.act', { pieces: decimal(actual) })}</Button>
      {isAsking && <AskForLess workOrderId={workOrderId} onClose={() => setAsking(false)} />}
    </>
  )
}

function AskForLess({ workOrderId, onClose }: { readonly workOrderId: string; onClose(): void }): ReactNode {
  const { data } = useLive(useApi().planning.getWorkOrder, { id: workOrderId })
  return data ? <LessForm workOrder={data.workOrder} onClose={onClose} /> : null
}

function LessForm({ workOrder: { id, version, number, goodQuantity, targetQuantity }, onClose }: { readonly workOrder: WorkOrder; onClose(): void }): ReactNode {
  const t = useText()
  const { planning } = useApi()
  const { decimal } = useFormats()
  const least = useSetting(planningSettings.revisionReason)
  const pieces = decimal(goodQuantity)
  return (
    <FormDialog
      title={t('production.today.goOn.title', { number })} subtitle={t('production.today.goOn.text', { pieces, wanted: decimal(targetQuantity) })} saveLabel={t('production.today.goOn.ask')} onClose={onClose}
      schema={planning.requestWorkOrderChange.procedure.input} values={{ id, version, targetQuantity: decimalText(goodQuantity), reason: '' }}
      save={async input => {
        const { request } = await planning.requestWorkOrderChange(input)
        showDone(request ? t('production.today.goOn.asked', { number, request: request.number }) : t('production.today.goOn.done', { number, pieces }))
      }}
    >
      <TextField name="reason" label={t('planning.acts.reason')} hint={t('planning.changes.reasonHint', { least })} isRequired rows={2} autoFocus />
    </FormDialog>
  )
}
