import type { SelectOption } from './select-field.tsx'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'

/** What was wrong with rejects, as the factory names it. */
export function useDefectOptions(): readonly SelectOption[] {
  const { data } = useLive(useApi().masters.findDefectReasons, { pageSize: 50 })
  return optionsOf(data?.rows ?? [])
}

export function useShiftOptions(): readonly SelectOption[] {
  const { data } = useLive(useApi().masters.findWorkShifts, { pageSize: 50 })
  return optionsOf(data?.rows ?? [])
}

function optionsOf(rows: readonly { readonly id: string; readonly name: string }[]): readonly SelectOption[] {
  return rows.map(({ id, name }) => ({ value: id, label: name }))
}
