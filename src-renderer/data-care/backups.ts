import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AppError } from '../../shared/core/errors.ts'
import type { Backups, ShownBackup } from '../../shared/data-care/contract.ts'
import type { Tone } from '../components/status-chip.tsx'
import { useApi, useConnectionState } from '../core/api.ts'

/** The backups there are; asked again whenever the host says that they are others. */
export function useBackups() {
  const { dataCare } = useApi()
  const { condition: { backups } } = useConnectionState()
  return useQuery<Backups, AppError>({ queryKey: ['dataCare', 'backups', backups], queryFn: ({ signal }) => dataCare.listBackups({}, { signal }), placeholderData: keepPreviousData })
}

/** What is known of one backup, or the worst of a day's: `mixed` where some of them are sound. */
export type CheckState = 'checked' | 'opened' | 'damaged' | 'mixed' | 'none'
export const tones: Readonly<Record<CheckState, Tone>> = { checked: 'good', opened: 'running', damaged: 'bad', mixed: 'warning', none: 'neutral' }

export function checkState({ isSound, fullAt }: ShownBackup): CheckState {
  if (!isSound) return 'damaged'
  return fullAt === null ? 'opened' : 'checked'
}

export function dayState(backups: readonly ShownBackup[]): CheckState {
  const states = backups.map(checkState)
  if (states.length === 0) return 'none'
  if (states.includes('damaged')) return states.every(state => state === 'damaged') ? 'damaged' : 'mixed'
  return states.includes('checked') ? 'checked' : 'opened'
}
