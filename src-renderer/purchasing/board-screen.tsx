import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { PurchaseOrder } from '../../shared/purchasing/orders.ts'
import { isLate, orderKinds, type BoardStatus, type OrderKind } from '../../shared/purchasing/rules.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { ordersPath } from '../core/paths.ts'
import { DueText } from './order-looks.tsx'
import { orderPath } from './paths.ts'

/** What is being bought, by how far it is. */
export function BoardScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const [params, setParams] = useSearchParams()
  const kind = orderKinds.find(one => one === params.get('kind'))
  const { data, error, refetch } = useLive(api.purchasing.getOrderBoard, kind === undefined ? {} : { kind })
  const choose = (_event: unknown, next: OrderKind | 'all' | null) => next !== null && setParams(next === 'all' ? {} : { kind: next }, { replace: true })
  const kinds = (
    <ToggleButtonGroup exclusive size="small" value={kind ?? 'all'} onChange={choose} aria-label={t('purchasing.fields.kind')}>
      <ToggleButton value="all">{t('purchasing.board.allKinds')}</ToggleButton>
      {orderKinds.map(one => <ToggleButton key={one} value={one}>{t(`purchasing.kinds.${one}`)}</ToggleButton>)}
    </ToggleButtonGroup>
  )
  return (
    <PageFrame title={t('purchasing.board.title')} fills subtitle={kinds} actions={<Button component={Link} to={ordersPath}>{t('purchasing.orders.title')}</Button>}>
      {!data ? (error ? <FailureState error={error} onRetry={() => void refetch()} /> : <EmptyState role="status" icon={<CircularProgress size={26} color="inherit" />} title={t('words.loading')} />) : (
        <Box sx={{ flex: 1, minHeight: 0, display: 'grid', gridAutoFlow: 'column', gridAutoColumns: 'minmax(224px, 1fr)', gap: 1.25, overflowX: 'auto', scrollSnapType: 'x proximity' }}>
          {data.map(lane => <Lane key={lane.status} {...lane} />)}
        </Box>
      )}
    </PageFrame>
  )
}

function Lane({ status, count, orders }: { readonly status: BoardStatus; readonly count: number; readonly orders: readonly PurchaseOrder[] }): ReactNode {
  const t = useText()
  const name = t(`purchasing.statuses.${status}`)
  return (
    <Box component="section" aria-label={t('purchasing.board.lane', { status: name, count })} sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, bgcolor: 'tint.header', border: 1, borderColor: 'divider', borderRadius: 2, scrollSnapAlign: 'start' }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, px: 1.25, py: 1 }}>
        <Typography component="h2" variant="body2" sx={{ fontWeight: 700 }}>{name}</Typography>
        <Typography component="span" variant="body2" sx={{ fontWeight: 700, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{count}</Typography>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 1, pb: 1 }}>
        <Box component="ul" aria-label={name} sx={{ listStyle: 'none', m: 0, p: 0.25, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>{orders.map(order => <OrderCard key={order.id} order={order} />)}</Box>
        {orders.length === 0 && <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'center', py: 3 }}>{t('purchasing.board.empty')}</Typography>}
        {count > orders.length && <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'center', py: 1 }}>{t('purchasing.board.more', { count: count - orders.length })}</Typography>}
      </Box>
    </Box>
  )
}

function OrderCard({ order }: { readonly order: PurchaseOrder }): ReactNode {
  const t = useText()
  const { money, day, today } = useFormats()
  return (
    <li>
      <ButtonBase
        component={Link} to={orderPath(order.id)}
        sx={{ width: '100%', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 0.5, justifyItems: 'start', textAlign: 'left', p: 1.25, borderRadius: 1.5, bgcolor: 'background.paper', border: 1, borderColor: isLate(order, today()) ? 'error.main' : 'divider', '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' } }}
      >
        <Box sx={{ display: 'flex', flexWrap: 'wrap', width: '100%', justifyContent: 'space-between', columnGap: 1 }}>
          <Typography variant="body2" noWrap sx={{ fontWeight: 650 }}>{order.number}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t(`purchasing.kinds.${order.kind}`)}</Typography>
        </Box>
        <Typography sx={{ fontWeight: 600, lineHeight: 1.3 }}>{order.partnerName}</Typography>
        {order.articleName !== null && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{order.articleName}</Typography>}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, fontSize: '0.8125rem', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          <span>{t('purchasing.orders.lines', { full: order.fullLines, count: order.lineCount })}</span>
          {order.total !== undefined && <span>{money(order.total)}</span>}
        </Box>
        <Typography component="span" variant="body2">{isLate(order, today()) ? <DueText {...order} /> : t('purchasing.orders.due', { day: day(order.expectedDay) })}</Typography>
      </ButtonBase>
    </li>
  )
}
