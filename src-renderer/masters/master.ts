import type { z } from 'zod'
import type { Command, Query } from '../../shared/core/procedure.ts'
import type { AnyMaster, AttributeValues } from '../../shared/masters/definition.ts'
import { masterDefinitions, type MasterName } from '../../shared/masters/masters.ts'
import type { Activity } from '../../shared/masters/record.ts'
import type { Api, Call } from '../core/client.ts'
import type { ListCall, ListQuery } from '../core/list-call.ts'

/** A record of any master, as its screen has it: `fields` by name, as the definition's `record` decodes them. */
export interface MasterRecord {
  readonly id: string
  readonly version: number
  readonly createdAt: string
  readonly isActive: boolean
  readonly attributes: AttributeValues
  readonly [field: string]: unknown
}
type Entry = Readonly<Record<string, unknown>>
type RecordSchema = z.ZodType<MasterRecord>

/** The procedures of a master, whichever it is; the contract has made them from its definition. */
export interface MasterCalls {
  readonly list: ListCall<Query<z.ZodType, z.ZodType<{ rows: MasterRecord[]; next?: string | undefined; total?: number | undefined }>>>
  readonly get: Call<Query<z.ZodType<{ id: string }, { id: string }>, RecordSchema>>
  readonly create: Call<Command<z.ZodType<Entry, Entry>, RecordSchema>>
  readonly update: Call<Command<z.ZodType<Entry, Entry>, RecordSchema>>
  readonly setActive: Call<Command<typeof Activity, RecordSchema>>
  /** Where fields look for it; masters without a code have none. */
  readonly find: ListCall<ListQuery>
}

export function masterCalls({ masters }: Api, { name, plural }: AnyMaster): MasterCalls {
  const calls = masters as Readonly<Record<string, unknown>>
  return {
    list: calls[`list${plural}`], get: calls[`get${name}`], create: calls[`create${name}`], update: calls[`update${name}`], setActive: calls[`set${name}Active`], find: calls[`find${plural}`],
  } as MasterCalls
}

export function masterNamed(name: MasterName): AnyMaster {
  return masterDefinitions[name]
}

export interface Labelled { readonly label: string; readonly value: React.ReactNode }
