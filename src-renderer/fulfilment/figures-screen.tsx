import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useState, type ReactNode } from 'react'
import { addDays, BusinessDaySchema, daysBetween } from '../../shared/core/dates.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import { mostFigureDays, type DayFigures } from '../../shared/fulfilment/history.ts'
import { DateInput } from '../components/date-field.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { FiguresChart } from './figures-chart.tsx'
import { useTook } from './took.ts'

const usualDays = 13
/** What stands each morning cannot be added up over days. */
const added = ['totalInvoices', 'completedHold', 'completedPicking', 'completedPacking', 'completedBoxing', 'completedDelivery', 'returned'] as const
const counts = [
  'totalInvoices',
  'holdInvoices',
  'completedHold',
  'pending',
  'completedPicking',
  'completedPacking',
  'completedBoxing',
  'completedDelivery',
  'completedCounter',
  'completedCourier',
  'completedRoad',
  'returned',
] as const
const averages = ['pickingMinutes', 'packingMinutes', 'deliveryMinutes'] as const

/** IF-19: what each day came to, the newest first, with today's above. */
export function FiguresScreen(): ReactNode {
  const t = useText()
  const today = useFormats().today()
  const { fulfilment } = useApi()
  const [fromDay, setFrom] = useState<string | null>(addDays(today, -usualDays))
  const [toDay, setTo] = useState<string | null>(today)
  const [from, to] = [BusinessDaySchema.safeParse(fromDay), BusinessDaySchema.safeParse(toDay)]
  const isReadable = from.success && to.success && from.data <= to.data && daysBetween(from.data, to.data) < mostFigureDays
  const span = { fromDay: from.data ?? today, toDay: to.data ?? today }
  const { data, error, refetch } = useLive(fulfilment.getDayFigures, span, { enabled: isReadable })
  const board = useLive(fulfilment.getBoard, { queueLength: 0 })
  return (
    <PageFrame title={t('fulfilment.billing.figures.title')} subtitle={t('fulfilment.billing.figures.text')}>
      {board.data ? <Today figures={board.data.today} /> : <Skeleton variant="rounded" height={150} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(2, minmax(0, 240px))' } }}>
        <DateInput label={t('fulfilment.fields.fromDay')} value={fromDay} onChange={setFrom} isRequired />
        <DateInput label={t('fulfilment.fields.toDay')} value={toDay} onChange={setTo} isRequired />
      </Box>
      {!isReadable && <Alert severity="warning">{t('fulfilment.billing.figures.most', { count: mostFigureDays })}</Alert>}
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {!data && !error && isReadable && <Skeleton variant="rounded" height={240} />}
      {data && isReadable && <Days days={data} />}
    </PageFrame>
  )
}

function Today({ figures }: { readonly figures: DayFigures }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  return (
    <FigureRow
      figures={counts.map(name => ({
        label: t(`fulfilment.billing.figures.columns.${name}`),
        value: integer(figures[name]),
        hint: t(`fulfilment.billing.figures.hints.${name}`),
      }))}
    />
  )
}

function Days({ days }: { readonly days: readonly DayFigures[] }): ReactNode {
  const t = useText()
  const { day, integer } = useFormats()
  const took = useTook()
  const average = (value: Decimal | null) => (value === null ? '–' : took(value))
  const sumOf = (name: (typeof counts)[number]) =>
    added.some(one => one === name) ? integer(days.reduce((sum, figures) => sum + figures[name], 0)) : ''
  return (
    <Section title={t('fulfilment.billing.figures.byDay')} hint={t('fulfilment.billing.figures.byDayHint')}>
      <FiguresChart days={days} />
      <PlainTable
        label={t('fulfilment.billing.figures.byDay')}
        head={[t('fulfilment.fields.day'), ...[...counts, ...averages].map(name => t(`fulfilment.billing.figures.columns.${name}`))]}
        rows={days.toReversed().map(figures => ({
          key: figures.day,
          cells: [
            <b key="day">{day(figures.day)}</b>,
            ...counts.map(name => integer(figures[name])),
            ...averages.map(name => average(figures[name])),
          ],
        }))}
        sums={[t('words.total'), ...counts.map(sumOf), ...averages.map(() => '')]}
      />
    </Section>
  )
}
