import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { Name, optionalText, Reason, text, Version } from '../core/fields.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { findSetting } from './registry.ts'

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

const Key = text(100)

/** The value is checked by its setting's own schema: `invalid-input` at `value`. That a key is known is checked later (`not-found`). */
const SettingChange = z.object({ key: Key, value: z.unknown(), version: Version.optional(), reason: Reason.optional() }).check(({ value: change, issues }) => {
  const schema = findSetting(change.key)?.schema
  const checked = schema && z.safeDecode(schema, change.value)
  for (const issue of checked?.error?.issues ?? []) issues.push({ ...issue, path: ['value', ...issue.path], input: change.value } as z.core.$ZodRawIssue)
})

export const settings = {
  getSite: query({ permission: anySession, input: z.object({}), output: Site, reads: ['site'] }),
  updateSite: command({
    permission: 'settings.update',
    input: z.object({ version: Version, name: Name, address: optionalText(500), phone: optionalText(50) }),
    output: Site,
    writes: ['site'],
  }),
  /** Every setting of every module, in the order of the registry. */
  listSettings: query({ permission: 'settings.view', input: z.object({}), output: z.array(SettingState), reads: ['setting', 'approvalRequest', 'approvalChain'], varies: 'user' }),
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
