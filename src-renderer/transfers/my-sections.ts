import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'
import type { Transfer } from '../../shared/transfers/slips.ts'
import type { End } from './slip-acts.tsx'

/** Which end of a slip is the reader's: by the sections whose production they see. */
export function useMySections(): (slip: Pick<Transfer, 'fromSectionId' | 'toSectionId'>) => End {
  const { data } = useLive(useApi().production.listProductionSections, {})
  const mine = new Set(data?.map(({ id }) => id))
  return ({ fromSectionId, toSectionId }) => (mine.has(fromSectionId) && mine.has(toSectionId) ? 'both' : mine.has(fromSectionId) ? 'from' : 'to')
}
