import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { decimalParams } from '../../shared/notifications/notice.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'

/** What a notice says, in the language of the screen, with quantities as the user writes them. */
export function useNoticeText(): (notice: Pick<ReceivedNotice, 'kind' | 'params'>) => string {
  const t = useText()
  const formats = useFormats()
  return ({ kind, params }) => {
    const readable = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, decimalParams.includes(name) ? formats.plain(String(value)) : value]),
    )
    return textOf(`notifications.notices.${kind}`, readable) ?? t('notifications.notices.unknown', { kind })
  }
}
