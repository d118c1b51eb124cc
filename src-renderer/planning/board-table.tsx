import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import type { ReactNode } from 'react'
import { daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { toPlaces } from '../../shared/core/decimal.ts'
import type { BoardLine } from '../../shared/planning/board.ts'
import { ScrollArea } from '../components/scroll-area.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { UrgentChip } from './looks.tsx'
import { HealthChip } from './board-look.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { useCauses, type Obstacles } from './board-causes.ts'

export interface BoardTableProps {
  readonly rows: readonly BoardLine[]
  readonly obstacles: Obstacles
  onOpen(id: string): void
}

/** The work orders themselves, the worst first: how far, how fast, until when, and why. */
export function BoardTable({ rows, obstacles, onOpen }: BoardTableProps): ReactNode {
  const t = useText()
  return (
    <ScrollArea label={t('planning.board.workOrders')}>
      <Box component="table" sx={look}>
        <thead>
          <tr>
            <th scope="col">{t('planning.fields.workOrderId')}</th>
            <th scope="col">{t('planning.board.state')}</th>
            <th scope="col">{t('planning.board.output')}</th>
            <th scope="col">{t('planning.board.finish')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(line => (
            <BoardRow key={line.id} line={line} obstacles={obstacles} onOpen={() => onOpen(line.id)} />
          ))}
        </tbody>
      </Box>
    </ScrollArea>
  )
}

interface BoardRowProps {
  readonly line: BoardLine
  readonly obstacles: Obstacles
  onOpen(): void
}

function BoardRow({ line, obstacles, onOpen }: BoardRowProps): ReactNode {
  const t = useText()
  const { integer, decimal, day } = useFormats()
  const causes = useCauses(line, obstacles)
  const { number, articleName, itemName, sectionName, target, produced, expected, rate, finishDay, deadlineDay, health, level, isUrgent } =
    line
  const over = finishDay === null ? 0 : daysBetween(deadlineDay as BusinessDay, finishDay as BusinessDay)
  return (
    <tr onClick={onOpen}>
      <th scope="row">
        <Link
          component="button"
          type="button"
          title={t('planning.board.open', { number })}
          onClick={event => {
            event.stopPropagation()
            onOpen()
          }}
          sx={{ fontWeight: 650, textAlign: 'left', whiteSpace: 'nowrap' }}
        >
          {number}
        </Link>
        <Box sx={quiet}>
          {sectionName} · {itemName ?? articleName}
        </Box>
      </th>
      <td>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
          <HealthChip health={health} />
          {isUrgent && <UrgentChip />}
        </Box>
        {causes.length > 0 && (
          <Box sx={{ ...quiet, color: level === 'CRITICAL' ? 'error.main' : 'text.secondary' }}>{causes.join(' · ')}</Box>
        )}
      </td>
      <td className="output">
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mb: 0.5 }}>
          <b>{t('planning.board.ofTarget', { produced: integer(produced), target: integer(target) })}</b>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {integer(target === 0 ? 0 : Math.floor((produced / target) * 100))}%
          </Box>
        </Box>
        <ProgressBar {...line} />
        <Box sx={quiet}>
          {t('planning.board.expected', { expected: integer(expected) })}
          {rate !== null && ` · ${t('planning.board.perDay', { rate: decimal(toPlaces(rate, 1)) })}`}
        </Box>
      </td>
      <td className="day">
        {finishDay === null ? '–' : day(finishDay)}
        {over > 0 && <Box sx={{ ...quiet, color: 'error.main' }}>{t('planning.board.daysLate', { count: over })}</Box>}
        <Box sx={quiet}>{t('planning.board.dueOn', { day: day(deadlineDay) })}</Box>
      </td>
    </tr>
  )
}

const quiet = { fontSize: '0.8125rem', color: 'text.secondary', fontWeight: 400 } as const
const look = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': { px: 1.5, py: 0.75, textAlign: 'left', verticalAlign: 'top' },
  '& thead th': { color: 'text.secondary', fontWeight: 600, fontSize: '0.8125rem', whiteSpace: 'nowrap' },
  '& tbody tr': { borderTop: 1, borderColor: 'divider', cursor: 'pointer', '&:hover': { bgcolor: 'action.hover' } },
  '& tbody th': { fontWeight: 400, minWidth: 176 },
  '& .output': { width: 190, minWidth: 150 },
  '& .day': { whiteSpace: 'nowrap' },
} as const
