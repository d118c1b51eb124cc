import { useMemo } from 'react'
import type { OrderKind } from '../../shared/purchasing/rules.ts'
import type { ReferenceOption, ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'
import type { ListQuery } from '../core/list-call.ts'

function option({ id, code, name }: ReferenceOption): ReferenceOption {
  return { id, code, name }
}

/** Whom the factory buys from. */
export function useVendorSource(): ReferenceSource<ListQuery> {
  const { masters } = useApi()
  return useMemo(() => ({ call: masters.findPartners, option: row => option(row as ReferenceOption), find: async id => option(await masters.getPartner({ id })) }), [masters])
}

/** What is made of what is bought. */
export function useArticleSource(): ReferenceSource<ListQuery> {
  const { masters } = useApi()
  return useMemo(() => ({ call: masters.findItems, option: row => option(row as ReferenceOption), input: { kinds: ['FINISHED_GOOD', 'WIP'] }, find: async id => option(await masters.getItem({ id })) }), [masters])
}

export function useOrderSource(kind: OrderKind): ReferenceSource<ListQuery> {
  const { purchasing } = useApi()
  return useMemo(() => ({ call: purchasing.findOrders, option: row => option(row as ReferenceOption), input: { kind } }), [purchasing, kind])
}
