import { useMemo } from 'react'
import type { masters } from '../../shared/masters/contract.ts'
import type { ReferenceOption, ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'

/** Where the forms and filters of master data look for each other's records; only active ones are offered. */
export function useUnitSource(): ReferenceSource<typeof masters.findUnits> {
  const api = useApi()
  return useMemo(() => ({ call: api.masters.findUnits, option }), [api])
}

export function useSectionSource(): ReferenceSource<typeof masters.findSections> {
  const api = useApi()
  return useMemo(() => ({ call: api.masters.findSections, option }), [api])
}

export function useLocationSource(): ReferenceSource<typeof masters.findLocations> {
  const api = useApi()
  return useMemo(() => ({ call: api.masters.findLocations, option }), [api])
}

/** The one a record names already, as a field shows it. */
export function knownOption(id: string | null | undefined, code: string | null | undefined, name: string | null | undefined): ReferenceOption | null {
  return id === null || id === undefined ? null : { id, code: code ?? '', name: name ?? '' }
}

function option({ id, code, name }: ReferenceOption): ReferenceOption {
  return { id, code, name }
}
