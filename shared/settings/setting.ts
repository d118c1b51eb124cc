import type { z } from 'zod'
import type { Permission } from '../core/permissions.ts'

/**
 * One thing a factory may decide. Its name and explanation are texts under `settings.<key>`; its value is kept only where it
 * differs from `fallback`. `unit` is a text key under `units` (minutes, days …), for the screen.
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
