import Alert from '@mui/material/Alert'
import { useCallback, useState, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { addDays } from '../../shared/core/dates.ts'
import { compareDecimals } from '../../shared/core/decimal.ts'
import type { Board } from '../../shared/kanban/boards.ts'
import type { RequestableItem } from '../../shared/kanban/cards.ts'
import { priorities } from '../../shared/kanban/rules.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { formKeys, useKeyHints } from '../components/key-hints.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceOption } from '../components/reference-source.ts'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { WorkOrderField } from '../components/work-order-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showUndo } from '../core/toasts.ts'
import { keepFresh } from './fresh-cards.ts'
import { typedQuantity } from './typed-quantity.ts'

interface ItemOption extends ReferenceOption { readonly item: RequestableItem }

export interface RequestDialogProps {
  /** The sections this user may ask for. */
  readonly boards: readonly Board[]
  /** The one that is looked at. */
  readonly sectionId?: string | undefined
  /** What is asked for, where the screen already knows. */
  readonly item?: { readonly option: ReferenceOption; readonly quantity?: string | undefined } | undefined
  onClose(): void
}

/** What the section needs: item, how much, by when, how urgent. Enter moves on, Ctrl+Enter sends. */
export function RequestDialog({ boards, sectionId = boards[0]?.sectionId ?? '', item, onClose }: RequestDialogProps): ReactNode {
  const t = useText()
  const api = useApi()
  const { today } = useFormats()
  useKeyHints(formKeys)

  async function send(input: Parameters<typeof api.kanban.createCard>[0]): Promise<void> {
    const card = await api.kanban.createCard(input)
    keepFresh(card)
    const { id, version, number } = card
    const message = card.status === 'APPROVED' ? t('kanban.done.createdApproved', { number }) : t('kanban.done.created', { number })
    showUndo(message, async () => keepFresh(await api.kanban.cancelCard({ id, version, reason: t('kanban.undone') })))
  }
  return (
    <FormDialog
      title={t('kanban.request.title')} saveLabel={t('kanban.request.save')} schema={api.kanban.createCard.procedure.input} save={send} onClose={onClose}
      values={{ sectionId, itemId: item?.option.id ?? '', quantity: item?.quantity ?? '', neededBy: addDays(today(), 1), priority: 'NORMAL', notes: '', workOrderId: null }}
    >
      {boards.length > 1 && (
        <SelectField name="sectionId" label={t('kanban.request.section')} isRequired options={boards.map(board => ({ value: board.sectionId, label: board.sectionName }))} />
      )}
      <WhatAndHowMuch firstSectionId={sectionId} known={item?.option} />
      <FieldRow>
        <DateField name="neededBy" label={t('kanban.request.neededBy')} isRequired />
        <PriorityField />
      </FieldRow>
      <RequestWorkOrder firstSectionId={sectionId} />
      <TextField name="notes" label={t('kanban.request.notes')} rows={2} />
    </FormDialog>
  )
}

/** Of the section that asks; for those who see the stores, where work orders are looked up. */
function RequestWorkOrder({ firstSectionId }: { readonly firstSectionId: string }): ReactNode {
  const t = useText()
  const isSeen = useMay()('warehouse.view')
  const sectionId: unknown = useWatch({ name: 'sectionId', defaultValue: firstSectionId })
  return isSeen && <WorkOrderField name="workOrderId" hint={t('kanban.request.workOrderHint')} sectionId={String(sectionId)} />
}

function WhatAndHowMuch({ firstSectionId, known }: { readonly firstSectionId: string; readonly known: ReferenceOption | undefined }): ReactNode {
  const t = useText()
  const api = useApi()
  const { decimal } = useFormats()
  const sectionId: unknown = useWatch({ name: 'sectionId', defaultValue: firstSectionId })
  const typed: unknown = useWatch({ name: 'quantity' })
  const [chosen, setChosen] = useState<RequestableItem>()
  const { data: knownRows } = useLive(api.kanban.searchItems, { sectionId: String(sectionId), search: known?.code ?? '' }, { enabled: known !== undefined })
  const item = chosen ?? knownRows?.rows.find(({ id }) => id === known?.id)
  const option = useCallback((found: RequestableItem): ItemOption => {
    const { id, code, name, unitCode, supplyAvailable } = found
    return { id, code, name, detail: t('kanban.request.option', { supply: decimal(supplyAvailable), unit: unitCode }), item: found }
  }, [t, decimal])
  const quantity = typedQuantity(typed)
  const isMore = item !== undefined && quantity !== undefined && compareDecimals(quantity, item.supplyAvailable) > 0
  return (
    <>
      <ReferenceField
        key={String(sectionId)} name="itemId" label={t('kanban.request.item')} isRequired takesScans="item" autoFocus={known === undefined} known={known}
        source={{ call: api.kanban.searchItems, option, input: { sectionId: String(sectionId) } }} onChosen={found => setChosen((found as ItemOption | null)?.item)}
      />
      <DecimalField
        name="quantity" label={t('kanban.request.quantity')} unit={item?.unitCode} isRequired autoFocus={known !== undefined}
        hint={item && t('kanban.request.stock', { supply: decimal(item.supplyAvailable), store: decimal(item.storeOnHand), unit: item.unitCode })}
      />
      {isMore && <Alert severity="info">{t('kanban.request.more')}</Alert>}
    </>
  )
}

function PriorityField(): ReactNode {
  const t = useText()
  const priority: unknown = useWatch({ name: 'priority' })
  const hint = priority === 'URGENT' ? t('kanban.request.urgentHint') : priority === 'HIGH' ? t('kanban.request.highHint') : undefined
  return (
    <SelectField
      name="priority" label={t('kanban.request.priority')} isRequired hint={hint} options={priorities.map(value => ({ value, label: t(`kanban.priorities.${value}`) }))}
    />
  )
}
