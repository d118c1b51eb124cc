import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { Transfer } from '../../shared/transfers/slips.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { marksOf, SlipChip } from './looks.tsx'
import { slipPath } from './paths.ts'
import { SlipActs } from './slip-acts.tsx'

/** A slip in the hand: what it is, how many, from where to where, and what is to be done with it. */
export function SlipCard({ slip, end, onActing }: { readonly slip: Transfer; readonly end: 'from' | 'to'; onActing(slip: Transfer | undefined): void }): ReactNode {
  const t = useText()
  const { decimal, minutes: minutesText } = useFormats()
  const { id, number, itemName, articleName, quantity, productionLineName, batch, block, minutes } = slip
  return (
    <Card variant="outlined" component="article" aria-label={number} sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'start', gap: 1 }}>
        <Box sx={{ minWidth: 0 }}>
          <Typography sx={{ fontWeight: 650 }}>{itemName ?? articleName}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}><Link component={RouterLink} to={slipPath(id)}>{number}</Link> · {minutesText(minutes)}</Typography>
        </Box>
        <SlipChip slip={slip} />
      </Box>
      <Typography>
        <b>{t('transfers.pieces', { quantity: decimal(quantity) })}</b> · {t('transfers.fromTo', { from: slip.fromSectionName, to: slip.toSectionName })}{productionLineName !== null && ` · ${productionLineName}`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{[batch, marksOf(slip)].filter(Boolean).join(' · ')}</Typography>
      {block !== null && <Alert severity={block === 'SEGREGATION' ? 'error' : 'warning'}>{t(`transfers.doWhat.${block}`)}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end', mt: 'auto' }}><SlipActs slip={slip} end={end} hasPrint={end === 'from'} onActing={onActing} /></Box>
    </Card>
  )
}
