import Remove from '@mui/icons-material/RemoveCircleOutlineOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { isZero } from '../../shared/core/decimal.ts'
import type { ApprovalState } from '../../shared/engineering/rules.ts'
import type { BomDetail, BomVariant } from '../../shared/engineering/boms.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay, useUser } from '../core/session.ts'
import { VariantDialog } from './variant-dialog.tsx'

const tones: Readonly<Record<ApprovalState, Tone>> = { PENDING: 'waiting', APPROVED: 'good', REJECTED: 'bad' }

/** BM-4: what may stand in for the components, with all that whoever approves it goes by. */
export function BomSubstitutes({ bom }: { readonly bom: BomDetail }): ReactNode {
  const t = useText()
  const { decimal, percent, integer, price } = useFormats()
  const personName = usePersonName()
  const { canSeeCost } = useUser()
  const mayChange = useMay()('engineering.update') && bom.status !== 'RETIRED'
  const [isAdding, setAdding] = useState(false)
  const replaceable = bom.lines.filter(({ isMade }) => !isMade)
  const rows = bom.lines.flatMap(line => line.variants.map(variant => {
    const { quantityVariancePercent, weight, leadTimeDays, costVariance, addedByName } = variant
    return {
      key: variant.id, cells: [
        <b key="component">{line.componentCode}</b>, <span key="name">{variant.sequence}. <b>{variant.itemCode}</b> {variant.itemName}</span>,
        t(`engineering.bomVariantKinds.${variant.kind}`), isZero(quantityVariancePercent) ? '' : percent(quantityVariancePercent), decimal(weight), integer(leadTimeDays),
        ...(canSeeCost ? [costVariance === undefined || costVariance === null ? '–' : price(costVariance)] : []), addedByName === null ? '–' : personName(addedByName),
        <VariantActs key="acts" variant={variant} mayRemove={mayChange && (bom.status === 'DRAFT' || variant.approval !== 'APPROVED')} />,
      ],
    }
  }))
  const add = mayChange && replaceable.length > 0 && <Button size="small" onClick={() => setAdding(true)}>{t('engineering.bom.addVariant')}</Button>
  return (
    <Section title={t('engineering.bom.variants')} hint={t('engineering.bom.variantsHint')} actions={add}>
      {rows.length === 0
        ? <Typography variant="body2" sx={{ px: 2, py: 1, color: 'text.secondary' }}>{t('engineering.bom.noVariants')}</Typography>
        : (
          <PlainTable
            label={t('engineering.bom.variants')} rows={rows}
            head={[
              t('engineering.fields.componentItemId'), { prose: t('engineering.bom.variant') }, { words: t('fields.kind') }, t('engineering.fields.quantityVariancePercent'), t('engineering.fields.weight'),
              t('engineering.fields.leadTimeDays'), ...(canSeeCost ? [t('engineering.fields.costVariance')] : []), { words: t('engineering.fields.addedBy') }, { words: t('engineering.fields.approval') },
            ]}
          />
        )}
      {isAdding && <VariantDialog lines={replaceable} onClose={() => setAdding(false)} />}
    </Section>
  )
}

/** BM-4: it counts once somebody else than who put it forward has approved it. */
function VariantActs({ variant: { id, version, approval, addedBy, itemName }, mayRemove }: { readonly variant: BomVariant; readonly mayRemove: boolean }): ReactNode {
  const t = useText()
  const { id: userId } = useUser()
  const { engineering } = useApi()
  const mayDecide = useMay()('engineering.approve') && approval === 'PENDING' && addedBy !== userId
  const decide = useCommand(engineering.decideVariant, { done: decided => t('engineering.done.decided', { item: decided.itemName }) })
  const remove = useCommand(engineering.removeVariant, { done: () => t('engineering.done.variantRemoved', { item: itemName }) })
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      {mayDecide
        ? (
          <>
            <Button size="small" variant="contained" onClick={() => decide.mutate({ id, version, approval: 'APPROVED' })}>{t('buttons.approve')}</Button>
            <Button size="small" color="error" onClick={() => decide.mutate({ id, version, approval: 'REJECTED' })}>{t('buttons.reject')}</Button>
          </>
        )
        : <StatusChip tone={tones[approval]} label={t(`engineering.approvals.${approval}`)} />}
      {mayRemove && <Button size="small" startIcon={<Remove />} loading={remove.isPending} onClick={() => remove.mutate({ id, version })}>{t('engineering.bom.removeVariant')}</Button>}
    </Box>
  )
}
