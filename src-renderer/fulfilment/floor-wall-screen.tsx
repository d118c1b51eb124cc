import type { ReactNode } from 'react'
import { FailureState } from '../components/failure-state.tsx'
import { WallFrame } from '../components/wall-frame.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { invoicesPath } from '../core/paths.ts'
import { useQuietRefresh } from '../core/quiet-refresh.ts'
import { useStaysSignedIn, useTurns } from '../core/wall.ts'
import { DayPage, FlowPage, NextPage } from './floor-wall-pages.tsx'

/** Whoever may only look does not hear of each step. */
const asksEvery = 15_000
const nextShown = 5

/** The day's flow of invoices for a TV: how many stand where, what the day has come to, what is next. */
export function FloorWallScreen(): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const { data, error, refetch } = useLive(fulfilment.getBoard, { queueLength: nextShown })
  useQuietRefresh(refetch, asksEvery)
  useStaysSignedIn(() => fulfilment.getBoard({ queueLength: 0 }))
  const pages = data ? [<FlowPage key="flow" board={data} />, <DayPage key="day" board={data} />, <NextPage key="next" board={data} />] : []
  const page = useTurns(pages.length)
  return (
    <WallFrame
      title={t('fulfilment.title')}
      tabTitle={t('floor.wall.title')}
      page={page}
      pages={pages.length}
      back={{ to: invoicesPath, label: t('floor.wall.back') }}
    >
      {pages[page] ?? (error && <FailureState error={error} onRetry={() => void refetch()} />)}
    </WallFrame>
  )
}
