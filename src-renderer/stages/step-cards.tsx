import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useEffect, useState, type ReactNode } from 'react'
import { decimalText, isPositive } from '../../shared/core/decimal.ts'
import { isYieldMet, minutesFor, stepRules, yieldPercent } from '../../shared/stages/rules.ts'
import type { StageWork, StepWork } from '../../shared/stages/work.ts'
import { isInDialog, isTyping, useKeyHints, type KeyHintGroup } from '../components/key-hints.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText, type Translate } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { isHeld } from './held.ts'
import { StepDialog } from './step-dialog.tsx'

const stepKeys = (t: Translate): KeyHintGroup => ({ title: t('stages.keys'), hints: [{ keys: ['1', '…', '9'], text: t('stages.keyEnter') }] })

/** The steps in their order, each with what went in and what came out; a digit enters one. */
export function StepCards({ work }: { readonly work: StageWork }): ReactNode {
  const t = useText()
  const mayEnter = useMay()('process.enterDailyProduction') && !['VOIDED', 'CANCELLED'].includes(work.status) && !isHeld(work)
  const [stepId, setStepId] = useState<string>()
  const counted = work.steps.filter(({ kind }) => stepRules[kind].isCounted)
  const step = counted.find(({ id }) => id === stepId)
  useKeyHints(stepKeys)
  useEffect(() => {
    if (!mayEnter) return undefined
    const enter = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || isInDialog(event.target)) return
      const chosen = counted[Number(event.key) - 1]
      if (!chosen) return
      event.preventDefault()
      setStepId(chosen.id)
    }
    window.addEventListener('keydown', enter)
    return () => window.removeEventListener('keydown', enter)
  })
  return (
    <Box component="ol" aria-label={t('stages.steps')} sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))' }}>
      {work.steps.map(one => <StepCard key={one.id} step={one} digit={counted.indexOf(one) + 1} onEnter={mayEnter && stepRules[one.kind].isCounted ? () => setStepId(one.id) : undefined} />)}
      {step && <StepDialog work={work} step={step} onClose={() => setStepId(undefined)} />}
    </Box>
  )
}

interface StepCardProps { readonly step: StepWork; readonly digit: number; readonly onEnter: (() => void) | undefined }

function StepCard({ step, digit, onEnter }: StepCardProps): ReactNode {
  const t = useText()
  const { isCounted } = stepRules[step.kind]
  return (
    <Paper component="li" variant="outlined" sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1, ...(!isCounted && { bgcolor: 'tint.neutral' }) }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography component="h3" variant="h3" sx={{ flex: 1, minWidth: 0 }}>{step.name}</Typography>
        {step.kind === 'CRITICAL' && <StatusChip tone="warning" label={t('stages.critical')} />}
        {!isCounted && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('stages.plain')}</Typography>}
      </Box>
      {isCounted && <Counts step={step} />}
      {isCounted && <Yield step={step} />}
      {isCounted && <Ready step={step} digit={digit} onEnter={onEnter} />}
    </Paper>
  )
}

/** What went in and what became of it; what is nothing is left out, but what passed. */
function Counts({ step: { input, passed, inRework, scrap, loss } }: { readonly step: StepWork }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const counts = [
    ['inputQuantity', input, true, 'text.primary'], ['goodQuantity', passed, true, 'success.main'], ['reworkQuantity', inRework, isPositive(inRework), 'warning.main'],
    ['scrapQuantity', scrap, isPositive(scrap), 'error.main'], ['loss', loss, isPositive(loss), 'error.main'],
  ] as const
  return (
    <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5 }}>
      {counts.filter(([, , isShown]) => isShown).map(([field, quantity, , color]) => (
        <Box key={field}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>{t(`stages.fields.${field}`)}</Typography>
          <Box component="dd" sx={{ m: 0, fontSize: '1.25rem', fontWeight: 650, fontVariantNumeric: 'tabular-nums', color }}>{decimal(quantity)}</Box>
        </Box>
      ))}
    </Box>
  )
}

/** PX-13: live, green where it reaches its target. */
function Yield({ step: { name, input, passed, targetPercent } }: { readonly step: StepWork }): ReactNode {
  const t = useText()
  const { percent } = useFormats()
  const share = yieldPercent(passed, input)
  if (share === null) return null
  const isMet = isYieldMet(passed, input, targetPercent)
  const label = `${t('stages.yield')} ${percent(share)}${targetPercent === null ? '' : ` · ${t('stages.yieldTarget', { percent: percent(targetPercent) })}`}`
  return (
    <Box sx={{ display: 'grid', gap: 0.75, justifyItems: 'start' }}>
      <LinearProgress variant="determinate" aria-label={name} color={isMet === null ? 'primary' : isMet ? 'success' : 'error'} value={Math.min(100, Number(decimalText(share)))} sx={{ width: '100%', height: 6, borderRadius: 1 }} />
      {isMet === null ? <Typography variant="body2">{label}</Typography> : <StatusChip tone={isMet ? 'good' : 'bad'} label={label} />}
    </Box>
  )
}

/** How many may go in next, how long that takes, and the act. */
function Ready({ step: { name, room, minutesPerPiece }, digit, onEnter }: StepCardProps): ReactNode {
  const t = useText()
  const { decimal, integer } = useFormats()
  const minutes = room !== null && isPositive(room) ? minutesFor(room, minutesPerPiece) : null
  return (
    <Box sx={{ mt: 'auto', display: 'flex', alignItems: 'end', gap: 1 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('stages.room')}: <Box component="b" sx={{ color: 'text.primary' }}>{room === null ? t('stages.enough') : decimal(room)}</Box></Typography>
        {minutes !== null && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('stages.minutes', { minutes: integer(minutes) })}</Typography>}
      </Box>
      {onEnter && <Button variant="contained" onClick={onEnter} aria-label={`${t('stages.enter')} ${name}`} aria-keyshortcuts={String(digit)}>{t('stages.enter')}</Button>}
    </Box>
  )
}
