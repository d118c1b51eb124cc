import type { PaymentAlert } from '../../shared/follow-up/contract.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

/** How an alert ended, when and by whom; nothing while it is open. */
export function useEndWords(): (alert: PaymentAlert) => string | null {
  const t = useText()
  const { instant } = useFormats()
  return ({ resolvedAt, resolution, resolvedByName, followUpId }) => {
    if (resolvedAt === null) return null
    const at = instant(resolvedAt, 'short')
    if (followUpId === null && !resolution) return `${t('followUp.page.endedByHost')}, ${at}`
    const words = followUpId === null ? resolution : t('followUp.page.endedBy')
    return `${words} — ${resolvedByName}, ${at}`
  }
}
