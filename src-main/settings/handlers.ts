import { z } from 'zod'
import { AppError } from '../../shared/core/errors.ts'
import type { settings, SettingState } from '../../shared/settings/contract.ts'
import { allSettings } from '../../shared/settings/registry.ts'
import type { Setting } from '../../shared/settings/setting.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { requestApproval } from '../engines/approvals.ts'
import { readFactory, updateFactory } from './site.ts'
import { settingChange } from './change-approval.ts'
import { mayChange, requireSeen, settingOf, settingState, storeSetting } from './stored.ts'

export const settingsHandlers: Handlers<typeof settings> = {
  getSite({ db, scope }) {
    scope.everyone()
    return readFactory(db)
  },
  updateSite({ db, scope }, input) {
    scope.everyone()
    return updateFactory(db, input)
  },
  listSettings(context) {
    context.scope.everyone()
    return allSettings.map(setting => settingState(context, setting))
  },
  changeSetting(context, { key, value, version, reason }) {
    const setting = changeable(context, key)
    return change(context, setting, { value, version, reason })
  },
  resetSetting(context, { key, version, reason }) {
    const setting = changeable(context, key)
    return change(context, setting, { value: z.encode(setting.schema, setting.fallback), version, reason })
  },
}

interface Wanted { readonly value: unknown; readonly version: number | undefined; readonly reason: string | undefined }

/** At once, or by asking those who decide. */
function change(context: CommandContext, setting: Setting, { value, version, reason }: Wanted): SettingState {
  const { db } = context
  requireSeen(db, setting, version)
  if (!settingState(context, setting).asksFirst) storeSetting(db, setting, value)
  else if (reason === undefined) throw new AppError('reason-needed')
  else requestApproval(context, settingChange, { entityId: setting.key, sectionId: null, change: { value }, reason })
  return settingState(context, setting)
}

/** A refusal for lack of the setting's own permission is a security event like any other. */
function changeable({ scope, session, warn }: CommandContext, key: string): Setting {
  scope.everyone()
  const setting = settingOf(key)
  if (mayChange(session, setting)) return setting
  warn({ kind: 'FORBIDDEN', severity: 'WARNING', detail: { procedure: 'settings.changeSetting', key, needed: setting.permission } })
  throw new AppError('forbidden', { needed: setting.permission })
}
