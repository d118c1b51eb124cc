import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, type ReactNode } from 'react'
import type { ListQuery } from '../core/list-call.ts'
import { optionText, type ReferenceOption, type ReferenceSource } from './reference-source.ts'

const keyOf = <P extends ListQuery>({ call }: ReferenceSource<P>, id: string | null) => ['option', ...call.path, id] as const

/** The option of an id: as it was seen last, wherever it was chosen; else as the source can find it. */
export function useOption<P extends ListQuery>(source: ReferenceSource<P>, id: string | null): ReferenceOption | null {
  const queryKey = keyOf(source, id)
  const { data } = useQuery({
    queryKey,
    queryFn: async ({ client }) => (await source.find?.(id!)) ?? client.getQueryData<ReferenceOption | null>(queryKey) ?? null,
    meta: { reads: source.call.procedure.reads },
    enabled: id !== null,
  })
  return id === null ? null : (data ?? null)
}

/** Keeps what was chosen, so that its name is known wherever its id appears. */
export function useRememberOption<P extends ListQuery>(source: ReferenceSource<P>): (option: ReferenceOption) => void {
  const client = useQueryClient()
  return useCallback(option => void client.setQueryData(keyOf(source, option.id), option), [client, source])
}

/** An id as code and name. */
export function ReferenceName<P extends ListQuery>({ source, id }: { readonly source: ReferenceSource<P>; readonly id: string }): ReactNode {
  const option = useOption(source, id)
  return option ? optionText(option) : '…'
}
