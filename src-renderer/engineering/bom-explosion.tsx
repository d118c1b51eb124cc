import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import { decimal as decimalOf, isPositive, isZero } from '../../shared/core/decimal.ts'
import type { BomDetail } from '../../shared/engineering/boms.ts'
import type { ExplosionRow } from '../../shared/engineering/explosion.ts'
import { FigureRow } from '../components/figure-row.tsx'
import { DecimalInput } from '../components/number-field.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useDebounced } from '../core/debounced.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

const typingPause = 200

/** BM-8: what so many would take, step by step, and what has to be bought for them. */
export function BomExplosion({ bom }: { readonly bom: BomDetail }): ReactNode {
  const t = useText()
  const { decimal, percent, price, integer } = useFormats()
  const [typed, setTyped] = useState<string | null>('480')
  const quantity = useDebounced(typed, typingPause)
  const isAsked = quantity !== null && isQuantity(quantity)
  const { data, error } = useLive(useApi().engineering.explodeBom, { id: bom.id, quantity: isAsked ? quantity : '1' }, { enabled: isAsked })
  const figures = data ? [
    { label: t('engineering.explosion.materials'), value: integer(data.materials.length) },
    ...(data.materialCost === undefined ? [] : [{ label: t('engineering.explosion.cost'), value: price(data.materialCost), hint: data.uncosted > 0 ? t('engineering.explosion.uncosted', { count: data.uncosted }) : undefined }]),
    ...(isZero(data.laborHours) ? [] : [{ label: t('engineering.fields.laborHours'), value: decimal(data.laborHours) }]),
    ...(data.laborCost === undefined || isZero(data.laborCost) ? [] : [{ label: t('engineering.explosion.laborCost'), value: price(data.laborCost) }]),
    ...(data.costPerUnit === undefined ? [] : [{ label: t('engineering.explosion.costPerUnit', { unit: bom.unitCode }), value: price(data.costPerUnit) }]),
  ] : []
  const hasCost = data?.totalCost !== undefined
  return (
    <>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '240px 1fr' }, alignItems: 'center' }}>
        <DecimalInput label={t('engineering.explosion.quantity')} value={typed} onChange={setTyped} unit={bom.unitCode} {...(!isAsked && { error: t('issues.not-positive') })} />
        <FigureRow figures={figures} />
      </Box>
      {error && <Alert severity="error">{errorText(error)}</Alert>}
      {data && (
        <>
          <Section title={t('engineering.explosion.steps')} hint={t('engineering.explosion.stepsHint')}>
            <PlainTable
              label={t('engineering.explosion.steps')} head={[t('engineering.fields.componentItemId'), { words: t('engineering.fields.stage') }, t('engineering.explosion.perOutput'), t('engineering.fields.wastagePercent'), t('engineering.explosion.needed')]}
              rows={data.rows.map(row => ({
                key: row.key, cells: [
                  <StepName key="name" row={row} />, row.sectionName ?? '', `${decimal(row.lineQuantity)} ${row.lineUnitCode} / ${decimal(row.outputQuantity)}`, isZero(row.wastagePercent) ? '' : percent(row.wastagePercent), `${decimal(row.quantity)} ${row.unitCode}`,
                ],
              }))}
            />
          </Section>
          <Section title={t('engineering.explosion.toBuy')}>
            <PlainTable
              label={t('engineering.explosion.toBuy')} head={[t('fields.itemId'), t('fields.quantity'), ...(hasCost ? [t('fields.unitCost'), t('engineering.explosion.cost')] : [])]}
              rows={data.materials.map(row => ({
                key: row.itemId, cells: [
                  <span key="name"><b>{row.itemCode}</b> {row.itemName}</span>, `${row.isExact ? '' : '≈ '}${decimal(row.quantity)} ${row.unitCode}`,
                  ...(hasCost ? [row.unitCost === null || row.unitCost === undefined ? '–' : price(row.unitCost), row.amount === null || row.amount === undefined ? '–' : price(row.amount)] : []),
                ],
              }))}
            />
          </Section>
        </>
      )}
    </>
  )
}

function StepName({ row: { level, itemCode, itemName, isMade } }: { readonly row: ExplosionRow }): ReactNode {
  return <Box sx={{ pl: level * 2.5, fontWeight: isMade ? 600 : 400 }}>{level > 0 && <span aria-hidden>└ </span>}{itemCode} {itemName}</Box>
}

function isQuantity(text: string): boolean {
  try {
    return isPositive(decimalOf(text))
  } catch {
    return false
  }
}
