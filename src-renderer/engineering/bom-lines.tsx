import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { isZero } from '../../shared/core/decimal.ts'
import type { BomDetail } from '../../shared/engineering/boms.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { BomSubstitutes } from './bom-substitutes.tsx'

/** The components, and what may stand in for them. */
export function BomLines({ bom }: { readonly bom: BomDetail }): ReactNode {
  const t = useText()
  const { decimal, percent } = useFormats()
  const rows = bom.lines.map(line => ({
    key: line.id, cells: [
      <Box key="name" sx={{ overflowWrap: 'anywhere' }}><b>{line.componentCode}</b> {line.componentName}{line.isMade && <> <StatusChip tone="running" label={t('engineering.bom.isMade')} /></>}</Box>,
      `${decimal(line.quantity)} ${line.unitCode}`, isZero(line.wastagePercent) ? '' : percent(line.wastagePercent), t(`engineering.selections.${line.selection}`),
    ],
  }))
  return (
    <>
      <Section title={t('engineering.bom.tabs.lines')}>
        <PlainTable label={t('engineering.bom.tabs.lines')} head={[t('engineering.fields.componentItemId'), t('fields.quantity'), t('engineering.fields.wastagePercent'), { words: t('engineering.fields.selection') }]} rows={rows} />
      </Section>
      {bom.kind === 'PRODUCTION' && <BomSubstitutes bom={bom} />}
    </>
  )
}
