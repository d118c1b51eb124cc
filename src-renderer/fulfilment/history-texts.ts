import { texts } from '../../shared/texts.ts'
import type { HistoryWords } from '../components/record-history.tsx'
import { useLanguage } from '../core/i18n.ts'

/** How the history of an invoice is worded. */
export function useInvoiceHistoryTexts(): { readonly words: HistoryWords; readonly labels: Readonly<Record<string, string>> } {
  const [language] = useLanguage()
  const { statuses, billingStatuses, priorities, deliverySessionStatuses, fields } = texts[language].fulfilment
  return {
    words: { status: statuses, billingStatus: billingStatuses, priority: priorities, deliveryStatus: deliverySessionStatuses },
    labels: fields,
  }
}
