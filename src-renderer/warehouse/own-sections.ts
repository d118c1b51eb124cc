import { useMemo } from 'react'
import type { masters } from '../../shared/masters/contract.ts'
import type { ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'

/** Sections to ask for; the one that is meant anyway: the user’s own, or the only one there is. Whoever sees all says for whom. */
export function useOwnSections(): { readonly source: ReferenceSource<typeof masters.listSections>; readonly only: string | undefined } {
  const { listSections: call, getSection } = useApi().masters
  const user = useUser()
  const { data } = useLive(call, { filter: { isActive: true }, pageSize: 2 })
  const source = useMemo(() => ({
    call, input: { filter: { isActive: true } }, option: ({ id, code, name }: { id: string; code: string; name: string }) => ({ id, code, name }),
    find: async (id: string) => {
      const { code, name } = await getSection({ id })
      return { id, code, name }
    },
  }), [call, getSection])
  return { source, only: user.sections === 'all' ? (data?.rows.length === 1 ? data.rows[0]!.id : undefined) : user.sectionId ?? undefined }
}
