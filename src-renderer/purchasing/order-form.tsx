import { useEffect, type ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { decimalText } from '../../shared/core/decimal.ts'
import { destinations } from '../../shared/masters/items.ts'
import type { PurchaseOrder } from '../../shared/purchasing/orders.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { isTooSoon, leadTimeOf, orderKinds, orderWeeks, type LeadTime, type OrderKind } from '../../shared/purchasing/rules.ts'
import { purchasingSettings } from '../../shared/purchasing/settings.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useSetting } from '../core/setting.ts'
import { showDone } from '../core/toasts.ts'
import { useArticleSource, useOrderSource, useVendorSource } from './sources.ts'

/** What an order is for, of whom and until when: a new one, or a draft's. */
export function OrderForm({ order, onSaved, onClose }: { readonly order?: PurchaseOrder; onSaved?(order: PurchaseOrder): void; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { today } = useFormats()
  if (order) {
    const { id } = order
    return (
      <FormDialog
        title={t('purchasing.orders.edit', { number: order.number })} schema={api.purchasing.updateOrder.procedure.input} save={api.purchasing.updateOrder} onClose={onClose} width="md"
        values={entriesOf(order)} reread={async () => entriesOf((await api.purchasing.getOrder({ id })).order)}
      >
        <OrderFields order={order} />
      </FormDialog>
    )
  }
  return (
    <FormDialog
      title={t('purchasing.order.form')} schema={api.purchasing.createOrder.procedure.input} width="md"
      values={{ kind: 'FABRIC', orderDay: today(), articleId: null, articleQuantity: null, sourceOrderId: null, week: null, destination: null, notes: '' }}
      save={async input => {
        const made = await api.purchasing.createOrder(input)
        showDone(t('purchasing.done.created', { number: made.number }))
        onSaved?.(made)
      }}
      onClose={onClose}
    >
      <OrderFields />
    </FormDialog>
  )
}

/** As they travel. */
function entriesOf({ id, version, kind, partnerId, orderDay, expectedDay, articleId, articleQuantity, sourceOrderId, week, destination, notes }: PurchaseOrder) {
  return { id, version, kind, partnerId, orderDay, expectedDay, articleId, articleQuantity: articleQuantity === null ? null : decimalText(articleQuantity), sourceOrderId, week, destination, notes }
}

function OrderFields({ order }: { readonly order?: PurchaseOrder }): ReactNode {
  const t = useText()
  const { today } = useFormats()
  const weeksAhead = useSetting(planningSettings.weeksAhead)
  const [vendors, articles, fabrics] = [useVendorSource(), useArticleSource(), useOrderSource('FABRIC')]
  const kind = useWatch({ name: 'kind' }) as OrderKind
  const { setValue } = useFormContext()
  // What only labels name goes when it is something else.
  useEffect(() => {
    if (kind !== 'LABEL') for (const name of ['sourceOrderId', 'week', 'destination']) setValue(name, null)
  }, [kind, setValue])
  const soonHint = useProposedDay(order === undefined)
  const weeks = [...(order?.week ? [order.week] : []), ...orderWeeks(today(), weeksAhead)]
  const known = (id: string | null | undefined, code: string | null | undefined, name: string | null | undefined) => (id ? { id, code: code ?? '', name: name ?? '' } : null)
  return (
    <>
      <FieldRow>
        <SelectField name="kind" label={t('purchasing.fields.kind')} isRequired autoFocus options={orderKinds.map(value => ({ value, label: t(`purchasing.kinds.${value}`) }))} />
        <ReferenceField name="partnerId" label={t('purchasing.fields.partner')} isRequired source={vendors} known={known(order?.partnerId, order?.partnerCode, order?.partnerName)} />
      </FieldRow>
      <FieldRow>
        <DateField name="orderDay" label={t('purchasing.fields.orderDay')} isRequired />
        <DateField name="expectedDay" label={t('purchasing.fields.expectedDay')} isRequired hint={soonHint ?? t('purchasing.order.expectedHint')} />
      </FieldRow>
      <FieldRow>
        <ReferenceField name="articleId" label={t('purchasing.fields.article')} isRequired={kind !== 'ACCESSORIES'} source={articles} takesScans="item" known={known(order?.articleId, order?.articleCode, order?.articleName)} />
        <DecimalField name="articleQuantity" label={t('purchasing.fields.articleQuantity')} />
      </FieldRow>
      {kind === 'LABEL' && (
        <>
          <ReferenceField name="sourceOrderId" label={t('purchasing.fields.source')} isRequired source={fabrics} hint={t('purchasing.order.sourceHint')} known={known(order?.sourceOrderId, order?.sourceNumber, '')} />
          <FieldRow>
            <SelectField name="week" label={t('purchasing.fields.week')} isRequired hint={t('purchasing.order.weekHint')} options={[...new Set(weeks)].map(value => ({ value, label: value }))} />
            <SelectField name="destination" label={t('purchasing.fields.destination')} isRequired options={destinations.map(value => ({ value, label: t(`masters.destinations.${value}`) }))} />
          </FieldRow>
        </>
      )}
      <TextField name="notes" label={t('purchasing.fields.notes')} rows={2} />
    </>
  )
}

/**
 * MD-6: the day on which goods of the kind, or of this vendor, usually come is proposed, as long as nobody has chosen another. Answers what is to be said of a day
 * on which they can hardly be there.
 */
function useProposedDay(isNew: boolean): string | undefined {
  const t = useText()
  const { masters } = useApi()
  const { setValue, getFieldState } = useFormContext()
  const byKind = useLeadTimes()
  const kind = useWatch({ name: 'kind' }) as OrderKind
  const expectedDay = useWatch({ name: 'expectedDay' }) as BusinessDay | null | undefined
  const partnerId = useWatch({ name: 'partnerId' }) as string | null
  const orderDay = useWatch({ name: 'orderDay' }) as BusinessDay | null
  const { data } = useLive(masters.getPartner, { id: partnerId ?? '' }, { enabled: partnerId !== null && partnerId !== undefined && partnerId !== '' })
  const lead = data && data.id === partnerId ? leadTimeOf(data.leadTimeDays, kind, byKind) : undefined
  const usual = lead?.usual
  useEffect(() => {
    if (isNew && usual !== undefined && isDay(orderDay) && !getFieldState('expectedDay').isDirty) setValue('expectedDay', addDays(orderDay, usual), { shouldDirty: false })
  }, [isNew, usual, orderDay, setValue, getFieldState])
  return lead && isDay(orderDay) && isDay(expectedDay) && isTooSoon(orderDay, expectedDay, lead) ? t('purchasing.order.soonHint', { count: lead.least }) : undefined
}

function isDay(day: BusinessDay | null | undefined): day is BusinessDay {
  return typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)
}

function useLeadTimes(): Readonly<Record<OrderKind, LeadTime>> {
  const { fabricLeadLeast, fabricLeadMost, labelLeadLeast, labelLeadMost, accessoryLeadLeast, accessoryLeadMost } = purchasingSettings
  return {
    FABRIC: { least: useSetting(fabricLeadLeast), usual: useSetting(fabricLeadMost) },
    LABEL: { least: useSetting(labelLeadLeast), usual: useSetting(labelLeadMost) },
    ACCESSORIES: { least: useSetting(accessoryLeadLeast), usual: useSetting(accessoryLeadMost) },
  }
}
