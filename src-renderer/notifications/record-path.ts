import { useNavigate } from 'react-router'
import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { useApi } from '../core/api.ts'
import { useCommand } from '../core/live.ts'
import { ownProfilePath, recordPath } from '../core/paths.ts'

export const noticesPath = '/notifications'

/** Marks a notice as read and goes to its record; says whether there was one to go to. */
export function useOpenNotice(): (notice: ReceivedNotice) => boolean {
  const api = useApi()
  const navigate = useNavigate()
  const markRead = useCommand(api.notifications.markRead)
  return ({ id, entity, entityId, readAt }) => {
    if (readAt === null) markRead.mutate({ ids: [id] })
    // Of a permission for a time only its holder is told.
    const path = entity === 'permissionGrant' ? ownProfilePath : recordPath(entity, entityId)
    if (path === undefined) return false
    void navigate(path)
    return true
  }
}
