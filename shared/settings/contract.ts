import { z } from 'zod'
import { approvalWrites, stepReads } from '../approvals/kinds.ts'
import { Name, optionalText, Reason, text, Version } from '../core/fields.ts'
import { page } from '../core/list.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { findSetting } from './registry.ts'
import { restartRules, seriesNames, SeriesRule } from './series.ts'

/** The factory itself. `currencyPlaces`: decimals of its smallest coin. */
export const Site = z.object({
  id: z.string(), version: z.int(), name: z.string(), address: z.string(), phone: z.string(),
  timeZone: z.string(), currency: z.string(), currencyPlaces: z.int(), isDemo: z.boolean(),
})
export type Site = z.infer<typeof Site>

/**
 * A setting as it is in force. `value` and `fallback` are in wire form (a Decimal is text). `version` is there where a value is
 * stored; `mayChange` speaks of the user who asks, `asksFirst` says that their change is a request (they do not decide it alone), and `request` is
 * the one that waits. Of a secret, `value` is null; `differs` tells whether there is one.
 */
export const SettingState = z.object({
  key: z.string(), value: z.unknown(), fallback: z.unknown(), differs: z.boolean(), unit: z.string().optional(),
  permission: z.string(), mayChange: z.boolean(), version: z.int().optional(),
  asksFirst: z.boolean(), request: z.object({ id: z.string(), number: z.string() }).optional(),
})
export type SettingState = z.infer<typeof SettingState>

export const SettingChangeEntry = z.object({ seq: z.int(), at: z.string(), userName: z.string(), reason: z.string().nullable(), key: z.string(), before: z.unknown(), after: z.unknown() })
export type SettingChangeEntry = z.infer<typeof SettingChangeEntry>

const Key = text(100)

/** The value is checked by its setting's own schema: `invalid-input` at `value`. That a key is known is checked later (`not-found`). */
const SettingChange = z.object({ key: Key, value: z.unknown(), version: Version.optional(), reason: Reason.optional() }).check(({ value: change, issues }) => {
  const schema = findSetting(change.key)?.schema
  const checked = schema && z.safeDecode(schema, change.value)
  for (const issue of checked?.error?.issues ?? []) issues.push({ ...issue, path: ['value', ...issue.path], input: change.value } as z.core.$ZodRawIssue)
})

/** `last` is the running number that was given last in this period; `upcoming` come next, `afterRestart` is the first of the next period. */
export const SeriesState = z.object({
  name: z.enum(seriesNames), format: z.string(), restarts: z.enum(restartRules), fallback: z.object({ format: z.string(), restarts: z.enum(restartRules) }),
  last: z.int(), upcoming: z.array(z.string()), afterRestart: z.string().nullable(), version: z.int().optional(),
})
export type SeriesState = z.infer<typeof SeriesState>

/** Checked as one by `SeriesRule`; its issues are those of `format` and `restarts`. */
const SeriesChange = z.object({ name: z.enum(seriesNames), format: z.string(), restarts: z.enum(restartRules), version: Version.optional() })
  .overwrite(change => ({ ...change, ...(SeriesRule.safeParse(change).data ?? {}) }))
  .check(({ value, issues }) => {
    for (const issue of SeriesRule.safeParse(value).error?.issues ?? []) issues.push({ ...issue, input: value } as z.core.$ZodRawIssue)
  })

export const settings = {
  getSite: query({ permission: anySession, input: z.object({}), output: Site, reads: ['site'] }),
  updateSite: command({
    permission: 'settings.update',
    input: z.object({ version: Version, name: Name, address: optionalText(500), phone: optionalText(50) }),
    output: Site,
    writes: ['site'],
  }),
  /** How documents are numbered. */
  listSeries: query({ permission: 'settings.view', input: z.object({}), output: z.array(SeriesState), reads: ['setting', ...seriesNames], varies: 'clock' }),
  /**
   * From the next document on; counts go on, so that no number is left out or comes again. Refused where numbers would come again after a restart, or
   * another series could come to the same.
   */
  changeSeries: command({ permission: 'settings.update', input: SeriesChange, output: SeriesState, writes: ['setting'] }),
  /** What every screen may read: by key, in wire form. */
  listShared: query({ permission: anySession, input: z.object({}), output: z.record(z.string(), z.unknown()), reads: ['setting'] }),
  /** The newest changes of all settings: who, when, by which command and why, from what to what, in wire form; a secret's values are left out. */
  listChanges: query({
    permission: 'settings.view',
    input: z.object({ cursor: z.string().regex(/^\d{1,15}$/).optional(), pageSize: z.int().min(1).max(100).default(50) }),
    output: page(SettingChangeEntry),
    reads: ['setting', 'user'],
    varies: 'clock',
  }),
  /** Every setting of every module, in the order of the registry. */
  listSettings: query({ permission: 'settings.view', input: z.object({}), output: z.array(SettingState), reads: ['setting', 'approvalRequest', 'approvalChain', ...stepReads], varies: 'clock' }),
  /**
   * `version` of the stored value that was seen, if any: another one there now is a `conflict`. A sensitive setting is asked for
   * where the asker does not decide it alone: that needs a reason (`reason-needed`), and the answer names the request.
   */
  changeSetting: command({ permission: 'settings.update', input: SettingChange, output: SettingState, writes: ['setting', ...approvalWrites] }),
  /** Back to the fallback; as a change to it where the setting is sensitive. */
  resetSetting: command({
    permission: 'settings.update',
    input: z.object({ key: Key, version: Version.optional(), reason: Reason.optional() }),
    output: SettingState,
    writes: ['setting', ...approvalWrites],
  }),
}
