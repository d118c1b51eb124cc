import type { z } from 'zod'
import type { Permission } from '../core/permissions.ts'

/**
 * One thing a factory may decide. `key` is `<module>.<name>`; its texts are the module's, under `settings.<name>.name` and
 * `settings.<name>.explanation`, and where it is a choice `settings.<name>.choices.<value>`. Its value is kept only where it
 * differs from `fallback`. Whoever changes it needs `permission` besides `settings.update`. `unit` is a text key under `units`
 * (minutes, days …), for the screen.
 */
export interface Setting<T = unknown> {
  readonly key: string
  readonly schema: z.ZodType<T>
  readonly fallback: T
  readonly permission: Permission
  readonly unit?: string
}

export function setting<T>(spec: Setting<T>): Setting<T> {
  return spec
}
