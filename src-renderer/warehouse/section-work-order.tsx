import type { ReactNode } from 'react'
import { WorkOrderField } from '../components/work-order-field.tsx'
import { useText } from '../core/i18n.ts'
import { useEntryValue } from './entry-item.ts'

/** The work order that a section's request names by its number: one of the section that the form names. */
export function SectionWorkOrder({ label }: { readonly label: string }): ReactNode {
  const t = useText()
  return <WorkOrderField name="workOrderNumber" keeps="number" label={label} hint={t('warehouse.uses.workOrderHint')} sectionId={useEntryValue('sectionId')} />
}
