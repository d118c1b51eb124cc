import { useMemo } from 'react'
import type { audit } from '../../shared/audit/contract.ts'
import type { ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'

/** People whose acts may be looked for, also those who are gone. */
export function useActorSource(): ReferenceSource<typeof audit.listActors> {
  const call = useApi().audit.listActors
  return useMemo(() => ({
    call, option: ({ id, username, fullName }) => ({ id, code: username, name: fullName }),
    async find(id) {
      const { rows: [actor] } = await call({ filter: { id }, pageSize: 1 })
      return { id, code: actor?.username ?? '', name: actor?.fullName ?? id }
    },
  }), [call])
}
