import Box from '@mui/material/Box'
import { useEffect, useState, type ReactNode } from 'react'
import { productVersion } from '../../shared/core/version.ts'
import { FailureState } from '../components/failure-state.tsx'
import { useApi, useConnectionState } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { setPageTitle } from '../core/page-title.ts'
import { useQuietRefresh } from '../core/quiet-refresh.ts'
import { useUser } from '../core/session.ts'
import { ForecastsPage, HealthsPage, StagesPage, TroublePage } from './wall-pages.tsx'
import { WallFoot } from './wall-foot.tsx'

const turnsEvery = 14_000
/** Whoever may only look at the board does not hear of each entry. */
const asksEvery = 15_000
/** Far below the least time after which an idle session ends. */
const stirsEvery = 5 * 60_000
const troubleShown = 5

/** The planner's board for a TV: dark, large, page after page, without anybody touching it. */
export function WallScreen(): ReactNode {
  const t = useText()
  const { planning } = useApi()
  const { name } = useFactory()
  const board = useLive(planning.readPlanningBoard, { pageSize: troubleShown })
  const forecasts = useLive(planning.readOrderForecasts, { pageSize: troubleShown })
  useQuietRefresh(board.refetch, asksEvery)
  useQuietRefresh(forecasts.refetch, asksEvery)
  useStaysSignedIn()
  useNewestProgram()
  useStaysAwake()
  const title = t('planning.board.wall.title')
  useEffect(() => setPageTitle(title), [title])
  const pages =
    board.data && forecasts.data
      ? [
          <HealthsPage key="healths" board={board.data} />,
          <TroublePage key="trouble" board={board.data} />,
          <StagesPage key="stages" board={board.data} />,
          <ForecastsPage key="forecasts" forecasts={forecasts.data} />,
        ]
      : []
  const page = useTurns(pages.length)
  const failure = board.error ?? forecasts.error
  return (
    <Box data-scheme="dark" component="main" sx={wall}>
      <Head factory={name} />
      <Box component="section" aria-live="off" sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {pages[page] ?? (failure && <FailureState error={failure} onRetry={() => void board.refetch()} />)}
      </Box>
      <WallFoot page={page} pages={pages.length} />
    </Box>
  )
}

function Head({ factory }: { readonly factory: string }): ReactNode {
  const t = useText()
  const { time, day, today } = useFormats()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <Box component="header" sx={{ display: 'flex', alignItems: 'baseline', gap: '2vw' }}>
      <Box component="h1" sx={{ m: 0, fontSize: '2.6vw', fontWeight: 700 }}>
        {t('planning.board.title')}
      </Box>
      <Box sx={{ fontSize: '1.7vw', color: 'text.secondary' }}>{factory}</Box>
      <Box sx={{ ml: 'auto', fontSize: '2.6vw', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
        {day(today())} · {time(now)}
      </Box>
    </Box>
  )
}

/** Page after page, by itself; the arrows turn too. */
function useTurns(pages: number): number {
  const [page, setPage] = useState(0)
  useEffect(() => {
    if (pages === 0) return
    const turn = (by: number) => setPage(before => (before + by + pages) % pages)
    const timer = setInterval(() => turn(1), turnsEvery)
    const press = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowRight') turn(1)
      if (key === 'ArrowLeft') turn(-1)
    }
    addEventListener('keydown', press)
    return () => {
      clearInterval(timer)
      removeEventListener('keydown', press)
    }
  }, [pages])
  return page
}

/**
 * A screen that nobody touches looks idle. It stays signed in only as somebody who may do nothing but look at the board: whoever leaves their own
 * account here is signed out as anywhere.
 */
function useStaysSignedIn(): void {
  const { planning } = useApi()
  const { permissions } = useUser()
  const isForBoard = permissions.every(permission => permission === 'process.viewPlanningDashboard')
  useEffect(() => {
    if (!isForBoard) return
    const timer = setInterval(() => void planning.readOrderForecasts({ pageSize: 1 }).catch(() => undefined), stirsEvery)
    return () => clearInterval(timer)
  }, [planning, isForBoard])
}

/** Nobody presses "reload" here. */
function useNewestProgram(): void {
  const { hostVersion } = useConnectionState()
  useEffect(() => {
    if (hostVersion !== undefined && hostVersion !== productVersion) window.location.reload()
  }, [hostVersion])
}

/** Where the browser lets a page keep the screen on. */
function useStaysAwake(): void {
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible' && 'wakeLock' in navigator) navigator.wakeLock.request('screen').catch(() => undefined)
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => document.removeEventListener('visibilitychange', ask)
  }, [])
}

const wall = {
  position: 'fixed',
  inset: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: '1.4vw',
  p: '2vw',
  bgcolor: 'background.default',
  color: 'text.primary',
  overflow: 'hidden',
  cursor: 'none',
  fontSize: '1.6vw',
} as const
