import type { invoices } from '../../shared/fulfilment/invoices.ts'
import { billingStatuses, deliveryStatuses, invoicePriorities, invoiceStatuses } from '../../shared/fulfilment/rules.ts'
import { referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import { useText } from '../core/i18n.ts'
import type { FilterName, ListQuery } from '../core/list-call.ts'
import { useCustomers, useSalesmen } from './billing-sources.ts'

type Name = FilterName<typeof invoices.listInvoices>
/** The others belong to sessions alone: no invoice stands so. */
const shownDeliveries = deliveryStatuses.filter(status => status !== 'PENDING' && status !== 'CANCELLED')

/** IF-18: by state, urgency, who made it, who had it in hand, and how it is delivered. */
export function useInvoiceFilters(): readonly BrowseFilter<Name>[] {
  const t = useText()
  const [customers, salesmen] = [useCustomers(), useSalesmen()]
  return [
    {
      kind: 'enum',
      name: 'status',
      label: t('fulfilment.fields.status'),
      isMultiple: true,
      options: invoiceStatuses.map(value => ({ value, label: t(`fulfilment.statuses.${value}`) })),
    },
    {
      kind: 'enum',
      name: 'priority',
      label: t('fulfilment.fields.priority'),
      options: invoicePriorities.map(value => ({ value, label: t(`fulfilment.priorities.${value}`) })),
    },
    {
      kind: 'enum',
      name: 'billingStatus',
      label: t('fulfilment.fields.billingStatus'),
      options: billingStatuses.map(value => ({ value, label: t(`fulfilment.billingStatuses.${value}`) })),
    },
    {
      kind: 'enum',
      name: 'deliveryStatus',
      label: t('fulfilment.fields.deliveryStatus'),
      isMultiple: true,
      options: shownDeliveries.map(value => ({ value, label: t(`fulfilment.deliveryStatuses.${value}`) })),
    },
    { kind: 'days', from: 'fromDay', to: 'toDay', label: t('fulfilment.fields.day') },
    referenceFilter<ListQuery, 'customerId'>({ name: 'customerId', label: t('fulfilment.fields.customerId'), source: customers }),
    referenceFilter<ListQuery, 'salesmanId'>({ name: 'salesmanId', label: t('fulfilment.fields.salesmanId'), source: salesmen }),
    { kind: 'text', name: 'creator', label: t('fulfilment.fields.creator') },
    { kind: 'text', name: 'workerEmail', label: t('fulfilment.billing.workerEmail') },
    { kind: 'boolean', name: 'isOnHold', label: t('fulfilment.fields.isOnHold') },
    { kind: 'boolean', name: 'isExpress', label: t('fulfilment.fields.isExpress') },
    { kind: 'boolean', name: 'isTotalDifferent', label: t('fulfilment.fields.isTotalDifferent') },
  ]
}
