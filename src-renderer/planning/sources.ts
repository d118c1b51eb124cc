import { useMemo } from 'react'
import type { ReferenceOption, ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'
import type { ListQuery } from '../core/list-call.ts'

function option({ id, code, name }: ReferenceOption): ReferenceOption {
  return { id, code, name }
}

/** Who orders. */
export function useBuyerSource(): ReferenceSource<ListQuery> {
  const { masters } = useApi()
  return useMemo(() => ({ call: masters.findPartners, option: row => option(row as ReferenceOption), input: { kinds: ['CUSTOMER'] }, find: async id => option(await masters.getPartner({ id })) }), [masters])
}

/** What is made. */
export function useArticleSource(): ReferenceSource<ListQuery> {
  const { masters } = useApi()
  return useMemo(() => ({ call: masters.findItems, option: row => option(row as ReferenceOption), input: { kinds: ['FINISHED_GOOD', 'WIP'] }, find: async id => option(await masters.getItem({ id })) }), [masters])
}

export function useRouteSource(): ReferenceSource<ListQuery> {
  const { masters } = useApi()
  return useMemo(() => ({ call: masters.findProductionRoutes, option: row => option(row as ReferenceOption), find: async id => option(await masters.getProductionRoute({ id })) }), [masters])
}

export function useSectionSource(): ReferenceSource<ListQuery> {
  const { masters } = useApi()
  return useMemo(() => ({ call: masters.findSections, option: row => option(row as ReferenceOption), find: async id => option(await masters.getSection({ id })) }), [masters])
}

interface BuyerOrder { readonly id: string; readonly number: string; readonly partnerName: string | null; readonly salesNumber: string | null }

/** What buyers have ordered of an article and nothing is made for yet. */
export function useBuyerOrderSource(articleId: string | null): ReferenceSource<ListQuery> {
  const { planning } = useApi()
  return useMemo(() => ({
    call: planning.listManufacturingOrders, input: { filter: { kind: 'BUYER', status: ['DRAFT'], ...(articleId !== null && { articleId }) } },
    option: row => {
      const { id, number, partnerName, salesNumber } = row as BuyerOrder
      return { id, code: number, name: [partnerName, salesNumber].filter(Boolean).join(' · ') }
    },
  }), [planning, articleId])
}
