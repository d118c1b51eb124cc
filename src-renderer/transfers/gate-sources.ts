import { useMemo } from 'react'
import type { ReferenceOption, ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'
import type { ListQuery } from '../core/list-call.ts'

const option = ({ id, code, name }: ReferenceOption): ReferenceOption => ({ id, code, name })

/** Whoever works for the factory outside of it. */
export function useSubcontractors(): ReferenceSource<ListQuery> {
  const { masters } = useApi()
  return useMemo(() => ({ call: masters.findPartners, input: { kinds: ['SUBCONTRACTOR'] }, option: row => option(row as ReferenceOption), find: async id => option(await masters.getPartner({ id })) }), [masters])
}

export function useSections(): ReferenceSource<ListQuery> {
  const { masters } = useApi()
  return useMemo(() => ({ call: masters.findSections, option: row => option(row as ReferenceOption), find: async id => option(await masters.getSection({ id })) }), [masters])
}
