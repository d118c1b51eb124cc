import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { FulfilmentBoard } from '../../shared/fulfilment/history.ts'
import type { InvoiceStatus } from '../../shared/fulfilment/rules.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMinute } from '../core/minute.ts'
import { useTook } from './took.ts'

interface PageProps {
  readonly board: FulfilmentBoard
}

const flow = [
  'INVOICED',
  'PICKING',
  'PICKED',
  'PACKING',
  'BOXING',
  'PACKED',
  'DISPATCHED',
  'DELIVERED',
  'REVIEW',
] as const satisfies readonly InvoiceStatus[]
const tones: Readonly<Record<(typeof flow)[number], 'info' | 'primary' | 'success' | 'warning'>> = {
  INVOICED: 'info',
  PICKING: 'primary',
  PICKED: 'info',
  PACKING: 'primary',
  BOXING: 'info',
  PACKED: 'info',
  DISPATCHED: 'primary',
  DELIVERED: 'success',
  REVIEW: 'warning',
}

/** How many stand at every stage, and how long the oldest has stood there. */
export function FlowPage({ board: { counts } }: PageProps): ReactNode {
  const t = useText()
  const { integer, relative } = useFormats()
  useMinute()
  return (
    <Box sx={{ flex: 1, display: 'grid', gap: '1.4vw', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gridAutoRows: '1fr' }}>
      {flow.map(status => {
        const { count, oldestSince } = counts.find(one => one.status === status) ?? { count: 0, oldestSince: null }
        const tone = tones[status]
        return (
          <Box
            key={status}
            role="group"
            aria-label={status === 'DELIVERED' ? t('floor.wall.deliveredToday') : t(`fulfilment.statuses.${status}`)}
            sx={{ ...tile, ...(count === 0 ? quiet : { borderColor: `${tone}.main`, bgcolor: `tint.${tone}`, color: `${tone}.main` }) }}
          >
            <Box component="b" sx={{ fontSize: '6.5vw', lineHeight: 1, fontVariantNumeric: 'tabular-nums' }}>
              {integer(count)}
            </Box>
            <Box sx={{ fontSize: '2.1vw', fontWeight: 650 }}>
              {status === 'DELIVERED' ? t('floor.wall.deliveredToday') : t(`fulfilment.statuses.${status}`)}
            </Box>
            <Box sx={{ fontSize: '1.4vw', color: 'text.secondary', minHeight: '1.8vw' }}>
              {oldestSince !== null && count > 0 && t('floor.wall.oldest', { since: relative(oldestSince) })}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}

/** What the day has come to, and what waits beside the flow. */
export function DayPage({ board }: PageProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const took = useTook()
  const { today, held, consolidating, toConsider, express } = board
  const average = (value: typeof today.pickingMinutes) => (value === null ? '' : t('floor.wall.average', { took: took(value) }))
  const kinds = t('floor.wall.ways', {
    counter: integer(today.completedCounter),
    courier: integer(today.completedCourier),
    road: integer(today.completedRoad),
  })
  const ways = today.deliveryMinutes === null ? kinds : t('floor.wall.waysAndRoad', { kinds, took: took(today.deliveryMinutes) })
  const figures = [
    { label: t('floor.wall.arrived'), count: today.totalInvoices, hint: '' },
    { label: t('floor.wall.picked'), count: today.completedPicking, hint: average(today.pickingMinutes) },
    { label: t('floor.wall.packed'), count: today.completedPacking, hint: average(today.packingMinutes) },
    { label: t('floor.wall.deliveredToday'), count: today.completedDelivery, hint: ways },
    {
      label: t('floor.wall.pending'),
      count: today.pending,
      hint: t('floor.wall.ofHeld', { count: today.holdInvoices, held: integer(today.holdInvoices) }),
    },
    { label: t('floor.wall.returned'), count: today.returned, hint: '' },
    { label: t('floor.wall.onHold'), count: held, hint: '' },
    { label: t('floor.wall.waitTogether'), count: consolidating, hint: '' },
    { label: t('floor.wall.needDriver'), count: toConsider, hint: express > 0 ? t('floor.wall.express', { count: express }) : '' },
  ]
  return (
    <Box sx={{ flex: 1, display: 'grid', gap: '1.4vw', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gridAutoRows: '1fr' }}>
      {figures.map(({ label, count, hint }) => (
        <Box key={label} role="group" aria-label={label} sx={{ ...tile, ...quiet, color: 'text.primary' }}>
          <Box component="b" sx={{ fontSize: '5.5vw', lineHeight: 1, fontVariantNumeric: 'tabular-nums' }}>
            {integer(count)}
          </Box>
          <Box sx={{ fontSize: '1.9vw', fontWeight: 650 }}>{label}</Box>
          <Box sx={{ fontSize: '1.4vw', color: 'text.secondary', minHeight: '1.8vw' }}>{hint}</Box>
        </Box>
      ))}
    </Box>
  )
}

const stages = ['INVOICED', 'PICKED', 'BOXING', 'PACKED'] as const

/** What is next at every stage that something waits at. */
export function NextPage({ board: { queues } }: PageProps): ReactNode {
  const t = useText()
  const { relative } = useFormats()
  useMinute()
  return (
    <Box sx={{ flex: 1, display: 'grid', gap: '1.4vw', gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' }}>
      {stages.map(status => {
        const invoices = queues.find(queue => queue.status === status)?.invoices ?? []
        return (
          <Box key={status} sx={{ minWidth: 0, display: 'flex', flexDirection: 'column', gap: '0.8vw' }}>
            <Box component="h2" sx={{ m: 0, fontSize: '1.9vw', fontWeight: 650, color: 'text.secondary' }}>
              {t(`fulfilment.statuses.${status}`)}
            </Box>
            {invoices.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('floor.wall.nothing')}</Box>}
            {invoices.map(({ id, number, customerName, statusSince, priority, isExpress, isOnHold }) => (
              <Box
                key={id}
                sx={{ px: '1vw', py: '0.6vw', borderRadius: 1, bgcolor: isExpress || priority === 'HIGH' ? 'tint.warning' : 'background.paper' }}
              >
                <Box component="b" sx={{ ...oneLine, fontSize: '1.7vw' }}>
                  {number}
                </Box>
                <Box sx={{ ...oneLine, fontSize: '1.4vw', color: 'text.secondary' }}>{customerName}</Box>
                <Box sx={{ ...oneLine, fontSize: '1.4vw', color: 'text.secondary' }}>
                  {isOnHold ? t('fulfilment.fields.isOnHold') : relative(statusSince)}
                </Box>
              </Box>
            ))}
          </Box>
        )
      })}
    </Box>
  )
}

const tile = {
  display: 'grid',
  alignContent: 'center',
  justifyItems: 'center',
  textAlign: 'center',
  gap: '0.4vw',
  borderRadius: 2,
  border: 2,
} as const
const quiet = { borderColor: 'divider', bgcolor: 'background.paper', color: 'text.secondary' } as const
const oneLine = { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const
