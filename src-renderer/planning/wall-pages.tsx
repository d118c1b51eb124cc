import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { OutputOf } from '../../shared/core/procedure.ts'
import type { board, Board, BoardLine } from '../../shared/planning/board.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCauses, useObstacles, type Obstacles } from './board-causes.ts'
import { healthLooks } from './board-look.tsx'
import { Variance } from './board-stages.tsx'
import { ProgressBar } from './progress-bar.tsx'

/** How many work orders stand how: what is read from the far end of the hall. */
export function HealthsPage({ board: { healths } }: { readonly board: Board }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  return (
    <Box sx={{ flex: 1, display: 'grid', gap: '1.4vw', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gridAutoRows: '1fr' }}>
      {healths.map(({ health, count }) => {
        const { icon: Icon, colour } = healthLooks[health]
        const isQuiet = count === 0
        return (
          <Box
            key={health}
            sx={{
              display: 'grid',
              alignContent: 'center',
              justifyItems: 'center',
              borderRadius: 2,
              border: 2,
              borderColor: isQuiet ? 'divider' : `${colour}.main`,
              bgcolor: isQuiet ? 'background.paper' : `tint.${colour}`,
              color: isQuiet ? 'text.secondary' : `${colour}.main`,
            }}
          >
            <Box component="b" sx={{ fontSize: '9vw', lineHeight: 1, fontVariantNumeric: 'tabular-nums' }}>
              {integer(count)}
            </Box>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: '0.8vw', fontSize: '2.6vw', fontWeight: 650 }}>
              <Icon aria-hidden sx={{ fontSize: '3vw' }} />
              {t(`planning.board.healths.${health}`)}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}

/** What needs somebody now, and why. */
export function TroublePage({ board: { rows, totals } }: { readonly board: Board }): ReactNode {
  const t = useText()
  const shown = rows.filter(({ level }) => level !== null)
  const obstacles = useObstacles(rows)
  const rest = totals.critical + totals.warning - shown.length
  return (
    <>
      <PageTitle>{t('planning.board.wall.trouble')}</PageTitle>
      {shown.length === 0 && (
        <Box sx={{ m: 'auto', fontSize: '3.4vw', color: 'success.main', fontWeight: 650 }}>{t('planning.board.wall.noTrouble')}</Box>
      )}
      <Box sx={{ display: 'grid', gap: '0.8vw' }}>
        {shown.map(line => (
          <TroubleLine key={line.id} line={line} obstacles={obstacles} />
        ))}
      </Box>
      {rest > 0 && <Box sx={{ mt: '0.6vw', color: 'text.secondary' }}>{t('planning.board.wall.more', { count: rest })}</Box>}
    </>
  )
}

function TroubleLine({ line, obstacles }: { readonly line: BoardLine; readonly obstacles: Obstacles }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const causes = useCauses(line, obstacles)
  const { icon: Icon } = healthLooks[line.health]
  const colour = line.level === 'CRITICAL' ? 'error' : 'warning'
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '3.4vw minmax(0, 5fr) minmax(0, 5fr) minmax(0, 2fr)',
        columnGap: '1.4vw',
        alignItems: 'center',
        px: '1.2vw',
        py: '0.7vw',
        borderRadius: 1,
        bgcolor: `tint.${colour}`,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: '3vw', color: `${colour}.main` }} />
      <Box sx={{ minWidth: 0 }}>
        <Box component="b" sx={{ fontSize: '2vw' }}>
          {line.number}
        </Box>
        <Box sx={{ ...oneLine, fontSize: '1.5vw', color: 'text.secondary' }}>
          {line.sectionName} · {line.itemName ?? line.articleName}
        </Box>
      </Box>
      <Box sx={{ fontSize: '1.7vw', fontWeight: 650, color: `${colour}.main` }}>
        {t(`planning.board.healths.${line.health}`)}
        <Box sx={{ ...oneLine, fontSize: '1.5vw', fontWeight: 400, color: 'text.primary' }}>{causes.join(' · ')}</Box>
      </Box>
      <Box component="b" sx={{ fontSize: '2.2vw', fontVariantNumeric: 'tabular-nums', textAlign: 'right' }}>
        {t('planning.board.ofTarget', { produced: integer(line.produced), target: integer(line.target) })}
      </Box>
    </Box>
  )
}

/** What each stage has made, against what should be there. */
export function StagesPage({ board: { stages } }: { readonly board: Board }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  return (
    <>
      <PageTitle>{t('planning.board.wall.stages')}</PageTitle>
      <Box sx={{ flex: 1, display: 'grid', alignContent: 'space-evenly', gap: '1vw' }}>
        {stages.map(stage => (
          <Box key={stage.productionStageId} sx={{ display: 'grid', gap: '0.6vw' }}>
            <Box sx={{ display: 'flex', alignItems: 'baseline', gap: '1.6vw', fontSize: '2.2vw', fontVariantNumeric: 'tabular-nums' }}>
              <b>{stage.name}</b>
              <Box component="span" sx={{ color: 'text.secondary', fontSize: '1.7vw' }}>
                {t('planning.board.ofTarget', { produced: integer(stage.produced), target: integer(stage.target) })} ·{' '}
                {t('planning.board.expected', { expected: integer(stage.expected) })}
              </Box>
              <Box sx={{ ml: 'auto' }}>
                <Variance stage={stage} />
              </Box>
            </Box>
            <ProgressBar {...stage} height={26} />
          </Box>
        ))}
      </Box>
    </>
  )
}

/** When orders will be ready, against the day they ship. */
export function ForecastsPage({ forecasts: { rows } }: { readonly forecasts: OutputOf<typeof board.readOrderForecasts> }): ReactNode {
  const t = useText()
  const { day } = useFormats()
  return (
    <>
      <PageTitle>{t('planning.board.wall.forecasts')}</PageTitle>
      {rows.length === 0 && <Box sx={{ m: 'auto', fontSize: '2.6vw', color: 'text.secondary' }}>{t('planning.board.forecasts.empty')}</Box>}
      <Box sx={{ display: 'grid', gap: '0.8vw' }}>
        {rows.map(({ id, number, articleName, shipDay, forecastDay, daysLate }) => (
          <Box
            key={id}
            sx={{
              display: 'grid',
              gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 3fr) minmax(0, 2fr)',
              columnGap: '1.4vw',
              alignItems: 'center',
              px: '1.2vw',
              py: '0.8vw',
              borderRadius: 1,
              bgcolor: 'background.paper',
            }}
          >
            <Box sx={{ minWidth: 0 }}>
              <Box component="b" sx={{ fontSize: '2vw' }}>
                {number}
              </Box>
              <Box sx={{ ...oneLine, fontSize: '1.5vw', color: 'text.secondary' }}>{articleName}</Box>
            </Box>
            <Box sx={{ fontSize: '1.8vw', fontVariantNumeric: 'tabular-nums' }}>
              {t('planning.board.forecasts.ships', { day: day(shipDay) })}
              <Box sx={{ fontSize: '1.5vw', color: 'text.secondary' }}>
                {forecastDay === null
                  ? t('planning.board.forecasts.unknown')
                  : t('planning.board.forecasts.ready', { day: day(forecastDay) })}
              </Box>
            </Box>
            <Box component="b" sx={{ fontSize: '2vw', textAlign: 'right', color: toneOf(daysLate) }}>
              <Lateness days={daysLate} />
            </Box>
          </Box>
        ))}
      </Box>
    </>
  )
}

function Lateness({ days }: { readonly days: number | null }): ReactNode {
  const t = useText()
  if (days === null) return '–'
  if (days > 0) return t('planning.board.forecasts.late', { count: days })
  return days === 0 ? t('planning.board.forecasts.onTime') : t('planning.board.forecasts.spare', { count: -days })
}

function toneOf(days: number | null): string {
  if (days === null) return 'text.secondary'
  return days > 0 ? 'error.main' : days === 0 ? 'warning.main' : 'success.main'
}

function PageTitle({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Box component="h2" sx={{ m: 0, mb: '1vw', fontSize: '2.2vw', fontWeight: 650, color: 'text.secondary' }}>
      {children}
    </Box>
  )
}

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const
