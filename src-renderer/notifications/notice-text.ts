import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { noticeKinds, type NoticeKind } from '../../shared/notifications/notice.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useToldText } from '../core/told-text.ts'

/** What a kind of notice is called; of one without a name, what it says. */
export function noticeKindText(kind: NoticeKind): string {
  const blanks = Object.fromEntries(noticeKinds[kind].params.map(name => [name, '…']))
  return textOf(`notifications.kinds.${kind}`) ?? textOf(`notifications.notices.${kind}`, blanks) ?? kind
}

/** What a notice says, in the language of the screen. */
export function useNoticeText(): (notice: Pick<ReceivedNotice, 'kind' | 'params'>) => string {
  const t = useText()
  const told = useToldText()
  return ({ kind, params }) => told(`notifications.notices.${kind}`, params) ?? t('notifications.notices.unknown', { kind })
}
