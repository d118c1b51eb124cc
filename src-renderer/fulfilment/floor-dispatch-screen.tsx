import Tv from '@mui/icons-material/TvOutlined'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { AssignList } from './floor-assign-list.tsx'
import { CourierList } from './floor-courier-list.tsx'
import { DispatchList } from './floor-dispatch-list.tsx'
import { floorPaths } from './floor-paths.ts'
import { useQueue, type Queue } from './floor-queue.ts'
import { useFloorWorker, WorkerLine } from './floor-worker.tsx'

const tabs = ['ready', 'drivers', 'couriers'] as const
type DispatchTab = (typeof tabs)[number]

/** How packed goods leave: handed over, by courier, or with a driver of our own. */
export function FloorDispatchScreen(): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const worker = useFloorWorker()
  const [tab, setTab] = useState<DispatchTab>('ready')
  const [ready, unassigned, onTheWay] = [useQueue('ready'), useQueue('driver'), useQueue('road')]
  // Nobody is led off this screen by a code that comes too soon.
  useScan(() => ({ isKnown: false, text: t('floor.scan.again') }))
  const counts: Readonly<Record<DispatchTab, number | undefined>> = {
    ready: ready.invoices && ready.count,
    drivers: unassigned.invoices && onTheWay.invoices && unassigned.count + onTheWay.count,
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
              label={[t(`floor.dispatch.tabs.${one}`), counts[one] !== undefined && `(${integer(counts[one])})`].filter(Boolean).join(' ')}
            />
          ))}
        </Tabs>
      }
    >
      {tab === 'couriers' && <CourierList worker={worker} />}
      {tab === 'ready' && (ready.invoices ? <DispatchList queue={ready} ready={ready.invoices} worker={worker} /> : <Unknown queues={[ready]} />)}
      {tab === 'drivers' &&
        (counts.drivers === undefined ? (
          <Unknown queues={[unassigned, onTheWay]} />
        ) : (
          <AssignList unassigned={unassigned} onTheWay={onTheWay} worker={worker} />
        ))}
    </PageFrame>
  )
}

/** As long as it is not known what waits, and where it could not be asked. */
function Unknown({ queues }: { readonly queues: readonly Queue[] }): ReactNode {
  const failed = queues.find(({ error }) => error)
  return failed ? <FailureState error={failed.error} onRetry={failed.refetch} /> : <Skeleton variant="rounded" height={320} />
}
