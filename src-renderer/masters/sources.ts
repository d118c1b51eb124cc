import { useMemo } from 'react'
import type { Entity } from '../../shared/core/entities.ts'
import type { MasterEntity } from '../../shared/masters/definition.ts'
import { masterOf } from '../../shared/masters/masters.ts'
import type { ReferenceOption, ReferenceSource } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'
import type { ListQuery } from '../core/list-call.ts'
import { masterCalls } from './master.ts'

/** Where forms and filters of master data look for each other's records; only active ones are offered. */
export function useMasterSource(entity: Entity): ReferenceSource<ListQuery> {
  const api = useApi()
  return useMemo((): ReferenceSource<ListQuery> => {
    if (entity === 'user') return { call: api.masters.findAccounts, option }
    const { find, get } = masterCalls(api, masterOf(entity as MasterEntity))
    return { call: find, option, find: async id => option(await get({ id })) }
  }, [api, entity])
}

export function option(row: unknown): ReferenceOption {
  const { id, code, name } = row as ReferenceOption
  return { id, code, name }
}

/** The one a record names already, as a field shows it. */
export function knownOption(id: unknown, code: unknown, name: unknown): ReferenceOption | null {
  return typeof id === 'string' ? { id, code: String(code ?? ''), name: String(name ?? '') } : null
}
