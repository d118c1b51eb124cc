import { useMemo } from 'react'
import type { AppContract } from '../../shared/contract.ts'
import type { ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'

/** Those whom goods may come from. */
export function usePartnerSource(): ReferenceSource<AppContract['masters']['findPartners']> {
  const api = useApi()
  return useMemo(() => ({ call: api.masters.findPartners, option: ({ id, code, name }) => ({ id, code, name }) }), [api])
}
