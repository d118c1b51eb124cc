import { lackedOf } from '../../shared/identity/rules.ts'
import type { Role } from '../../shared/identity/roles.ts'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'

const lowest = 5
const superadminLevel = 1

/** The user's level, of which 0 is the highest: nobody changes who stands above them, nor gives a role above their own. */
export function useOwnLevel(): number {
  return useLive(useApi().identity.whoAmI, {}).data?.level ?? lowest
}

/** Whether the user may give a role: none that ranks higher, sees costs they do not see, or may what their own may not (IA-4, IA-9). */
export function useMayGive(): (role: Role) => boolean {
  const api = useApi()
  const { data: self } = useLive(api.identity.whoAmI, {})
  const { data: roles = [] } = useLive(api.identity.listRoles, {})
  const grants = roles.find(({ name }) => name === self?.role)?.grants
  return role => {
    if (!self || !grants || role.level < self.level || (role.canSeeCost && !self.canSeeCost)) return false
    return self.level <= superadminLevel || lackedOf(role, { grants, seesAll: self.sections === 'all' }).length === 0
  }
}
