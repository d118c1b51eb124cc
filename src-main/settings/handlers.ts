import { AppError } from '../../shared/core/errors.ts'
import type { settings } from '../../shared/settings/contract.ts'
import { allSettings } from '../../shared/settings/registry.ts'
import type { Setting } from '../../shared/settings/setting.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { readFactory, updateFactory } from './site.ts'
import { clearSetting, mayChange, settingOf, settingState, storeSetting } from './stored.ts'

export const settingsHandlers: Handlers<typeof settings> = {
  getSite({ db, scope }) {
    scope.everyone()
    return readFactory(db)
  },
  updateSite({ db, scope }, input) {
    scope.everyone()
    return updateFactory(db, input)
  },
  listSettings({ db, scope, session }) {
    scope.everyone()
    return allSettings.map(setting => settingState(db, session, setting))
  },
  changeSetting(context, { key, value, version }) {
    const setting = changeable(context, key)
    storeSetting(context.db, setting, value, version)
    return settingState(context.db, context.session, setting)
  },
  resetSetting(context, { key, version }) {
    const setting = changeable(context, key)
    clearSetting(context.db, setting, version)
    return settingState(context.db, context.session, setting)
  },
}

/** A refusal for lack of the setting's own permission is a security event like any other. */
function changeable({ scope, session, warn }: CommandContext, key: string): Setting {
  scope.everyone()
  const setting = settingOf(key)
  if (mayChange(session, setting)) return setting
  warn({ kind: 'FORBIDDEN', severity: 'WARNING', detail: { procedure: 'settings.changeSetting', key, needed: setting.permission } })
  throw new AppError('forbidden', { needed: setting.permission })
}
