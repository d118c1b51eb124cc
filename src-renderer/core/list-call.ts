import type { z } from 'zod'
import type { Query, InputOf, OutputOf } from '../../shared/core/procedure.ts'
import type { Call } from './client.ts'

/** What a list takes on the wire; see `listInput` in `shared/core/list.ts`. */
export interface ListInput {
  search?: string | undefined
  filter?: object | undefined
  sort?: { column: string; descending?: boolean | undefined }[] | undefined
  cursor?: string | undefined
  pageSize?: number | undefined
  total?: boolean | undefined
}
interface ListPage { rows: unknown[]; next?: string | undefined; total?: number | undefined }

/** A procedure of `listInput` and `page`, whatever its rows. */
export type ListQuery = Query<z.ZodType, z.ZodType<ListPage>>
export type RowOf<P extends ListQuery> = OutputOf<P>['rows'][number]
type FilterOf<P extends ListQuery> = InputOf<P> extends { filter?: infer F } ? NonNullable<F> : object
export type FilterName<P extends ListQuery> = keyof FilterOf<P> & string
export type SortName<P extends ListQuery> = InputOf<P> extends { sort?: (infer S)[] | undefined } ? (S extends { column: infer C extends string } ? C : never) : never

/** What a screen fixes for its list, whatever the user filters. */
export type FixedInput<P extends ListQuery> = Partial<InputOf<P>>
export type ListCall<P extends ListQuery> = Call<P>

/** The list's input of what the screen fixes and what the user chose. */
export function listInputOf<P extends ListQuery>(fixed: FixedInput<P> | undefined, chosen: ListInput): InputOf<P> {
  const { filter: fixedFilter, ...rest } = (fixed ?? {}) as ListInput
  return { ...chosen, ...rest, filter: { ...chosen.filter, ...fixedFilter } } as InputOf<P>
}
