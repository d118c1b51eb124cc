import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { BoardFilter, OrderForecast } from '../../shared/planning/board.ts'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { manufacturingOrderPath } from './paths.ts'

const firstShown = 6

/** When orders will be made, against the day they ship; the latest first. */
export function BoardForecasts({ filter: { week, destination, isUrgent } }: { readonly filter: BoardFilter }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const [isWhole, setWhole] = useState(false)
  const filter = {
    ...(week !== undefined && { week }),
    ...(destination !== undefined && { destination }),
    ...(isUrgent !== undefined && { isUrgent }),
  }
  const { data } = useLive(useApi().planning.readOrderForecasts, { filter, pageSize: isWhole ? 200 : firstShown })
  return (
    <Section title={t('planning.board.forecasts.title')} hint={t('planning.board.forecasts.hint')}>
      {data?.rows.length === 0 && <Box sx={{ px: 2, py: 1.5, color: 'text.secondary' }}>{t('planning.board.forecasts.empty')}</Box>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.rows.map(order => (
          <ForecastLine key={order.id} order={order} />
        ))}
      </Box>
      {data && data.count > firstShown && (
        <Box sx={{ px: 1, py: 0.5, borderTop: 1, borderColor: 'divider' }}>
          <Button size="small" onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('planning.board.forecasts.less') : t('planning.board.forecasts.more', { all: integer(data.count) })}
          </Button>
        </Box>
      )}
    </Section>
  )
}

function ForecastLine({ order }: { readonly order: OrderForecast }): ReactNode {
  const t = useText()
  const { day } = useFormats()
  const mayOpen = useMay()('planning.view')
  const { id, number, articleName, shipDay, forecastDay, workOrders, finished } = order
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.25, px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <b>
          {mayOpen ? (
            <Link component={RouterLink} to={manufacturingOrderPath(id)}>
              {number}
            </Link>
          ) : (
            number
          )}
        </b>
        <Box sx={{ ml: 'auto' }}>
          <ForecastChip order={order} />
        </Box>
      </Box>
      <Box sx={{ fontSize: '0.875rem' }}>{articleName}</Box>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {t('planning.board.forecasts.ships', { day: day(shipDay) })},{' '}
        {forecastDay === null ? t('planning.board.forecasts.unknown') : t('planning.board.forecasts.ready', { day: day(forecastDay) })}
        {' · '}
        {t('planning.board.forecasts.done', { finished, count: workOrders })}
      </Box>
    </Box>
  )
}

/** How many days an order will be late, or has to spare. */
export function ForecastChip({ order: { daysLate } }: { readonly order: OrderForecast }): ReactNode {
  const t = useText()
  if (daysLate === null) return <StatusChip tone="neutral" label={t('planning.board.forecasts.unknown')} />
  if (daysLate > 0) return <StatusChip tone="bad" label={t('planning.board.forecasts.late', { count: daysLate })} />
  if (daysLate === 0) return <StatusChip tone="warning" label={t('planning.board.forecasts.onTime')} />
  return <StatusChip tone="good" label={t('planning.board.forecasts.spare', { count: -daysLate })} />
}
