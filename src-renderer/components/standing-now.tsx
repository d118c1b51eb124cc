import type { ReactNode } from 'react'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { StandingStrip } from './standing-strip.tsx'

/** So many are told of beside a board that is about something else; the rest is counted. */
const mostNamed = 1

/** PX-10: what stands still now in a section, or in all that one sees, as one line above a board; nothing for who may not read it. */
export function StandingNow({ sectionId }: { readonly sectionId?: string | undefined }): ReactNode {
  const isAllowed = useMay()('process.readDailyProduction')
  const { data } = useLive(
    useApi().downtime.listDowntimes, { filter: { isStanding: true, ...(sectionId !== undefined && { sectionId }) }, sort: [{ column: 'startedAt', descending: false }], pageSize: 200 }, { enabled: isAllowed },
  )
  return <StandingStrip standing={data?.rows ?? []} hasSections={sectionId === undefined} most={mostNamed} />
}
