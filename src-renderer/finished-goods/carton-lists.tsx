import Undo from '@mui/icons-material/UndoOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { Carton } from '../../shared/finished-goods/cartons.ts'
import type { ReceivingDetail } from '../../shared/finished-goods/receipts.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { cartonPath } from '../core/paths.ts'
import { CountDialog } from './count-dialog.tsx'

/** What is still to come, as tiles to look for on the floor; and what was scanned, the newest first. */
export function CartonLists({ detail: { cartons }, mayChange }: { readonly detail: ReceivingDetail; readonly mayChange: boolean }): ReactNode {
  const t = useText()
  const missing = cartons.filter(({ scannedAt }) => scannedAt === null)
  const scanned = cartons.filter(({ scannedAt }) => scannedAt !== null).toSorted((a, b) => (b.scannedAt! < a.scannedAt! ? -1 : 1))
  return (
    <>
      {missing.length > 0 && (
        <Section title={t('finishedGoods.receive.missing')}>
          <Box sx={{ display: 'grid', gap: 1, p: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(216px, 1fr))' }}>
            {missing.map(carton => <CartonTile key={carton.id} carton={carton} />)}
          </Box>
        </Section>
      )}
      <Section title={t('finishedGoods.receive.done')}>
        {scanned.length === 0 ? <Box sx={{ p: 2, color: 'text.secondary' }}>{t('finishedGoods.receive.nothingYet')}</Box> : <Scanned cartons={scanned} mayChange={mayChange} />}
      </Section>
    </>
  )
}

function CartonTile({ carton: { id, number, quantity, unitCode, isPartial } }: { readonly carton: Carton }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  return (
    <Paper variant="outlined" sx={{ px: 1.5, py: 1, minWidth: 0 }}>
      <Link component={RouterLink} to={cartonPath(id)} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{number}</Link>
      <Box sx={{ color: 'text.secondary' }}>{`${decimal(quantity)}\u00a0${unitCode}`}{isPartial && ` · ${t('finishedGoods.packing.partial')}`}</Box>
    </Paper>
  )
}

function Scanned({ cartons, mayChange }: { readonly cartons: readonly Carton[]; readonly mayChange: boolean }): ReactNode {
  const t = useText()
  const { finishedGoods } = useApi()
  const { instant } = useFormats()
  const [counted, setCounted] = useState<Carton>()
  const unscan = useCommand(finishedGoods.unscanCarton, { done: ({ number }) => t('finishedGoods.receive.unscanned', { number }) })
  const acts = (carton: Carton) => (
    <Box key="acts" sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
      <Button size="small" onClick={() => setCounted(carton)} aria-label={`${t('finishedGoods.receive.recount')}: ${carton.number}`}>{t('finishedGoods.receive.recount')}</Button>
      <Button
        size="small" color="inherit" startIcon={<Undo />} disabled={unscan.isPending} aria-label={`${t('finishedGoods.receive.unscan')}: ${carton.number}`}
        onClick={() => unscan.mutate({ id: carton.id, version: carton.version })}
      >
        {t('finishedGoods.receive.unscan')}
      </Button>
    </Box>
  )
  return (
    <>
      <PlainTable
        label={t('finishedGoods.receive.done')}
        head={[t('finishedGoods.fields.carton'), t('finishedGoods.fields.quantity'), { prose: t('finishedGoods.fields.note') }, { words: t('finishedGoods.fields.scannedAt') }, { words: t('finishedGoods.fields.scannedBy') }, ...(mayChange ? [{ words: '\u00a0' }] : [])]}
        rows={cartons.map(carton => ({
          key: carton.id,
          cells: [
            <Link key="number" component={RouterLink} to={cartonPath(carton.id)} sx={{ whiteSpace: 'nowrap' }}>{carton.number}</Link>, <Content key="content" carton={carton} />, carton.note,
            carton.scannedAt === null ? '' : instant(carton.scannedAt, 'short'), carton.scannedByName ?? '', ...(mayChange ? [carton.status === 'SCANNED' && acts(carton)] : []),
          ],
        }))}
      />
      {counted && <CountDialog carton={counted} onClose={() => setCounted(undefined)} />}
    </>
  )
}

/** What it was found to hold; loudly where its label says something else. */
function Content({ carton: { quantity, countedQuantity, unitCode } }: { readonly carton: Carton }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const sized = (pieces: typeof quantity) => `${decimal(pieces)}\u00a0${unitCode}`
  if (countedQuantity === null || countedQuantity === quantity) return sized(quantity)
  return <Box component="span" sx={{ color: 'warning.main' }}><b>{sized(countedQuantity)}</b> ({t('finishedGoods.receive.labelSays', { quantity: sized(quantity) })})</Box>
}
