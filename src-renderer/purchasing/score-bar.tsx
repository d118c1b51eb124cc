import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import LinearProgress from '@mui/material/LinearProgress'
import type { ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'
import type { purchasing } from '../../shared/purchasing/contract.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

export interface ScoreBarProps {
  readonly vendor: OutputOf<typeof purchasing.listVendorScores>[number]
  readonly isChosen: boolean
  onChoose(): void
}

/** One vendor with its score as a bar. */
export function ScoreBar({ vendor: { partnerName, score, receipts, onTime }, isChosen, onChoose }: ScoreBarProps): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const name = score === null ? '–' : decimal(score)
  return (
    <li>
      <ButtonBase
        aria-pressed={isChosen} onClick={onChoose}
        sx={{ width: '100%', display: 'grid', gap: 0.5, p: 1.25, borderRadius: 1, textAlign: 'left', gridTemplateColumns: 'minmax(0, 1fr)', ...(isChosen && { bgcolor: 'tint.primary' }), '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' } }}
      >
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontVariantNumeric: 'tabular-nums' }}><b>{partnerName}</b><b>{name}</b></Box>
        <LinearProgress variant="determinate" value={score === null ? 0 : Number(decimalText(score))} aria-label={t('purchasing.vendors.of', { score: name })} sx={{ height: 8, borderRadius: 4 }} />
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{receipts === 0 ? t('purchasing.vendors.noReceipts') : t('purchasing.vendors.receipts', { onTime, count: receipts })}</Box>
      </ButtonBase>
    </li>
  )
}
