import { texts } from '../../shared/texts.ts'
import type { HistoryWords } from '../components/record-history.tsx'
import { useLanguage } from '../core/i18n.ts'

/** How the history of a record of planning is worded; `statuses` says whose states it has. */
export function useHistoryTexts(statuses: 'salesStatuses' | 'statuses' | 'workOrderStatuses'): { readonly words: HistoryWords; readonly labels: Readonly<Record<string, string>> } {
  const [language] = useLanguage()
  const { planning } = texts[language]
  const { salesLineId: _line, deliveryBatchId: _delivery, ...labels } = planning.fields
  return { words: { status: planning[statuses], kind: planning.kinds, targetMethod: planning.targetMethods, destination: planning.destinations }, labels }
}
