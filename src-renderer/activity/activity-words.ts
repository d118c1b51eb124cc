import type { ActivityEntry } from '../../shared/activity/contract.ts'
import { operationWords } from '../../shared/activity/operation-words.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useScreenName } from '../core/screen-list.ts'

export interface ActivityWords {
  /** What an entry is about: the screen, the act, why a session ended. */
  what(entry: Pick<ActivityEntry, 'kind' | 'subject'>): string
  screen(path: string): string
}

export function useActivityWords(): ActivityWords {
  const t = useText()
  const nameOf = useScreenName()
  const screen = (path: string) => nameOf(path) ?? t('activity.otherScreen')
  return {
    screen,
    what({ kind, subject }) {
      if (kind === 'PAGE') return screen(subject)
      if (kind === 'LOGOUT') return textOf(`sessions.states.${subject}`) ?? ''
      return kind === 'ACTION' ? operationWords(subject, textOf) : ''
    },
  }
}
