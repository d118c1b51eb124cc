import { useLocation, useNavigate } from 'react-router'
import { z } from 'zod'
import { AppError } from '../../shared/core/errors.ts'
import { maximumPageSize } from '../../shared/core/list.ts'
import { useApi } from '../core/api.ts'
import { useUser } from '../core/session.ts'
import { showError } from '../core/toasts.ts'
import { menusPath } from './paths.ts'

/** Whose menus the page is opened for, and who of those that were chosen cannot be changed, by name. */
const Handed = z.object({ userIds: z.array(z.string()), leftOut: z.array(z.string()) })
export type Handed = z.infer<typeof Handed>

/** Opens the menus with these people chosen; who may not be changed is left out by name. */
export function useOpenMenusOf(): (ids: readonly string[]) => void {
  const api = useApi()
  const self = useUser()
  const navigate = useNavigate()
  return ids => void api.identity.listUsers({ filter: { ids: [...ids] }, sort: [{ column: 'fullName' }], pageSize: maximumPageSize }).then(({ rows }) => {
    const [mine, others] = [rows.filter(row => row.id !== self.id && row.level >= self.level), rows.filter(row => row.id === self.id || row.level < self.level)]
    if (mine.length === 0) return showError(new AppError(others.every(({ id }) => id === self.id) ? 'own-account' : 'higher-level', { role: others[0]?.role }))
    return navigate(menusPath, { state: { userIds: mine.map(({ id }) => id), leftOut: others.map(({ fullName }) => fullName) } satisfies Handed })
  }, showError)
}

/** What the page was opened with. */
export function useHandedMenus(): Handed {
  const handed = Handed.safeParse(useLocation().state)
  return handed.success ? handed.data : { userIds: [], leftOut: [] }
}
