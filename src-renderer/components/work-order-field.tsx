import { useMemo, type ReactNode } from 'react'
import type { FoundWorkOrder } from '../../shared/warehouse/work-orders.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { ReferenceField } from './reference-field.tsx'
import type { ReferenceOption, ReferenceSource } from './reference-source.ts'

/** What a field keeps of the work order: its id, or its number as a document says it. */
type Kept = 'id' | 'number'

export interface WorkOrderFieldProps {
  readonly name: string
  readonly keeps?: Kept
  readonly label?: string | undefined
  readonly hint?: string | undefined
  readonly isRequired?: boolean
  /** Of this section alone; of all that the user sees where none is chosen yet. */
  readonly sectionId?: string | undefined
}

/** An open work order, found by its number, its order or what is made; the code on its paper chooses it from anywhere. */
export function WorkOrderField({ name, keeps = 'id', label, hint, isRequired, sectionId }: WorkOrderFieldProps): ReactNode {
  const t = useText()
  const source = useWorkOrderSource(keeps, sectionId)
  return (
    <ReferenceField
      name={name} label={label ?? t('planning.fields.workOrderId')} hint={hint} isRequired={isRequired} source={source} takesScans="plain" offersNew={false}
    />
  )
}

function useWorkOrderSource(keeps: Kept, sectionId: string | undefined): ReferenceSource<ListQuery> {
  const { warehouse } = useApi()
  return useMemo(() => ({
    call: warehouse.findWorkOrders,
    input: sectionId === undefined ? {} : { sectionId },
    option: row => optionOf(row as FoundWorkOrder, keeps),
    find: async given => {
      const [named] = keeps === 'id' ? (await warehouse.findWorkOrders({ id: given })).rows : await warehouse.matchWorkOrders({ texts: [given] })
      return named ? optionOf(named, keeps) : { id: given, code: given, name: '' }
    },
  }), [warehouse, keeps, sectionId])
}

function optionOf({ id, code, name, manufacturingNumber }: FoundWorkOrder, keeps: Kept): ReferenceOption {
  return { id: keeps === 'id' ? id : code, code, name, detail: manufacturingNumber }
}
