import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import Tv from '@mui/icons-material/TvOutlined'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { AssignList } from './floor-assign-list.tsx'
import { CourierList } from './floor-courier-list.tsx'
import { DispatchList } from './floor-dispatch-list.tsx'
import { floorPaths } from './floor-paths.ts'
import { useQueue } from './floor-queue.ts'
import { useFloorWorker, WorkerLine } from './floor-worker.tsx'

const tabs = ['ready', 'drivers', 'couriers'] as const
type DispatchTab = (typeof tabs)[number]

/** How packed goods leave: handed over, by courier, or with a driver of our own. */
export function FloorDispatchScreen(): ReactNode {
  const t = useText()
  const worker = useFloorWorker()
  const [tab, setTab] = useState<DispatchTab>('ready')
  const packed = useQueue('PACKED')
  const onTheWay = useQueue('DISPATCHED')
  // Nobody is led off this screen by a code that comes too soon.
  useScan(() => ({ isKnown: false, text: t('floor.scan.again') }))
  const isWaiting = ({ deliveryStatus }: Invoice) => deliveryStatus === 'TO_CONSIDER'
  const ready = packed.invoices?.filter(invoice => !isWaiting(invoice))
  const drivers = [...(packed.invoices?.filter(isWaiting) ?? []), ...(onTheWay.invoices ?? [])]
  const counts: Readonly<Record<DispatchTab, number | undefined>> = {
    ready: ready?.length,
    drivers: packed.invoices && drivers.length,
    couriers: undefined,
  }
  return (
    <PageFrame
      title={t('floor.dispatch.title')}
      subtitle={<WorkerLine worker={worker} />}
      actions={
        <Button component={RouterLink} to={floorPaths.wall} startIcon={<Tv />}>
          {t('floor.wall.title')}
        </Button>
      }
      fills={tab === 'couriers'}
      filters={
        <Tabs value={tab} onChange={(_event, next: DispatchTab) => setTab(next)}>
          {tabs.map(one => (
            <Tab
              key={one}
              value={one}
              label={[t(`floor.dispatch.tabs.${one}`), counts[one] !== undefined && `(${counts[one]})`].filter(Boolean).join(' ')}
            />
          ))}
        </Tabs>
      }
    >
      {tab === 'couriers' && <CourierList worker={worker} />}
      {tab !== 'couriers' &&
        !ready &&
        (packed.error ? <FailureState error={packed.error} onRetry={packed.refetch} /> : <Skeleton variant="rounded" height={320} />)}
      {tab === 'ready' && ready && <DispatchList ready={ready} rest={packed.count - (packed.invoices?.length ?? 0)} worker={worker} />}
      {tab === 'drivers' &&
        ready &&
        (drivers.length === 0 ? (
          <EmptyState icon={<LocalShipping />} title={t('floor.dispatch.noDrivers')} />
        ) : (
          <AssignList invoices={drivers} worker={worker} />
        ))}
    </PageFrame>
  )
}
