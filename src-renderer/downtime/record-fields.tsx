import { useMemo, type ReactNode } from 'react'
import type { Downtime } from '../../shared/downtime/contract.ts'
import type { WorkOrder } from '../../shared/planning/work-orders.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow } from '../components/form-dialog.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceSource } from '../components/reference-source.ts'
import { SelectField, type SelectOption } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { TimeField } from '../components/time-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useLive } from '../core/live.ts'

/** What stood still, why, from when to when. `record` is the one that is changed: what it names stays to be chosen, though it is in use no more. */
export function RecordFields({ sectionId, record }: { readonly sectionId: string; readonly record?: Downtime }): ReactNode {
  const t = useText()
  const { downtime, masters } = useApi()
  const { today } = useFormats()
  const { data: section } = useLive(downtime.getSectionDowntime, { sectionId, day: today() })
  const { data: reasons } = useLive(masters.findDowntimeReasons, { pageSize: 50 })
  const workOrders = useWorkOrderSource(sectionId)
  const known = record?.workOrderId != null && record.workOrderNumber !== null ? { id: record.workOrderId, code: record.workOrderNumber, name: '' } : null
  return (
    <>
      <FieldRow>
        <SelectField name="machineId" label={t('downtime.fields.machineId')} noneLabel={t('words.none')} options={withKept(section?.machines, record?.machineId, record?.machineName)} />
        <SelectField name="productionLineId" label={t('downtime.fields.productionLineId')} noneLabel={t('words.none')} options={withKept(section?.lines, record?.productionLineId, record?.productionLineName)} hint={t('downtime.wholeHint')} />
      </FieldRow>
      <SelectField name="downtimeReasonId" label={t('downtime.fields.downtimeReasonId')} isRequired options={withKept(reasons?.rows, record?.downtimeReasonId, record?.reasonName)} />
      <FieldRow>
        <DateField name="startDay" label={t('downtime.fields.startDay')} />
        <TimeField name="startTime" label={t('downtime.fields.startTime')} {...(record === undefined && { hint: t('downtime.startHint') })} />
      </FieldRow>
      <FieldRow>
        <DateField name="endDay" label={t('downtime.fields.endDay')} />
        <TimeField name="endTime" label={t('downtime.fields.endTime')} hint={t('downtime.endHint')} />
      </FieldRow>
      <ReferenceField name="workOrderId" label={t('downtime.fields.workOrderId')} source={workOrders} known={known} />
      <TextField name="notes" label={t('downtime.fields.notes')} rows={2} />
    </>
  )
}

function withKept(rows: readonly { readonly id: string; readonly name: string }[] = [], id?: string | null, name?: string | null): readonly SelectOption[] {
  const options = rows.map(row => ({ value: row.id, label: row.name }))
  return id == null || name == null || rows.some(row => row.id === id) ? options : [...options, { value: id, label: name }]
}

/** What the section is working on. */
function useWorkOrderSource(sectionId: string): ReferenceSource<ListQuery> {
  const { planning } = useApi()
  return useMemo(() => ({
    call: planning.listWorkOrders, input: { filter: { sectionId, status: ['RUNNING', 'PENDING'] } },
    option: row => {
      const { id, number, itemName, articleName } = row as WorkOrder
      return { id, code: number, name: itemName ?? articleName }
    },
  }), [planning, sectionId])
}
