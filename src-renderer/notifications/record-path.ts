import { createContext, use } from 'react'
import { useNavigate } from 'react-router'
import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { useApi } from '../core/api.ts'
import { useCommand } from '../core/live.ts'

export const noticesPath = '/notifications'

/** Where the record of a notice is shown, if it has a screen: other modules' paths, so the routes say it. */
export type RecordPath = (entity: string, id: string) => string | undefined
export const RecordPathContext = createContext<RecordPath>(() => undefined)

/** Marks a notice as read and goes to its record; says whether there was one to go to. */
export function useOpenNotice(): (notice: ReceivedNotice) => boolean {
  const api = useApi()
  const navigate = useNavigate()
  const recordPath = use(RecordPathContext)
  const markRead = useCommand(api.notifications.markRead)
  return ({ id, entity, entityId, readAt }) => {
    if (readAt === null) markRead.mutate({ ids: [id] })
    const path = entity !== null && entityId !== null ? recordPath(entity, entityId) : undefined
    if (path === undefined) return false
    void navigate(path)
    return true
  }
}
