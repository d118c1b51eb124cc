import Inventory from '@mui/icons-material/Inventory2Outlined'
import QrCode from '@mui/icons-material/QrCode2Outlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { isPositive, subtractDecimals } from '../../shared/core/decimal.ts'
import type { Carton, PackedCartons } from '../../shared/finished-goods/cartons.ts'
import type { WorkOrder } from '../../shared/planning/work-orders.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { askForLabels } from '../core/labels.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { NothingYet } from './nothing-yet.tsx'
import { PackDialog } from './pack-dialog.tsx'

const tones: Readonly<Record<Carton['status'], Tone>> = { PACKED: 'waiting', SCANNED: 'running', RECEIVED: 'good' }

/** The cartons of a packing work order, and how many of its good pieces are in none yet (FG-1). */
export function WorkOrderCartons({ workOrder }: { readonly workOrder: WorkOrder }): ReactNode {
  const { data } = useLive(useApi().finishedGoods.listPackedCartons, { workOrderId: workOrder.id })
  return data && <Cartons workOrder={workOrder} packed={data} />
}

function Cartons({ workOrder, packed }: { readonly workOrder: WorkOrder; readonly packed: PackedCartons }): ReactNode {
  const t = useText()
  const may = useMay()
  const { decimal } = useFormats()
  const [isPacking, setPacking] = useState(false)
  const { cartons, loose, isClosed, piecesPerCarton } = packed
  const pieces = (quantity: typeof loose) => `${decimal(quantity)}\u00a0${t('units.pieces')}`
  const mayPack = may('process.enterDailyProduction') && piecesPerCarton !== null && !isClosed && isPositive(loose)
  const inCartons = subtractDecimals(packed.packed, loose)
  const hint = [isPositive(inCartons) && t('finishedGoods.packing.inCartons', { pieces: pieces(inCartons) }), isPositive(loose) && t('finishedGoods.packing.loose', { pieces: pieces(loose) })].filter(Boolean).join(' · ')
  const labels = cartons.map(({ id }) => ({ kind: 'packedCarton' as const, id }))
  return (
    <Section
      title={t('finishedGoods.packing.title')} {...(hint !== '' && { hint })}
      actions={(
        <>
          {cartons.length > 0 && may('warehouse.view') && (
            <Button startIcon={<QrCode />} onClick={() => askForLabels({ id: workOrder.id, kinds: ['packedCarton'], name: workOrder.number, wishes: labels })}>{t('finishedGoods.packing.labels')}</Button>
          )}
          {mayPack && <Button variant="contained" startIcon={<Inventory />} onClick={() => setPacking(true)}>{t('finishedGoods.packing.pack')}</Button>}
        </>
      )}
    >
      {piecesPerCarton === null && <Alert severity="warning" sx={{ borderRadius: 0 }}>{t('finishedGoods.packing.noPacking')}</Alert>}
      {cartons.length === 0 ? <NothingYet>{t('finishedGoods.packing.none')}</NothingYet> : <CartonTable cartons={cartons} />}
      {isPacking && piecesPerCarton !== null && <PackDialog workOrder={workOrder} loose={loose} piecesPerCarton={piecesPerCarton} onClose={() => setPacking(false)} />}
    </Section>
  )
}

function CartonTable({ cartons }: { readonly cartons: readonly Carton[] }): ReactNode {
  const t = useText()
  const { finishedGoods } = useApi()
  const { decimal } = useFormats()
  const mayPack = useMay()('process.enterDailyProduction')
  const unpack = useCommand(finishedGoods.unpackCarton, { done: ({ number }) => t('finishedGoods.packing.unpacked', { number }) })
  const act = (carton: Carton) => carton.status === 'PACKED' && mayPack && (
    <Box key="act" sx={{ display: 'flex', justifyContent: 'flex-end' }}>
      <Button size="small" color="inherit" disabled={unpack.isPending} aria-label={`${t('finishedGoods.packing.unpack')}: ${carton.number}`} onClick={() => unpack.mutate({ id: carton.id, version: carton.version })}>
        {t('finishedGoods.packing.unpack')}
      </Button>
    </Box>
  )
  return (
    <PlainTable
      label={t('finishedGoods.packing.title')} head={[t('finishedGoods.fields.carton'), t('finishedGoods.fields.quantity'), { words: t('planning.fields.status') }, { words: '\u00a0' }]}
      rows={cartons.map(carton => ({
        key: carton.id,
        cells: [
          <CartonName key="number" carton={carton} />, `${decimal(carton.quantity)}\u00a0${carton.unitCode}${carton.isPartial ? ` · ${t('finishedGoods.packing.partial')}` : ''}`,
          <StatusChip key="state" tone={tones[carton.status]} label={t(`finishedGoods.cartonStatuses.${carton.status}`)} />, act(carton),
        ],
      }))}
    />
  )
}

function CartonName({ carton: { number, packedDay } }: { readonly carton: Carton }): ReactNode {
  const t = useText()
  const { day } = useFormats()
  return (
    <>
      <Box component="b" sx={{ whiteSpace: 'nowrap' }}>{number}</Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{t('finishedGoods.fields.packedDay')} {day(packedDay)}</Box>
    </>
  )
}
