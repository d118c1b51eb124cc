import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { BatchDetail, BatchPart } from '../../shared/imports/contract.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

export interface PartChoiceProps {
  readonly batch: BatchDetail
  /** The list that is looked at; none is the file itself. */
  readonly part: TargetName | undefined
  onPart(part: TargetName | undefined): void
}

/** The lists of a file that gives several, and the file itself, which they are read from. */
export function PartChoice({ batch: { parts, rowCount }, part, onPart }: PartChoiceProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const partText = usePartText()
  const choices = [{ name: undefined, text: t('imports.parts.file', { rows: integer(rowCount) }) }, ...parts.map(one => ({ name: one.target, text: partText(one) }))]
  return (
    <Box role="group" aria-label={t('imports.parts.title')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {choices.map(({ name, text }) => (
        <Button key={text} size="small" variant={part === name ? 'contained' : 'outlined'} aria-pressed={part === name} onClick={() => onPart(name)}>{text}</Button>
      ))}
    </Box>
  )
}

/** “Lini produksi: 24 baru”. */
export function usePartText(): (part: BatchPart) => string {
  const t = useText()
  const { integer } = useFormats()
  return ({ target, newCount, changedCount }) => {
    const counts = [newCount > 0 && t('imports.parts.fresh', { rows: integer(newCount) }), changedCount > 0 && t('imports.parts.changed', { rows: integer(changedCount) })]
    return t('imports.parts.part', { target: t(`imports.targets.${target}`), counts: counts.filter(text => text !== false).join(', ') || t('imports.parts.nothing') })
  }
}
