import { useMemo } from 'react'
import type { users } from '../../shared/identity/users.ts'
import type { ReferenceSource } from './reference-source.ts'
import { useApi } from '../core/api.ts'

/** Everybody who has an account, to choose from. */
export function useUserSource(): ReferenceSource<typeof users.listUsers> {
  const api = useApi()
  return useMemo(() => ({
    call: api.identity.listUsers,
    option: ({ id, fullName, username, role }) => ({ id, code: username, name: fullName, detail: role }),
    find: async id => {
      const { fullName, username, role } = await api.identity.getUser({ id })
      return { id, code: username, name: fullName, detail: role }
    },
  }), [api])
}
