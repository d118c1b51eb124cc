import { z } from 'zod'
import { AppError } from '../../shared/core/errors.ts'
import type { settings, SettingState } from '../../shared/settings/contract.ts'
import { allSettings, sharedSettings } from '../../shared/settings/registry.ts'
import { seriesNames } from '../../shared/settings/series.ts'
import type { Setting } from '../../shared/settings/setting.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { decidesAlone, requestApproval } from '../engines/approvals.ts'
import { changeSeries, seriesState } from './series.ts'
import { readFactory, updateFactory } from './site.ts'
import { settingChange } from './change-approval.ts'
import { listChanges } from './changes.ts'
import { mayChange, requireOnLadder, requireSeen, settingOf, settingStates, storeSetting, valueInForce } from './stored.ts'

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
    return settingStates(context, allSettings)
  },
  listSeries({ db, scope, today }) {
    scope.everyone()
    return seriesNames.map(name => seriesState(db, name, today()))
  },
  changeSeries(context, input) {
    context.scope.everyone()
    return changeSeries(context, input)
  },
  listShared({ db, scope }) {
    scope.everyone()
    return Object.fromEntries(sharedSettings.map(setting => [setting.key, valueInForce(db, setting)]))
  },
  listChanges({ db, scope }, input) {
    scope.everyone()
    return listChanges(db, input)
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
  requireOnLadder(db, setting, value)
  if (!setting.isSensitive || decidesAlone(context, 'SETTING_CHANGE', null)) storeSetting(db, setting, value)
  else if (reason === undefined) throw new AppError('reason-needed')
  else requestApproval(context, settingChange, { entityId: setting.key, sectionId: null, change: { value }, reason })
  return settingStates(context, [setting])[0]!
}

/** A refusal for lack of the setting's own permission is a security event like any other. */
function changeable({ scope, session, warn }: CommandContext, key: string): Setting {
  scope.everyone()
  const setting = settingOf(key)
  if (mayChange(session, setting)) return setting
  warn({ kind: 'FORBIDDEN', severity: 'WARNING', detail: { procedure: 'settings.changeSetting', key, needed: setting.permission } })
  throw new AppError('forbidden', { needed: setting.permission })
}
