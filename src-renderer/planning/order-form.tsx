import { useEffect, type ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import { destinations, type Destination } from '../../shared/masters/items.ts'
import type { ManufacturingOrder } from '../../shared/planning/manufacturing-orders.ts'
import { targetMethods } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { orderWeeks } from '../../shared/purchasing/rules.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { CheckField, SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useSetting } from '../core/setting.ts'
import { showDone, showError } from '../core/toasts.ts'
import { useArticleSource, useBuyerOrderSource, useRouteSource } from './sources.ts'

/** The buyer's order that is made. */
export interface OrderedByBuyer {
  readonly id: string; readonly number: string; readonly partnerName: string | null; readonly articleId: string; readonly articleCode: string; readonly articleName: string; readonly quantity: Decimal
  readonly week: string | null; readonly destination: Destination | null; readonly shipDay: string
}

export interface OrderFormProps { readonly order?: ManufacturingOrder; readonly buyer?: OrderedByBuyer; onSaved?(order: ManufacturingOrder): void; onClose(): void }

/** What is made, how much and until when: a new order by hand, of a buyer's order or without one, or a draft's. */
export function OrderForm({ order, buyer, onSaved, onClose }: OrderFormProps): ReactNode {
  const t = useText()
  const { planning } = useApi()
  if (order) {
    const { id } = order
    return (
      <FormDialog
        title={t('planning.orders.edit', { number: order.number })} schema={planning.updateManufacturingOrder.procedure.input} save={planning.updateManufacturingOrder} onClose={onClose} width="md"
        values={entriesOf(order)} reread={async () => entriesOf((await planning.getManufacturingOrder({ id })).order)}
      >
        <OrderFields order={order} />
      </FormDialog>
    )
  }
  return (
    <FormDialog
      title={t('planning.orders.form')} schema={planning.createManufacturingOrder.procedure.input} width="md" onClose={onClose}
      values={{ targetMethod: 'BUFFER', productionRouteId: null, week: buyer?.week ?? null, destination: buyer?.destination ?? null, isUrgent: false, notes: '', ...(buyer && startOf(buyer)) }}
      save={async ({ week, destination, ...entry }) => {
        // What is left open is the buyer's.
        const made = await planning.createManufacturingOrder({ ...entry, ...(week && { week }), ...(destination && { destination }) })
        showDone(t('planning.acts.created', { number: made.number }))
        onSaved?.(made)
      }}
    >
      <WhatIsMade buyer={buyer} />
      <OrderFields {...(buyer && { buyer })} />
    </FormDialog>
  )
}

function startOf({ id, articleId, quantity, shipDay }: OrderedByBuyer) {
  return { articleId, quantity: decimalText(quantity), buyerOrderId: id, shipDay }
}

/** As they travel. */
function entriesOf({ id, version, quantity, targetMethod, productionRouteId, week, destination, productionDay, labelDay, shipDay, isUrgent, notes }: ManufacturingOrder) {
  return { id, version, quantity: decimalText(quantity), targetMethod, productionRouteId, week, destination, productionDay, labelDay, shipDay, isUrgent, notes }
}

function WhatIsMade({ buyer }: { readonly buyer: OrderedByBuyer | undefined }): ReactNode {
  const t = useText()
  const articleId = useWatch({ name: 'articleId' }) as string | null | undefined
  const { setValue, getFieldState } = useFormContext()
  const { planning } = useApi()
  const [articles, buyerOrders] = [useArticleSource(), useBuyerOrderSource(articleId ?? null)]
  // A buyer's order is of one article.
  useEffect(() => {
    if (getFieldState('articleId').isDirty) setValue('buyerOrderId', undefined)
  }, [articleId, setValue, getFieldState])
  /** What the buyer's order says, as long as nobody has entered anything else. */
  async function takeOver(id: string): Promise<void> {
    const { order: { quantity, week, destination, shipDay } } = await planning.getManufacturingOrder({ id })
    const said = { quantity: decimalText(quantity), week, destination, shipDay }
    for (const [name, value] of Object.entries(said)) if (value !== null && !getFieldState(name).isDirty) setValue(name, value)
  }
  return (
    <FieldRow>
      <ReferenceField name="articleId" label={t('planning.fields.article')} isRequired autoFocus isDisabled={buyer !== undefined} source={articles} takesScans="item" known={buyer ? { id: buyer.articleId, code: buyer.articleCode, name: buyer.articleName } : null} />
      <ReferenceField
        name="buyerOrderId" label={t('planning.fields.salesOrder')} hint={t('planning.orders.buyerHint')} isDisabled={buyer !== undefined || !articleId} source={buyerOrders}
        known={buyer ? { id: buyer.id, code: buyer.number, name: buyer.partnerName ?? '' } : null}
        onChosen={option => option && void takeOver(option.id).catch(showError)}
      />
    </FieldRow>
  )
}

function OrderFields({ order, buyer }: Pick<OrderFormProps, 'order' | 'buyer'>): ReactNode {
  const t = useText()
  const { today } = useFormats()
  const weeksAhead = useSetting(planningSettings.weeksAhead)
  const routes = useRouteSource()
  const chosenWeek = useWatch({ name: 'week' }) as string | null | undefined
  const weeks = [...new Set([order?.week, buyer?.week, chosenWeek, ...orderWeeks(today(), weeksAhead)].filter(week => typeof week === 'string'))]
  return (
    <>
      <FieldRow>
        <DecimalField name="quantity" label={t('planning.fields.quantity')} isRequired autoFocus={order !== undefined || buyer !== undefined} {...(order && { unit: order.unitCode })} />
        <SelectField name="targetMethod" label={t('planning.fields.targetMethod')} options={targetMethods.map(value => ({ value, label: t(`planning.targetMethods.${value}`) }))} />
      </FieldRow>
      <FieldRow>
        <SelectField name="week" label={t('planning.fields.week')} noneLabel="–" options={weeks.map(value => ({ value, label: value }))} />
        <SelectField name="destination" label={t('planning.fields.destination')} noneLabel="–" options={destinations.map(value => ({ value, label: t(`planning.destinations.${value}`) }))} />
      </FieldRow>
      <FieldRow>
        <DateField name="productionDay" label={t('planning.fields.productionDay')} {...(!order && { hint: t('planning.orders.daysHint') })} />
        <DateField name="labelDay" label={t('planning.fields.labelDay')} />
        <DateField name="shipDay" label={t('planning.fields.shipDay')} />
      </FieldRow>
      <ReferenceField
        name="productionRouteId" label={t('planning.fields.route')} hint={t('planning.orders.routeHint')} source={routes}
        known={order?.productionRouteId ? { id: order.productionRouteId, code: order.routeName ?? '', name: '' } : null}
      />
      <CheckField name="isUrgent" label={t('planning.fields.isUrgent')} />
      <TextField name="notes" label={t('planning.fields.notes')} rows={2} />
    </>
  )
}
