import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { useText } from '../core/i18n.ts'
import { useToldText } from '../core/told-text.ts'

/** What a notice says, in the language of the screen. */
export function useNoticeText(): (notice: Pick<ReceivedNotice, 'kind' | 'params'>) => string {
  const t = useText()
  const told = useToldText()
  return ({ kind, params }) => told(`notifications.notices.${kind}`, params) ?? t('notifications.notices.unknown', { kind })
}
