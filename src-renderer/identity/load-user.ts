import type { Profile } from '../../shared/identity/sign-in.ts'
import { setFactory } from '../core/factory.ts'
import type { Api } from '../core/client.ts'
import type { SessionUser } from '../core/session.ts'

/** Who the token belongs to, and in which factory; for `SessionGate`. */
export async function loadUser(api: Api): Promise<SessionUser> {
  return userOf(await api.identity.whoAmI({}))
}

function userOf({ factory, sectionName, ...profile }: Profile): SessionUser {
  setFactory(factory)
  return { ...profile, sectionName: sectionName ?? undefined }
}
