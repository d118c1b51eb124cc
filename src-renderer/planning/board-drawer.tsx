import Close from '@mui/icons-material/Close'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { Link } from 'react-router'
import { toPlaces } from '../../shared/core/decimal.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'
import type { board } from '../../shared/planning/board.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { useCauses, useObstacles } from './board-causes.ts'
import { HealthChip } from './board-look.tsx'
import { BoardDaysChart } from './board-days-chart.tsx'
import { UrgentChip } from './looks.tsx'
import { manufacturingOrderPath, workOrderPath } from './paths.ts'

export type BoardDetail = OutputOf<typeof board.readBoardWorkOrder>

/** One work order beside the board: how its numbers come about, and the days behind them. */
export function BoardDrawer({ id, onClose }: { readonly id: string; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { data, error } = useLive(useApi().planning.readBoardWorkOrder, { id }, { clears: true })
  const paper = {
    role: 'dialog',
    'aria-modal': true,
    'aria-labelledby': titleId,
    sx: { width: { xs: '100%', sm: 560 }, display: 'flex', flexDirection: 'column' },
  }
  return (
    <Drawer anchor="right" open onClose={onClose} slotProps={{ paper }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, p: 2, pb: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.75 }}>
          <Typography id={titleId} component="h2" variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            {data?.line.number ?? t('planning.board.title')}
          </Typography>
          {data && <Identity detail={data} />}
        </Box>
        <IconButton aria-label={t('buttons.close')} onClick={onClose} autoFocus>
          <Close />
        </IconButton>
      </Box>
      {data ? (
        <Content detail={data} />
      ) : error ? (
        <EmptyState role="alert" icon={<ErrorOutline />} title={t('planning.board.drawer.gone')} hint={errorText(error)} />
      ) : (
        <EmptyState role="status" icon={<CircularProgress size={26} color="inherit" />} title={t('words.loading')} />
      )}
    </Drawer>
  )
}

function Identity({ detail: { line } }: { readonly detail: BoardDetail }): ReactNode {
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {line.sectionName} · {line.articleName}
        {line.itemName !== null && ` · ${line.itemName}`}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        <HealthChip health={line.health} />
        {line.isUrgent && <UrgentChip />}
      </Box>
    </>
  )
}

function Content({ detail }: { readonly detail: BoardDetail }): ReactNode {
  const t = useText()
  const may = useMay()
  const { line } = detail
  const causes = useCauses(line, useObstacles([line]))
  return (
    <>
      <Box tabIndex={0} sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2, pt: 1, display: 'grid', gap: 2, alignContent: 'start' }}>
        {causes.length > 0 && (
          <Box sx={{ display: 'grid', gap: 0.5 }}>
            <Typography component="h3" variant="body2" sx={{ color: 'text.secondary' }}>
              {t('planning.board.drawer.reasons')}
            </Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
              {causes.map(cause => (
                <StatusChip key={cause} tone={line.level === 'CRITICAL' ? 'bad' : 'warning'} label={cause} />
              ))}
            </Box>
          </Box>
        )}
        <Figures detail={detail} />
        <BoardDaysChart detail={detail} />
        <Days detail={detail} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 2, borderTop: 1, borderColor: 'divider' }}>
        {may('planning.view') && (
          <Button component={Link} to={manufacturingOrderPath(line.manufacturingOrderId)} variant="outlined">
            {t('planning.board.drawer.openOrder')}
          </Button>
        )}
        {may('process.readDailyProduction') && (
          <Button component={Link} to={workOrderPath(line.id)} variant="contained">
            {t('planning.board.drawer.openWork')}
          </Button>
        )}
      </Box>
    </>
  )
}

/** Each number with how it comes about. */
function Figures({ detail: { line, plannedDays, elapsedDays } }: { readonly detail: BoardDetail }): ReactNode {
  const t = useText()
  const { integer, decimal, percent, day } = useFormats()
  const { produced, target, expected, remaining, entries, rate, share, progress, finishDay, deadlineDay } = line
  return (
    <FigureRow
      figures={[
        {
          label: t('planning.board.output'),
          value: t('planning.board.ofTarget', { produced: integer(produced), target: integer(target) }),
          hint: `${t('planning.board.drawer.progress')}: ${percent(progress)}`,
        },
        {
          label: t('planning.board.stages.expected'),
          value: integer(expected),
          hint: t('planning.board.drawer.howExpected', { elapsed: Math.min(elapsedDays, plannedDays), planned: plannedDays }),
        },
        { label: t('planning.board.drawer.share'), value: share === null ? '–' : percent(share) },
        {
          label: t('planning.board.rate'),
          value: rate === null ? '–' : decimal(toPlaces(rate, 1)),
          hint: rate === null ? undefined : t('planning.board.drawer.howRate', { produced: integer(produced), entries }),
        },
        {
          label: t('planning.board.finish'),
          value: finishDay === null ? '–' : day(finishDay),
          hint:
            finishDay === null || rate === null
              ? undefined
              : t('planning.board.drawer.howFinish', { remaining: integer(remaining), rate: decimal(toPlaces(rate, 1)) }),
        },
        { label: t('planning.board.due'), value: day(deadlineDay) },
      ]}
    />
  )
}

function Days({ detail: { days } }: { readonly detail: BoardDetail }): ReactNode {
  const t = useText()
  const { day, decimal, percent } = useFormats()
  const personName = usePersonName()
  if (days.length === 0) return <Box sx={{ color: 'text.secondary' }}>{t('planning.board.drawer.noDays')}</Box>
  return (
    <PlainTable
      label={t('planning.board.drawer.days')}
      head={[
        { words: t('production.fields.day') },
        t('production.fields.goodQuantity'),
        t('production.fields.rejectQuantity'),
        t('planning.board.drawer.sum'),
        t('planning.board.drawer.progress'),
        { words: t('production.fields.enteredBy') },
      ]}
      rows={days.toReversed().map(entry => ({
        key: entry.id,
        cells: [
          <>
            {day(entry.day)}
            {entry.isLate && (
              <Box component="span" sx={{ color: 'text.secondary', display: 'block', fontSize: '0.8125rem' }}>
                {t('planning.board.drawer.late')}
              </Box>
            )}
          </>,
          decimal(entry.goodQuantity),
          decimal(entry.rejectQuantity),
          decimal(entry.sum),
          percent(entry.percent),
          personName(entry.enteredByName),
        ],
      }))}
    />
  )
}
