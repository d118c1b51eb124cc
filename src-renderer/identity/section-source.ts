import { useMemo } from 'react'
import type { masters } from '../../shared/masters/contract.ts'
import type { ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'

/** Sections to choose from, by code or name. */
export function useSectionSource(): ReferenceSource<typeof masters.listSections> {
  const { listSections: call, getSection } = useApi().masters
  return useMemo(() => ({
    call, input: { filter: { isActive: true } }, option: ({ id, code, name }) => ({ id, code, name }),
    find: async id => {
      const { code, name } = await getSection({ id })
      return { id, code, name }
    },
  }), [call, getSection])
}
