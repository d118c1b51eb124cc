import Dashboard from '@mui/icons-material/DashboardOutlined'
import Tv from '@mui/icons-material/TvOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import { useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { Board } from '../../shared/planning/board.ts'
import { BrowseFooter } from '../components/browse-footer.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { Section } from '../components/section.tsx'
import { StandingStrip } from '../components/standing-strip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useQuietRefresh } from '../core/quiet-refresh.ts'
import { useObstacles } from './board-causes.ts'
import { BoardDrawer } from './board-drawer.tsx'
import { BoardFilters } from './board-filters.tsx'
import { useShownBoard, type ShownBoard } from './board-filter.ts'
import { BoardForecasts } from './board-forecasts.tsx'
import { BoardStages } from './board-stages.tsx'
import { BoardTable } from './board-table.tsx'
import { BoardTiles } from './board-tiles.tsx'
import { WallDialog } from './wall-dialog.tsx'

/** The day turns without anybody entering anything. */
const dayTurns = 60_000

/** The planner's board: how every work order stands, what is late and why. It only reads. */
export function BoardScreen(): ReactNode {
  const t = useText()
  const { day } = useFormats()
  const shown = useShownBoard()
  const { filter, health, level, page, pageSize } = shown
  const [isSharing, setSharing] = useState(false)
  const { data, error, refetch } = useLive(useApi().planning.readPlanningBoard, {
    filter,
    ...(health && { health: [health] }),
    ...(level && { level }),
    page,
    pageSize,
  })
  useQuietRefresh(refetch, dayTurns)
  const standing = useLive(useApi().downtime.listStanding, {})
  const wall = (
    <Button onClick={() => setSharing(true)} startIcon={<Tv />} variant="outlined">
      {t('planning.board.wall.open')}
    </Button>
  )
  if (!data) {
    return (
      <PageFrame title={t('planning.board.title')} fills>
        {error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <EmptyState role="status" icon={<CircularProgress size={26} color="inherit" />} title={t('words.loading')} />
        )}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title={t('planning.board.title')}
      subtitle={t('planning.board.asOf', { count: data.totals.workOrders, day: day(data.today) })}
      actions={wall}
      filters={<BoardFilters shown={shown} stages={data.stages} today={data.today} />}
    >
      <StandingStrip standing={standing.data ?? []} hasSections />
      <BoardTiles board={data} shown={shown} />
      <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 20rem' } }}>
        <WorkOrders board={data} shown={shown} />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <BoardStages stages={data.stages} shown={shown} />
          <BoardForecasts filter={filter} />
        </Box>
      </Box>
      {isSharing && <WallDialog onClose={() => setSharing(false)} />}
    </PageFrame>
  )
}

function WorkOrders({ board, shown }: { readonly board: Board; readonly shown: ShownBoard }): ReactNode {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const obstacles = useObstacles(board.rows)
  const opened = params.get('work')
  const open = (id: string | undefined) =>
    setParams(before => {
      const next = new URLSearchParams(before)
      if (id === undefined) next.delete('work')
      else next.set('work', id)
      return next
    })
  return (
    <Section title={t('planning.board.workOrders')} hint={t('planning.board.rows', { count: board.count })}>
      {board.count === 0 ? (
        <EmptyState
          icon={<Dashboard />}
          title={shown.isNarrowed ? t('planning.board.noMatch') : t('planning.board.empty')}
          hint={shown.isNarrowed ? t('planning.board.noMatchHint') : t('planning.board.emptyHint')}
          actions={shown.isNarrowed && <Button onClick={shown.clear}>{t('planning.board.clear')}</Button>}
        />
      ) : (
        <>
          <BoardTable rows={board.rows} obstacles={obstacles} onOpen={open} />
          <BrowseFooter
            page={shown.page - 1}
            pageSize={shown.pageSize}
            rows={board.rows.length}
            total={board.count}
            hasNext={board.count > shown.page * shown.pageSize}
            onTurn={page => shown.turn(page + 1)}
            onPageSize={shown.resize}
          />
        </>
      )}
      {opened !== null && <BoardDrawer id={opened} onClose={() => open(undefined)} />}
    </Section>
  )
}
