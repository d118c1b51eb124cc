import ArrowBack from '@mui/icons-material/ArrowBack'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import CardActionArea from '@mui/material/CardActionArea'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { WorkOfDay } from '../../shared/production/section-day.ts'
import { useNavigate, useParams } from 'react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { SectionField, useProductionSection } from '../components/chosen-section.tsx'
import { quickEntryOf, quickEntryPath } from './paths.ts'
import { QuickEntry } from './quick-entry.tsx'

/** For a phone or a tablet in the hall: choose a work order or scan its ticket, tap what was made, save. */
export function QuickEntryScreen(): ReactNode {
  const { id } = useParams()
  useWorkOrderScan()
  return id === undefined ? <Choice /> : <OneWorkOrder key={id} id={id} />
}

/** What can be made today, and what today finished: its figures may have to be put right. */
function isOffered({ status, obstacles, entry }: WorkOfDay): boolean {
  return status === 'RUNNING' || (status === 'PENDING' && obstacles.length === 0) || (status === 'FINISHED' && entry !== null)
}

/** The number on a ticket opens its work order. */
function useWorkOrderScan(): void {
  const t = useText()
  const navigate = useNavigate()
  const { planning } = useApi()
  useScan(async code => {
    const { rows } = await planning.listWorkOrders({ search: code, pageSize: 10 })
    const found = rows.find(({ number }) => number === code)
    if (!found) return undefined
    void navigate(quickEntryOf(found.id))
    return { isKnown: true, text: t('production.entry.scanned', { number: found.number }) }
  })
}

function Choice(): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { today, decimal, integer } = useFormats()
  const chosen = useProductionSection()
  const { section, nothing } = chosen
  const { data, error, refetch } = useLive(useApi().production.getSectionDay, { sectionId: section?.id ?? '', day: today() }, { enabled: section !== undefined })
  const work = data?.work.filter(isOffered)
  return (
    <PageFrame title={t('production.entry.title')} subtitle={<SectionField chosen={chosen} />}>
      {nothing}
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {work?.length === 0 && <EmptyState title={t('production.entry.nothing')} hint={t('production.entry.choose')} />}
      {work && work.length > 0 && <Typography sx={{ color: 'text.secondary' }}>{t('production.entry.choose')}</Typography>}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))' }}>
        {work?.map(({ workOrderId, number, itemName, articleName, entry, due, goodQuantity, targetQuantity }) => (
          <Card key={workOrderId} variant="outlined">
            <CardActionArea sx={{ p: 2, minHeight: 96 }} onClick={() => void navigate(quickEntryOf(workOrderId))}>
              <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: 1 }}>
                <Box>
                  <Typography sx={{ fontWeight: 650 }}>{itemName ?? articleName}</Typography>
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>{number}</Typography>
                </Box>
                <StatusChip tone={entry ? 'good' : 'waiting'} label={entry ? decimal(entry.goodQuantity) : t('production.today.notEntered')} />
              </Box>
              <Typography variant="body2" sx={{ mt: 1 }}>{t('production.entry.due')}: <b>{integer(due)}</b> · {decimal(goodQuantity)} / {decimal(targetQuantity)}</Typography>
            </CardActionArea>
          </Card>
        ))}
      </Box>
    </PageFrame>
  )
}

function OneWorkOrder({ id }: { readonly id: string }): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { today } = useFormats()
  const { data, error, refetch } = useLive(useApi().production.getWorkOfDay, { workOrderId: id, day: today() }, { clears: true })
  const back = () => void navigate(quickEntryPath)
  return (
    <PageFrame title={t('production.entry.title')} subtitle={<Button size="small" startIcon={<ArrowBack />} sx={{ ml: -1 }} onClick={back}>{t('production.entry.back')}</Button>}>
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {data && <QuickEntry work={data} day={today()} onSaved={back} />}
    </PageFrame>
  )
}
