import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { isZero } from '../../shared/core/decimal.ts'
import type { ApprovalState } from '../../shared/engineering/rules.ts'
import type { BomDetail, BomLine, BomVariant } from '../../shared/engineering/boms.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { VariantDialog } from './variant-dialog.tsx'

const tones: Readonly<Record<ApprovalState, Tone>> = { PENDING: 'waiting', APPROVED: 'good', REJECTED: 'bad' }

/** The components, and below each what may stand in for it. */
export function BomLines({ bom }: { readonly bom: BomDetail }): ReactNode {
  const t = useText()
  const { decimal, percent } = useFormats()
  const mayChange = useMay()('engineering.update') && bom.kind === 'PRODUCTION' && bom.status === 'ACTIVE'
  const [varied, setVaried] = useState<BomLine>()
  const rows = bom.lines.flatMap(line => [
    {
      key: line.id, cells: [
        <Box key="name" sx={{ overflowWrap: 'anywhere' }}><b>{line.componentCode}</b> {line.componentName}{line.isMade && <> <StatusChip tone="running" label={t('engineering.bom.isMade')} /></>}</Box>,
        `${decimal(line.quantity)} ${line.unitCode}`, isZero(line.wastagePercent) ? '' : percent(line.wastagePercent), t(`engineering.selections.${line.selection}`),
        mayChange && !line.isMade ? <Button key="add" size="small" onClick={() => setVaried(line)}>{t('engineering.bom.addVariant')}</Button> : '',
      ],
    },
    ...line.variants.map(variant => ({ key: variant.id, cells: [<VariantName key="name" variant={variant} />, '', isZero(variant.quantityVariancePercent) ? '' : percent(variant.quantityVariancePercent), t(`engineering.bomVariantKinds.${variant.kind}`), <VariantState key="state" variant={variant} />] })),
  ])
  return (
    <Section title={t('engineering.bom.tabs.lines')}>
      <PlainTable label={t('engineering.bom.tabs.lines')} head={[t('engineering.fields.componentItemId'), t('fields.quantity'), t('engineering.fields.wastagePercent'), { words: t('engineering.fields.selection') }, { words: t('engineering.bom.variants') }]} rows={rows} />
      {varied && <VariantDialog line={varied} onClose={() => setVaried(undefined)} />}
    </Section>
  )
}

function VariantName({ variant: { sequence, itemCode, itemName } }: { readonly variant: BomVariant }): ReactNode {
  return <Box sx={{ pl: 3, color: 'text.secondary' }}>{sequence}. {itemCode} {itemName}</Box>
}

/** BM-4: it counts once somebody who may has approved it. */
function VariantState({ variant: { id, version, approval } }: { readonly variant: BomVariant }): ReactNode {
  const t = useText()
  const mayDecide = useMay()('engineering.approve') && approval === 'PENDING'
  const decide = useCommand(useApi().engineering.decideVariant, { done: ({ itemName }) => t('engineering.done.decided', { item: itemName }) })
  if (!mayDecide) return <StatusChip tone={tones[approval]} label={t(`engineering.approvals.${approval}`)} />
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Button size="small" variant="contained" onClick={() => decide.mutate({ id, version, approval: 'APPROVED' })}>{t('buttons.approve')}</Button>
      <Button size="small" color="error" onClick={() => decide.mutate({ id, version, approval: 'REJECTED' })}>{t('buttons.reject')}</Button>
    </Box>
  )
}
