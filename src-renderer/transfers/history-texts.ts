import { texts } from '../../shared/texts.ts'
import type { HistoryWords } from '../components/record-history.tsx'
import { useLanguage } from '../core/i18n.ts'

/** How the history of a slip is worded. */
export function useSlipHistoryTexts(): { readonly words: HistoryWords; readonly labels: Readonly<Record<string, string>> } {
  const [language] = useLanguage()
  const { planning, transfers } = texts[language]
  return { words: { status: transfers.statuses, block: transfers.blocks, releaseMethod: transfers.releaseMethods, destination: planning.destinations }, labels: transfers.fields }
}
