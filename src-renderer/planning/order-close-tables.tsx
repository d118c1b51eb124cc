import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { compareDecimals, decimalText, isNegative, isPositive, isZero, type Decimal } from '../../shared/core/decimal.ts'
import type { OrderClose } from '../../shared/planning/closing.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { NothingYet } from './nothing-yet.tsx'

interface CloseProps { readonly close: OrderClose }

/** Target against good pieces, each with a bar: looked at rather than read. */
export function ClosedStages({ close: { stages } }: CloseProps): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  if (stages.length === 0) return <NothingYet>{t('planning.close.noStages')}</NothingYet>
  return (
    <PlainTable
      label={t('planning.close.tabs.stages')}
      head={[t('planning.orders.stage'), { prose: t('planning.close.part') }, t('planning.close.target'), t('planning.close.good'), t('planning.close.difference'), { words: t('planning.close.share') }]}
      rows={stages.map(({ key, stageName, partName, planned, actual, difference, percent }) => ({
        key, cells: [<b key="stage">{stageName}</b>, partName, decimal(planned), <b key="good">{decimal(actual)}</b>, <Signed key="difference" value={difference} />, <Share key="share" percent={percent} isGood={!isNegative(difference)} />],
      }))}
    />
  )
}

export function ClosedMaterials({ close: { materials } }: CloseProps): ReactNode {
  const t = useText()
  const { decimal, money } = useFormats()
  const hasValues = materials.some(({ value }) => value !== undefined && value !== null)
  if (materials.length === 0) return <NothingYet>{t('planning.close.noMaterials')}</NothingYet>
  return (
    <PlainTable
      label={t('planning.close.tabs.materials')}
      head={[t('planning.close.material'), t('planning.close.byBom'), t('planning.close.used'), t('planning.close.difference'), { words: t('planning.close.share') }, ...(hasValues ? [t('planning.close.value')] : [])]}
      rows={materials.map(({ itemId, itemCode, itemName, unitCode, unitPlaces, planned, actual, difference, percent, value }) => ({
        key: itemId,
        cells: [
          <span key="item"><b>{itemCode}</b> {itemName}</span>, `${decimal(planned, unitPlaces)}\u00a0${unitCode}`, <b key="used">{`${decimal(actual, unitPlaces)}\u00a0${unitCode}`}</b>,
          <Signed key="difference" value={difference} places={unitPlaces} />, <Share key="share" percent={percent} isGood={!isPositive(difference)} />,
          ...(hasValues ? [value === undefined || value === null ? '–' : money(value)] : []),
        ],
      }))}
    />
  )
}

export function ClosedPurchases({ close: { purchases } }: CloseProps): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  if (purchases.length === 0) return <NothingYet>{t('planning.close.noPurchases')}</NothingYet>
  return (
    <PlainTable
      label={t('planning.close.tabs.purchases')}
      head={[t('planning.close.material'), t('planning.close.byPurchaseBom'), t('planning.close.bought'), t('planning.close.difference'), { words: t('planning.close.share') }]}
      rows={purchases.map(({ itemId, itemCode, itemName, unitCode, unitPlaces, planned, actual, difference, percent }) => ({
        key: itemId,
        cells: [
          <span key="item"><b>{itemCode}</b> {itemName}</span>, `${decimal(planned, unitPlaces)}\u00a0${unitCode}`, <b key="bought">{`${decimal(actual, unitPlaces)}\u00a0${unitCode}`}</b>,
          <Signed key="difference" value={difference} places={unitPlaces} />, <Share key="share" percent={percent} isGood={!isNegative(difference)} />,
        ],
      }))}
    />
  )
}

/** What went wrong at each stage, and what of each material was wasted beyond what the BOM allows. */
export function ClosedWaste({ close: { stages, materials } }: CloseProps): ReactNode {
  const t = useText()
  const { decimal, percent } = useFormats()
  return (
    <>
      <PlainTable
        label={t('planning.close.ways.REJECTS')}
        head={[t('planning.orders.stage'), { prose: t('planning.close.part') }, t('planning.close.reject'), { words: t('planning.close.rejectShare') }, t('planning.close.expectedLoss')]}
        rows={stages.map(({ key, stageName, partName, reject, rejectPercent, lossPercent }) => ({
          key, cells: [<b key="stage">{stageName}</b>, partName, <b key="reject">{decimal(reject)}</b>, <Share key="share" percent={rejectPercent} isGood={rejectPercent === null || compareDecimals(rejectPercent, lossPercent) <= 0} />, percent(lossPercent)],
        }))}
      />
      <Box sx={{ borderTop: 1, borderColor: 'divider' }}>
        <PlainTable
          label={t('planning.close.ways.WASTAGE')} head={[t('planning.close.material'), t('planning.close.allowance'), t('planning.close.wasted'), t('planning.close.difference')]}
          rows={materials.filter(({ actual }) => !isZero(actual)).map(({ itemId, itemCode, itemName, unitCode, unitPlaces, wasted, allowance, difference }) => ({
            key: itemId,
            cells: [
              <span key="item"><b>{itemCode}</b> {itemName}</span>, `${decimal(allowance, unitPlaces)}\u00a0${unitCode}`, <b key="wasted">{`${decimal(wasted, unitPlaces)}\u00a0${unitCode}`}</b>,
              <Signed key="difference" value={difference} places={unitPlaces} isLoud={isPositive(difference)} />,
            ],
          }))}
        />
      </Box>
    </>
  )
}

/** With its sign, so that more and less are told apart at a glance. */
function Signed({ value, places, isLoud = false }: { readonly value: Decimal; readonly places?: number; readonly isLoud?: boolean }): ReactNode {
  const { decimal } = useFormats()
  if (isZero(value)) return '–'
  return <Box component="span" sx={{ ...(isLoud && { color: 'error.main', fontWeight: 600 }) }}>{`${isPositive(value) ? '+' : ''}${decimal(value, places)}`}</Box>
}

/** A share as a bar and in figures; what is not as it should be is told by colour and by its number. */
function Share({ percent: value, isGood }: { readonly percent: Decimal | null; readonly isGood: boolean }): ReactNode {
  const { percent } = useFormats()
  if (value === null) return '–'
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box aria-hidden sx={{ width: 110, height: 8, borderRadius: 1, bgcolor: 'tint.neutral', overflow: 'hidden' }}>
        <Box sx={{ height: '100%', width: `${Math.min(100, Math.max(0, Number(decimalText(value))))}%`, bgcolor: isGood ? 'success.main' : 'warning.main' }} />
      </Box>
      <span>{percent(value)}</span>
    </Box>
  )
}
