import type { z } from 'zod'
import type { Permission } from '../core/permissions.ts'

/**
 * One thing a factory may decide. `key` is `<module>.<name>`; its texts are the module's, under `settings.<name>.name` and
 * `settings.<name>.explanation`, and where it is a choice `settings.<name>.choices.<value>`. Its value is kept only where it
 * differs from `fallback`. Whoever changes it needs `permission` besides `settings.update`. `unit` is a text key under `units`
 * (minutes, days …), for the screen. `rule` is the rule it belongs to (PX-3), `theme` what it stands together with: a text key under
 * `settings.themes`. A `sensitive` one is changed by whoever decides such requests (`SETTING_CHANGE`); others ask them. A `secret` is
 * never shown. A `shared` one is read by every screen.
 */
export interface Setting<T = unknown> {
  readonly key: string
  readonly schema: z.ZodType<T>
  readonly fallback: T
  readonly permission: Permission
  readonly unit?: string
  readonly rule?: string
  readonly theme?: string
  readonly isSensitive?: true
  readonly isSecret?: true
  readonly isShared?: true
}

/** `identity.lockMinutes` is told by `identity.settings.lockMinutes.name`. */
export function settingTextKey(key: string, part: string): string {
  const [module, name] = key.split('.')
  return `${module}.settings.${name}.${part}`
}

export function setting<T>(spec: Setting<T>): Setting<T> {
  return spec
}
