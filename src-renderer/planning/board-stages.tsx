import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { ReactNode } from 'react'
import { toPlaces } from '../../shared/core/decimal.ts'
import type { BoardStage } from '../../shared/planning/board.ts'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { ProgressBar } from './progress-bar.tsx'
import type { ShownBoard } from './board-filter.ts'

/** What each stage has made against what should be there; pressing one leaves only its work orders. */
export function BoardStages({ stages, shown }: { readonly stages: readonly BoardStage[]; readonly shown: ShownBoard }): ReactNode {
  const t = useText()
  const { productionStageId: chosen } = shown.filter
  return (
    <Section title={t('planning.board.stages.title')} hint={t('planning.board.stages.hint')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {stages.map(stage => (
          <Box component="li" key={stage.productionStageId} sx={{ borderTop: 1, borderColor: 'divider' }}>
            <StageLine
              stage={stage}
              isChosen={stage.productionStageId === chosen}
              onChoose={() => shown.choose('productionStageId', stage.productionStageId === chosen ? undefined : stage.productionStageId)}
            />
          </Box>
        ))}
      </Box>
    </Section>
  )
}

interface StageLineProps {
  readonly stage: BoardStage
  readonly isChosen: boolean
  onChoose(): void
}

function StageLine({ stage, isChosen, onChoose }: StageLineProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const { name, produced, expected, target, troubled, isAlert } = stage
  const counts = { name, produced: integer(produced), expected: integer(expected), target: integer(target) }
  return (
    <ButtonBase
      aria-pressed={isChosen}
      aria-label={t('planning.board.stages.row', counts)}
      onClick={onChoose}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        width: '100%',
        gap: 0.75,
        px: 2,
        py: 1,
        textAlign: 'left',
        bgcolor: isChosen ? 'tint.selected' : 'transparent',
        '&:hover': { bgcolor: isChosen ? 'tint.selected' : 'action.hover' },
        '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.25 }}>
        <b>{name}</b>
        {troubled > 0 && <StatusChip tone={isAlert ? 'bad' : 'warning'} label={t('planning.board.stages.troubled', { count: troubled })} />}
        <Box sx={{ ml: 'auto', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
          <Variance stage={stage} />
        </Box>
      </Box>
      <ProgressBar {...stage} />
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          fontSize: '0.8125rem',
          color: 'text.secondary',
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        <span>{t('planning.board.ofTarget', { produced: counts.produced, target: counts.target })}</span>
        <span>{t('planning.board.expected', { expected: counts.expected })}</span>
      </Box>
    </ButtonBase>
  )
}

/** How far a stage is beyond its plan or short of it, with its sign. */
export function Variance({ stage: { variance, variancePercent, isAlert } }: { readonly stage: BoardStage }): ReactNode {
  const { integer, percent } = useFormats()
  const sign = variance > 0 ? '+' : ''
  return (
    <Box component="b" sx={{ color: isAlert ? 'error.main' : 'text.primary' }}>
      {sign}
      {integer(variance)}
      {variancePercent !== null && ` (${sign}${percent(toPlaces(variancePercent, 0))})`}
    </Box>
  )
}
