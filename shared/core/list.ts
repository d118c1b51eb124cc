import { z } from 'zod'
import { optionalText } from './fields.ts'

export const maximumPageSize = 200

/**
 * What every list takes: `search` looks through the list's own text columns, `filter` narrows by the list's named filters,
 * `sort` orders by its named columns, `cursor` is the `next` of the page before, `total` asks to count all matches too.
 */
export function listInput<F extends z.ZodRawShape, const S extends readonly [string, ...string[]]>(filter: F, sortable: S) {
  return z.object({
    search: optionalText(100).default(''),
    filter: z.object(filter).partial().default({} as never),
    sort: z.array(z.object({ column: z.enum(sortable), descending: z.boolean().default(false) })).max(3).default([]),
    cursor: z.string().max(2000).optional(),
    pageSize: z.int().min(1).max(maximumPageSize).default(50),
    total: z.boolean().default(false),
  })
}

/** One page: `next` is the cursor of the page after, absent on the last one. */
export function page<R extends z.ZodType>(row: R) {
  return z.object({ rows: z.array(row), next: z.string().optional(), total: z.int().optional() })
}

export interface Page<Row> { rows: Row[]; next?: string | undefined; total?: number | undefined }
