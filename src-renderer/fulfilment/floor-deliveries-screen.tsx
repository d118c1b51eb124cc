import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import Phone from '@mui/icons-material/PhoneOutlined'
import Place from '@mui/icons-material/PlaceOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { touch, touchTarget } from '../theme/controls.ts'
import { ArriveDialog } from './floor-arrive-dialog.tsx'
import { CardGrid, InvoiceCard } from './floor-card.tsx'
import { DeliveryHistory } from './floor-history.tsx'
import { PapersButton } from './floor-papers.tsx'
import { SendBack } from './floor-send-back.tsx'
import { useFloorWorker, WorkerLine, type FloorWorker } from './floor-worker.tsx'

/** What a driver takes along: where to, whom to call, and that it arrived. */
export function FloorDeliveriesScreen(): ReactNode {
  const t = useText()
  const worker = useFloorWorker()
  const [tab, setTab] = useState<'work' | 'history'>('work')
  return (
    <PageFrame
      title={t('fulfilment.myDeliveries')}
      subtitle={<WorkerLine worker={worker} />}
      fills={tab === 'history'}
      filters={
        <Tabs value={tab} onChange={(_event, next: typeof tab) => setTab(next)}>
          <Tab value="work" label={t('floor.tabs.work')} />
          <Tab value="history" label={t('floor.tabs.history')} />
        </Tabs>
      }
    >
      {tab === 'history' ? <DeliveryHistory proof={worker.proof} /> : <Work worker={worker} />}
    </PageFrame>
  )
}

function Work({ worker }: { readonly worker: FloorWorker }): ReactNode {
  const t = useText()
  const { data, error, refetch } = worker.work
  const [arrived, setArrived] = useState<Invoice>()
  useScan(code => {
    const found = data?.delivery.find(({ number }) => number.toUpperCase() === code.toUpperCase())
    if (!found) return { isKnown: false, text: t(data ? 'floor.scan.notYours' : 'floor.scan.again') }
    setArrived(found)
    return { isKnown: true, text: t('floor.delivery.scanned', { number: found.number }) }
  })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Skeleton variant="rounded" height={320} />
  if (data.delivery.length === 0)
    return <EmptyState icon={<LocalShipping />} title={t('floor.delivery.nothing')} hint={t('floor.delivery.nothingHint')} />
  return (
    <>
      {inAreas(data.delivery).map(([area, invoices]) => (
        <Section key={area} title={`${area === '' ? t('floor.delivery.noArea') : area} (${invoices.length})`}>
          <Box sx={{ p: 2 }}>
            <CardGrid>
              {invoices.map(invoice => (
                <InvoiceCard
                  key={invoice.id}
                  invoice={invoice}
                  actions={
                    <>
                      <SendBack invoice={invoice} worker={worker} />
                      <PapersButton invoice={invoice} first="deliveryNote" />
                      <Button variant="contained" size="large" disabled={!worker.isProved} onClick={() => setArrived(invoice)}>
                        {t('floor.delivery.arrive')}
                      </Button>
                    </>
                  }
                >
                  <Address invoice={invoice} />
                </InvoiceCard>
              ))}
            </CardGrid>
          </Box>
        </Section>
      ))}
      {arrived && <ArriveDialog invoice={arrived} proof={worker.proof} onClose={() => setArrived(undefined)} />}
    </>
  )
}

/** One round leads from area to area; what is of none comes last. */
function inAreas(invoices: readonly Invoice[]): [area: string, invoices: Invoice[]][] {
  return [...Map.groupBy(invoices, ({ customerArea }) => customerArea)].toSorted(
    ([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b),
  )
}

/** Where to, whom to call, what the goods are worth, and what billing noted: cash on delivery, a gate, an hour. */
function Address({ invoice: { id, total } }: { readonly invoice: Invoice }): ReactNode {
  const t = useText()
  const { money } = useFormats()
  const { data } = useLive(useApi().fulfilment.getInvoice, { id })
  if (!data) return <Skeleton height={48} />
  const { address, postalCode, phone, alternatePhone } = data.customer
  const where = [address, data.customerArea, postalCode].filter(part => part !== '').join(', ')
  const phones = [phone, alternatePhone].filter(part => part !== '')
  return (
    <Box sx={{ display: 'grid', gap: 0.5, fontSize: '1.0625rem', overflowWrap: 'anywhere' }}>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Place aria-hidden color={where === '' ? 'warning' : 'action'} />
        {where === '' ? (
          <Box component="span" sx={{ color: 'warning.main' }}>
            {t('floor.delivery.noAddress')}
          </Box>
        ) : (
          where
        )}
      </Box>
      {phones.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
          <Phone aria-hidden color="action" sx={{ mr: -1 }} />
          {phones.map(number => (
            <Link
              key={number}
              href={`tel:${number.replace(/[^+\d]/g, '')}`}
              sx={{ display: 'inline-flex', alignItems: 'center', fontWeight: 650, [touch]: { minHeight: touchTarget } }}
            >
              {number}
            </Link>
          ))}
        </Box>
      )}
      {total !== undefined && <div>{t('floor.delivery.worth', { total: money(total) })}</div>}
      {data.remarks !== '' && <Box sx={{ fontWeight: 650, color: 'warning.main' }}>{t('floor.pick.remarks', { remarks: data.remarks })}</Box>}
    </Box>
  )
}
