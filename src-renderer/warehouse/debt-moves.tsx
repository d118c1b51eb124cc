import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { isNegative } from '../../shared/core/decimal.ts'
import type { DebtDetail } from '../../shared/warehouse/debts.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { recordPath } from '../core/paths.ts'
import { useQuantityTexts } from './quantities.ts'

/** What took something on the debt, and the goods that settled it. */
export function DebtMoves({ debt, issues, settlements }: DebtDetail): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const { full } = useQuantityTexts()
  const move = (seq: number) => <Link component={RouterLink} key={seq} to={recordPath('stockMove', String(seq))!}>#{seq}</Link>
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Section title={t('warehouse.debts.taken')} hint={t('warehouse.debts.takenHint')}>
        {issues.length === 0 ? <Nothing text={t('warehouse.debts.nothingTaken')} /> : (
          <PlainTable
            label={t('warehouse.debts.taken')} head={[{ words: t('warehouse.fields.time') }, { words: t('warehouse.fields.kind') }, t('warehouse.fields.quantity'), t('warehouse.debts.onDebt'), t('warehouse.debts.fields.owed'), { words: t('warehouse.fields.by') }]}
            rows={issues.map(row => ({ key: String(row.seq), cells: [instant(row.at, 'short'), move(row.seq), full(row.quantity, debt), full(row.onDebt, debt), row.reversedBy === null ? full(row.open, debt) : t('warehouse.moves.reversed'), row.createdByName] }))}
          />
        )}
      </Section>
      <Section title={t('warehouse.debts.settlements')} hint={t('warehouse.debts.settlementsHint')}>
        {settlements.length === 0 ? <Nothing text={t('warehouse.debts.nothingSettled')} /> : (
          <PlainTable
            label={t('warehouse.debts.settlements')} head={[{ words: t('warehouse.fields.time') }, t('warehouse.debts.fields.settled'), { words: t('warehouse.debts.lot') }, { words: t('warehouse.debts.cameWith') }, { words: t('warehouse.fields.by') }]}
            rows={settlements.map(row => ({ key: String(row.seq), cells: [instant(row.at, 'short'), isNegative(row.quantity) ? t('warehouse.debts.givenBack', { quantity: full(row.quantity, debt) }) : full(row.quantity, debt), row.lotCode, move(row.receiptSeq), row.createdByName] }))}
          />
        )}
      </Section>
    </Box>
  )
}

function Nothing({ text }: { readonly text: string }): ReactNode {
  return <Typography variant="body2" sx={{ px: 2, py: 1.5, color: 'text.secondary' }}>{text}</Typography>
}
