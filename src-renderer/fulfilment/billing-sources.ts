import { useMemo } from 'react'
import type { ReferenceOption, ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'
import type { ListQuery } from '../core/list-call.ts'

const option = ({ id, code, name }: ReferenceOption): ReferenceOption => ({ id, code, name })

export function useCustomers(): ReferenceSource<ListQuery> {
  const { masters } = useApi()
  return useMemo(
    () => ({
      call: masters.findCustomers,
      option: row => option(row as ReferenceOption),
      find: async id => option(await masters.getCustomer({ id })),
    }),
    [masters],
  )
}

export function useSalesmen(): ReferenceSource<ListQuery> {
  const { masters } = useApi()
  return useMemo(
    () => ({
      call: masters.findSalesmen,
      option: row => option(row as ReferenceOption),
      find: async id => option(await masters.getSalesman({ id })),
    }),
    [masters],
  )
}
