import { z } from 'zod'
import { optionalText, text, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'

/** What quick search fields ask: the best few matches by code and name. Everyone who fills in a form may ask, so it tells no more than that needs. */
export const findInput = {
  search: optionalText(100).default(''),
  pageSize: z.int().min(1).max(50).default(10),
  activeOnly: z.boolean().default(true),
}

/** Texts that somebody's list brought along; answered with the records whose very code or name they are, whatever their case, inactive ones too. */
export const matchInput = { texts: z.array(text(200)).min(1).max(2000) }

/** Master data is deactivated, never deleted (MD-5). What would break without it is named by `in-use`. */
export const Activity = z.object({ id: IdSchema, version: Version, isActive: z.boolean() })
export type Activity = z.infer<typeof Activity>
