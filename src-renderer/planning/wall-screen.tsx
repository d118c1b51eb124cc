import type { ReactNode } from 'react'
import { FailureState } from '../components/failure-state.tsx'
import { WallFrame } from '../components/wall-frame.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useQuietRefresh } from '../core/quiet-refresh.ts'
import { useStaysSignedIn, useTurns } from '../core/wall.ts'
import { planningBoardPath } from './paths.ts'
import { ForecastsPage, HealthsPage, StagesPage, TroublePage } from './wall-pages.tsx'
import { StandingPage } from './wall-standing.tsx'

/** Whoever may only look at the board does not hear of each entry. */
const asksEvery = 15_000
const troubleShown = 5

/** The planner's board for a TV: dark, large, page after page, without anybody touching it. */
export function WallScreen(): ReactNode {
  const t = useText()
  const { planning, downtime } = useApi()
  const board = useLive(planning.readPlanningBoard, { pageSize: troubleShown })
  const forecasts = useLive(planning.readOrderForecasts, { pageSize: troubleShown })
  const standing = useLive(downtime.listStanding, {})
  useQuietRefresh(board.refetch, asksEvery)
  useQuietRefresh(standing.refetch, asksEvery)
  useQuietRefresh(forecasts.refetch, asksEvery)
  useStaysSignedIn(() => planning.readOrderForecasts({ pageSize: 1 }))
  const pages =
    board.data && forecasts.data
      ? [
          ...(standing.data && standing.data.length > 0 ? [<StandingPage key="standing" standing={standing.data} />] : []),
          <HealthsPage key="healths" board={board.data} />,
          <TroublePage key="trouble" board={board.data} />,
          <StagesPage key="stages" board={board.data} />,
          <ForecastsPage key="forecasts" forecasts={forecasts.data} />,
        ]
      : []
  const page = useTurns(pages.length)
  const failure = board.error ?? forecasts.error
  return (
    <WallFrame
      title={t('planning.board.title')}
      tabTitle={t('planning.board.wall.title')}
      page={page}
      pages={pages.length}
      back={{ to: planningBoardPath, label: t('planning.board.wall.back') }}
    >
      {pages[page] ?? (failure && <FailureState error={failure} onRetry={() => void board.refetch()} />)}
    </WallFrame>
  )
}
