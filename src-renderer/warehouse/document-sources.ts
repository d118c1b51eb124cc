import { useMemo } from 'react'
import type { ReferenceOption, ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'
import type { ListQuery } from '../core/list-call.ts'

function option({ id, code, name }: ReferenceOption): ReferenceOption {
  return { id, code, name }
}

/** Places that keep stock. */
export function usePlaceSource(): ReferenceSource<ListQuery> {
  const { masters } = useApi()
  return useMemo(() => ({ call: masters.findLocations, option: row => option(row as ReferenceOption), input: { kinds: ['INTERNAL'] }, find: async id => option(await masters.getLocation({ id })) }), [masters])
}
