import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { ReworkCard, StageWork } from '../../shared/stages/work.ts'
import { Section } from '../components/section.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { CardActs } from './card-acts.tsx'
import { isHeld } from './held.ts'
import { CardChip } from './looks.tsx'

/** The cards of a work order: where its pieces went back to, how often, and what became of them. */
export function CardList({ work, onInspect }: { readonly work: StageWork; onInspect(card: ReworkCard): void }): ReactNode {
  const t = useText()
  const mayEnter = useMay()('process.enterDailyProduction') && !isHeld(work)
  return (
    <Section title={t('stages.cards')}>
      <Box component="ul" sx={{ m: 0, p: 2, listStyle: 'none', display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(420px, 100%), 1fr))' }}>
        {work.cards.map(card => <Card key={card.id} card={card} mayEnter={mayEnter} onInspect={() => onInspect(card)} />)}
      </Box>
    </Section>
  )
}

function Card({ card, mayEnter, onInspect }: { readonly card: ReworkCard; readonly mayEnter: boolean; onInspect(): void }): ReactNode {
  const t = useText()
  const { decimal, integer } = useFormats()
  const figures = [
    ['openQuantity', `${decimal(card.openQuantity)} / ${decimal(card.quantity)}`], ['recovered', decimal(card.recoveredQuantity)], ['scrapQuantity', decimal(card.scrapQuantity)], ['cycle', integer(card.cycle)],
  ] as const
  return (
    <Paper component="li" variant="outlined" sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Box component="b" sx={{ flex: 1 }}>{card.number}</Box>
        <CardChip card={card} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{[t('stages.fromTo', { from: card.stepName, to: card.returnStepName }), card.defectReasonName].filter(Boolean).join(' · ')}</Typography>
      <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}>
        {figures.map(([field, value]) => (
          <Box key={field}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>{t(`stages.fields.${field}`)}</Typography>
            <Box component="dd" sx={{ m: 0, fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>{value}</Box>
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'end', gap: 1 }}>
        <CardActs card={card} mayEnter={mayEnter} />
        {mayEnter && card.status === 'OPEN' && <Button variant="contained" onClick={onInspect}>{t('stages.inspect')}</Button>}
      </Box>
    </Paper>
  )
}
