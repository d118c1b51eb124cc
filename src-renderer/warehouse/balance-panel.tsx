import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { addDays } from '../../shared/core/dates.ts'
import { zero } from '../../shared/core/decimal.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { BalanceChart } from './balance-chart.tsx'
import { balanceDays, summarize } from './balance-days.ts'
import type { ItemStock } from './entry-item.ts'
import { useQuantityTexts } from './quantities.ts'

const spans = [30, 90] as const
type Span = (typeof spans)[number]

export interface BalancePanelProps {
  readonly item: ItemStock
  /** One place, or all of them. */
  readonly locationId: string | undefined
}

/** How the balance went in the last days, with what came and went in them. */
export function BalancePanel({ item, locationId }: BalancePanelProps): ReactNode {
  const t = useText()
  const api = useApi()
  const { today, day } = useFormats()
  const { full } = useQuantityTexts()
  const [span, setSpan] = useState<Span>(30)
  const to = today()
  const from = addDays(to, 1 - span)
  const { data } = useLive(api.warehouse.getStockHistory, { itemId: item.itemId, fromDay: from, ...(locationId !== undefined && { locationId }) })
  const days = data ? balanceDays(data, from, to) : []
  const summary = summarize(days)
  const lowest = summary && t('warehouse.chart.onDay', { quantity: full(summary.lowest.balance, item), day: day(summary.lowest.day) })
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('warehouse.chart.title')}
      sx={{ p: 2, display: 'grid', gap: 1, alignContent: 'start', minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, flexWrap: 'wrap' }}>
        <Typography component="h2" variant="h3">
          {t('warehouse.chart.title')}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={span}
          onChange={(_event, next: Span | null) => next && setSpan(next)}
          aria-label={t('warehouse.chart.span')}
        >
          {spans.map(one => (
            <ToggleButton key={one} value={one} sx={{ minHeight: 30 }}>
              {t('warehouse.chart.days', { count: one })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      {summary && data ? (
        <>
          <BalanceChart
            days={days}
            unit={item}
            minimum={locationId === undefined ? item.minimumStock : zero}
            description={t('warehouse.chart.summary', {
              item: item.itemName,
              from: day(from),
              to: day(to),
              opening: full(data.opening, item),
              closing: full(summary.closing, item),
              lowest: full(summary.lowest.balance, item),
              lowestDay: day(summary.lowest.day),
            })}
          />
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 3,
              rowGap: 0.5,
              fontSize: '0.8125rem',
              fontVariantNumeric: 'tabular-nums',
              color: 'text.secondary',
            }}
          >
            {data.days.length === 0 ? (
              t('warehouse.chart.still', { count: span })
            ) : (
              <>
                <span>
                  {t('warehouse.chart.came')} <Strong text={full(summary.came, item)} />
                </span>
                <span>
                  {t('warehouse.chart.went')} <Strong text={full(summary.went, item)} />
                </span>
                <span>
                  {t('warehouse.chart.lowest')} <Strong text={lowest ?? ''} />
                </span>
              </>
            )}
          </Box>
        </>
      ) : (
        <Skeleton variant="rounded" height={224} />
      )}
    </Paper>
  )
}

function Strong({ text }: { readonly text: string }): ReactNode {
  return (
    <Box component="b" sx={{ fontWeight: 650, color: 'text.primary' }}>
      {text}
    </Box>
  )
}
