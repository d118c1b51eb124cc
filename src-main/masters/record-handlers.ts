import type { z } from 'zod'
import type { AnyMaster, Fields, Master, MasterEntity } from '../../shared/masters/definition.ts'
import type { LookupProcedures, RecordProcedures } from '../../shared/masters/procedures.ts'
import type { CommandContext, Handlers, QueryContext } from '../core/handlers.ts'
import type { Row } from './master-rules.ts'
import { findRecords, listRecords, matchRecords, type RecordRequest } from './record-lists.ts'
import { recordOf } from './record-rows.ts'
import { createRecord, setRecordActive, updateRecord } from './record-writing.ts'

type Shape = Readonly<Record<string, z.ZodType>>
interface Place { readonly id: string; readonly version: number }

/** Master data belongs to the whole factory, so every procedure here is `everyone`'s. */
export function recordHandlers<N extends string, P extends string, F extends Fields, Fo extends string, Fi extends Shape, X extends Shape>(
  master: Master<MasterEntity, N, P, F, Fo, Fi, X>,
): Handlers<RecordProcedures<N, P, F, X>> {
  const { name, plural }: AnyMaster = master
  return {
    [`list${plural}`]({ db, scope }: QueryContext, request: RecordRequest) {
      scope.everyone()
      return listRecords(db, master, request)
    },
    [`get${name}`]({ db, scope }: QueryContext, { id }: { id: string }) {
      scope.everyone()
      return recordOf(db, master, id)
    },
    [`create${name}`]({ db, scope }: CommandContext, entry: Row) {
      scope.everyone()
      return recordOf(db, master, createRecord(db, master, entry).id)
    },
    [`update${name}`]({ db, scope }: CommandContext, { id, version, ...patch }: Row & Place) {
      scope.everyone()
      return recordOf(db, master, updateRecord(db, master, { id, version }, patch).id)
    },
    [`set${name}Active`]({ db, scope }: CommandContext, { id, version, isActive }: Place & { isActive: boolean }) {
      scope.everyone()
      return recordOf(db, master, setRecordActive(db, master, { id, version }, isActive).id)
    },
  } as never
}

export function lookupHandlers<N extends string, P extends string, F extends Fields, Fo extends string, Fi extends Shape, X extends Shape>(
  master: Master<MasterEntity, N, P, F, Fo, Fi, X>,
): Handlers<LookupProcedures<P, F, Fo, Fi, X>> {
  const { plural }: AnyMaster = master
  return {
    [`find${plural}`]({ db, scope }: QueryContext, request: Parameters<typeof findRecords>[2]) {
      scope.everyone()
      return findRecords(db, master, request)
    },
    [`match${plural}`]({ db, scope }: QueryContext, { texts }: { texts: readonly string[] }) {
      scope.everyone()
      return matchRecords(db, master, texts)
    },
  } as never
}
