import { z } from 'zod'
import type { Setting } from '../../shared/settings/setting.ts'
import { useApi } from './api.ts'
import { useLive } from './live.ts'

/** A shared setting as it is in force; its fallback until the host has told it. */
export function useSetting<T>({ key, schema, fallback }: Setting<T>): T {
  const { data } = useLive(useApi().settings.listShared, {})
  const decoded = data && key in data ? z.safeDecode(schema, data[key]) : undefined
  return decoded?.success ? decoded.data : fallback
}
