import { useMemo } from 'react'
import type { AppContract } from '../../shared/contract.ts'
import type { ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'

/** Couriers in use. */
export function useCourierSource(): ReferenceSource<AppContract['masters']['findCouriers']> {
  const api = useApi()
  return useMemo(() => ({ call: api.masters.findCouriers, option: ({ id, code, name }) => ({ id, code, name }) }), [api])
}
