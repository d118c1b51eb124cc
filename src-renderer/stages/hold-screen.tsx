import type { ReactNode } from 'react'
import { Navigate, useParams } from 'react-router'
import { FailureState } from '../components/failure-state.tsx'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'
import { stageWorkPath } from '../core/paths.ts'

/** What a notice of a hold names leads on to the work of its stage, on the day of what failed. */
export function HoldScreen(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useLive(useApi().stages.getHold, { id })
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  return data ? <Navigate to={`${stageWorkPath(data.workOrderId)}?day=${data.day}`} replace /> : null
}
