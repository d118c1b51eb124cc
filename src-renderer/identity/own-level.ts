import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'

const lowest = 5

/** The user's level, of which 0 is the highest: nobody changes who stands above them, nor gives a role above their own. */
export function useOwnLevel(): number {
  return useLive(useApi().identity.whoAmI, {}).data?.level ?? lowest
}
