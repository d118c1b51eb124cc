import { z } from 'zod'
import type { ChangeLine } from '../../shared/approvals/contract.ts'
import { settingTextKey, type Setting } from '../../shared/settings/setting.ts'
import type { ApprovalKind } from '../engines/approvals.ts'
import { settingOf, storedText, storeSetting, valueInForce } from './stored.ts'

type Change = { readonly value: unknown }

/** A sensitive setting, changed by somebody who may not decide it alone. */
export const settingChange: ApprovalKind<Change> = {
  name: 'SETTING_CHANGE',
  change: z.object({ value: z.unknown() }),
  current: storedText,
  describe(db, key, { value }) {
    const setting = settingOf(key)
    return { subject: { settingKey: settingTextKey(setting.key, 'name') }, lines: [{ ...lineOf(setting), before: shown(setting, valueInForce(db, setting)), after: shown(setting, value) }] }
  },
  apply: ({ db }, key, { value }) => storeSetting(db, settingOf(key), value),
}

function lineOf(setting: Setting): Omit<ChangeLine, 'before' | 'after'> {
  const { type, enum: choices, anyOf } = z.toJSONSchema(setting.schema, { io: 'input', unrepresentable: 'any' })
  const line = { labelKey: settingTextKey(setting.key, 'name'), ...(setting.unit !== undefined && { unitKey: `units.${setting.unit}` }) }
  if (choices) return { ...line, kind: 'word', wordsKey: settingTextKey(setting.key, 'choices') }
  if (type === 'boolean') return { ...line, kind: 'flag' }
  return { ...line, kind: type === 'integer' ? 'number' : anyOf ? 'decimal' : 'text' }
}

/** A secret is asked for without being shown. */
function shown({ isSecret }: Setting, value: unknown): ChangeLine['after'] {
  if (isSecret) return null
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value)
}
