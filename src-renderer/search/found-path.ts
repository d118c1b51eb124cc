import type { Found } from '../../shared/search/found.ts'
import { masterPaths, recordPath } from '../core/paths.ts'

/** Where a finding can be looked at, the best place first; which of them this user may open is the screens' matter. */
export function foundPaths({ kind, id, code }: Found): string[] {
  const find = `?find=${encodeURIComponent(code)}`
  if (kind === 'user') return [`/users${find}`]
  if (kind === 'notification') return [`/notifications${find}`]
  const path = recordPath(kind, id)
  const others = kind === 'item' ? [`${masterPaths.items}?id=${id}`] : []
  return path === undefined ? others : [path, ...others]
}
