import type { ActivityEntry } from '../../shared/activity/contract.ts'
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
      return kind === 'ACTION' ? t('activity.act', { verb: verbOf(subject) ?? t('activity.verbs.other'), module: moduleOf(subject) }) : ''
    },
  }
}

/** `kanban.approveCard` → "Menyetujui". */
function verbOf(name: string): string | undefined {
  return textOf(`activity.verbs.${/\.([a-z]+)/.exec(name)?.[1] ?? ''}`)
}

function moduleOf(name: string): string {
  const module = name.split('.')[0]!
  return textOf(`permissionModules.${module}`) ?? textOf(`${module}.title`) ?? textOf('activity.verbs.other')!
}
