import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { WorkOrderChangeAnswer } from '../../shared/planning/work-order-changes.ts'
import type { WorkOrder } from '../../shared/planning/work-orders.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useSetting } from '../core/setting.ts'
import { showDone } from '../core/toasts.ts'
import { useArticleSource } from './sources.ts'

/** What became of it: done, done by a revision, or asked for. */
export function useChangeTold(workOrder: Pick<WorkOrder, 'id' | 'number'>): (answer: Pick<WorkOrderChangeAnswer, 'request'> & { readonly workOrder: Pick<WorkOrder, 'id' | 'number'> }) => void {
  const t = useText()
  const { id, number } = workOrder
  return ({ workOrder: after, request }) => {
    if (request) showDone(t('planning.changes.asked', { number, request: request.number }))
    else if (after.id === id) showDone(t('planning.changes.changed', { number }))
    else showDone(t('planning.changes.revised', { number, revision: after.number }))
  }
}

/** PL-17: another target, deadline or article of a work order. */
export function WorkOrderChangeDialog({ workOrder, onClose }: { readonly workOrder: WorkOrder; onClose(): void }): ReactNode {
  const t = useText()
  const { planning } = useApi()
  const { decimal } = useFormats()
  const tell = useChangeTold(workOrder)
  const articles = useArticleSource()
  const least = useSetting(planningSettings.revisionReason)
  const percent = useSetting(planningSettings.autoQuantityChange)
  const { id, version, number, targetQuantity, deadlineDay, goodQuantity, status, itemId, entryCount } = workOrder
  return (
    <FormDialog
      title={t('planning.changes.title', { number })} subtitle={t('planning.changes.text', { percent: decimal(percent) })} saveLabel={t('planning.changes.save')} onClose={onClose}
      schema={planning.requestWorkOrderChange.procedure.input} values={{ id, version, targetQuantity: decimalText(targetQuantity), deadlineDay, reason: '' }}
      save={async input => {
        const isSame = input.targetQuantity === decimalText(targetQuantity)
        tell(await planning.requestWorkOrderChange({ ...input, ...(isSame && { targetQuantity: undefined }), ...(input.deadlineDay === deadlineDay && { deadlineDay: undefined }) }))
      }}
    >
      {status === 'RUNNING' && <Alert severity="info">{t('planning.changes.begun')} {t('planning.changes.made', { pieces: decimal(goodQuantity) })}</Alert>}
      <FieldRow>
        <DecimalField name="targetQuantity" label={t('planning.fields.targetQuantity')} unit="pcs" autoFocus />
        <DateField name="deadlineDay" label={t('planning.work.due')} />
      </FieldRow>
      {itemId !== null && entryCount === 0 && <ReferenceField name="itemId" label={t('planning.changes.article')} hint={t('planning.changes.articleHint')} source={articles} />}
      <TextField name="reason" label={t('planning.acts.reason')} hint={t('planning.changes.reasonHint', { least })} isRequired rows={2} />
    </FormDialog>
  )
}
