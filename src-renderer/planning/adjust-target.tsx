import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { WorkOrderDetail } from '../../shared/planning/work-orders.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { useChangeTold } from './work-order-change-dialog.tsx'

/** PL-11: rather than wait for the rest, whoever begins asks for a target of what has come. */
export function AdjustTarget({ detail: { workOrder, upstream, waiting } }: { readonly detail: Pick<WorkOrderDetail, 'workOrder' | 'upstream' | 'waiting'> }): ReactNode {
  const t = useText()
  const { planning } = useApi()
  const { decimal } = useFormats()
  const [isAsking, setAsking] = useState(false)
  const tell = useChangeTold(workOrder)
  const { id, version, number } = workOrder
  const pieces = decimal(upstream)
  if (!useMay()('process.enterDailyProduction') || waiting.length > 0) return null
  return (
    <>
      <Button color="inherit" onClick={() => setAsking(true)}>{t('planning.changes.adjust', { pieces })}</Button>
      {isAsking && (
        <ConfirmWithReason
          title={t('planning.changes.adjust', { pieces })} text={t('planning.changes.adjustText', { number, pieces, target: decimal(workOrder.targetQuantity) })} confirmLabel={t('planning.changes.save')}
          onConfirm={async reason => tell(await planning.adjustWorkOrder({ id, version, reason }))} onDone={() => setAsking(false)} onCancel={() => setAsking(false)}
        />
      )}
    </>
  )
}
