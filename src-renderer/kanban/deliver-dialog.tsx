import Alert from '@mui/material/Alert'
import { useState, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { compareDecimals, decimal as readDecimal, decimalText, isPositive, minDecimal, subtractDecimals, type Decimal } from '../../shared/core/decimal.ts'
import type { Card, CardDetail } from '../../shared/kanban/cards.ts'
import { restOf } from '../../shared/kanban/rules.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { formKeys, useKeyHints } from '../components/key-hints.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { showUndo } from '../core/toasts.ts'
import { keepFresh } from './fresh-cards.ts'
import { typedQuantity } from './typed-quantity.ts'

/** How much goes out now: all that is left of the request, as far as the supply has it. */
export function DeliverDialog({ card, onClose }: { readonly card: Card; onClose(): void }): ReactNode {
  const api = useApi()
  const { data } = useLive(api.kanban.getCard, { id: card.id }, { isFresh: true })
  return data ? <DeliverForm detail={data} onClose={onClose} /> : null
}

function DeliverForm({ detail, onClose }: { readonly detail: CardDetail; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { decimal } = useFormats()
  useKeyHints(formKeys)
  // What was known when the dialog opened is what is saved: a change since then is a conflict, not a surprise.
  const [{ card, deliverable }] = useState(detail)
  const rest = restOf(card)
  const prefilled = isPositive(deliverable) ? minDecimal(deliverable, rest) : rest

  async function deliver(input: Parameters<typeof api.kanban.fulfilCard>[0]): Promise<void> {
    const delivered = await api.kanban.fulfilCard(input)
    keepFresh(delivered)
    const quantity = decimal(readDecimal(input.quantity))
    const message = delivered.status === 'COMPLETED' ? t('kanban.done.completed', { number: card.number }) : t('kanban.done.delivered', { quantity, unit: card.unitCode, item: card.itemName })
    showUndo(message, () => undo(delivered.id))
  }
  async function undo(id: string): Promise<void> {
    const now = await api.kanban.getCard({ id })
    const newest = now.deliveries.find(({ reverses, reversedBy }) => reverses === null && reversedBy === null)
    if (!newest) return
    const opened = await api.kanban.reverseFulfilment({ id, version: now.card.version, move: newest.seq, reason: t('kanban.undone') })
    keepFresh(opened)
    if (card.status === 'APPROVED') keepFresh(await api.kanban.withdrawStart({ id, version: opened.version }))
  }
  return (
    <FormDialog
      title={t('kanban.deliver.title', { number: card.number })} subtitle={t('kanban.deliver.subtitle', { item: card.itemName, section: card.sectionName })} width="xs" saveLabel={t('kanban.deliver.save')}
      schema={api.kanban.fulfilCard.procedure.input} values={{ id: card.id, version: card.version, quantity: decimalText(prefilled) }} save={deliver} onClose={onClose}
    >
      <DecimalField
        name="quantity" label={t('kanban.deliver.quantity')} unit={card.unitCode} isRequired autoFocus
        hint={t('kanban.deliver.hint', { rest: decimal(rest), deliverable: decimal(deliverable), unit: card.unitCode })}
      />
      <WhatRemains rest={rest} unit={card.unitCode} />
    </FormDialog>
  )
}

/** Says before saving whether the card will be done with it. */
function WhatRemains({ rest, unit }: { readonly rest: Decimal; readonly unit: string }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const typed: unknown = useWatch({ name: 'quantity' })
  const quantity = typedQuantity(typed)
  if (quantity === undefined || compareDecimals(quantity, rest) > 0) return null
  const isWhole = compareDecimals(quantity, rest) === 0
  return (
    <Alert severity={isWhole ? 'success' : 'info'} aria-live="polite">
      {isWhole ? t('kanban.deliver.whole') : t('kanban.deliver.part', { rest: decimal(subtractDecimals(rest, quantity)), unit })}
    </Alert>
  )
}
