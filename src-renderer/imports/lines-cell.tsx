import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { lineChanges, readLines, type LineChange, type WrittenLine } from '../../shared/engineering/line-text.ts'
import type { FieldValue } from '../../shared/imports/target.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

export interface LinesCellProps { readonly said: FieldValue | undefined; /** What they are in place of. */ readonly kept: FieldValue | undefined; /** How many, in words. */ readonly count: string }

const changesShown = 2

/** The lines of a BOM, counted; where they change, what changes. All of them are told when it is pointed at. */
export function LinesCell({ said, kept, count }: LinesCellProps): ReactNode {
  const t = useText()
  const { plain, integer } = useFormats()
  const amount = ({ quantity, unit }: WrittenLine) => `${plain(quantity)} ${unit}`
  const lines = readLines(String(said ?? ''))
  if (kept === undefined) return <Box component="span" title={lines.map(line => `${line.component}: ${amount(line)}`).join('\n')}>{count}</Box>
  const changes = lineChanges(readLines(String(kept ?? '')), lines).map(change => changeText(change, amount))
  const rest = changes.length - changesShown
  return (
    <Box component="span" title={changes.join('\n')}>
      <Box component="b" sx={{ color: 'primary.main', mr: 0.75 }}>{changes.slice(0, changesShown).join('; ')}</Box>
      {rest > 0 && <Box component="span" sx={{ color: 'text.secondary' }}>{t('imports.parts.moreChanges', { shown: integer(rest) })}</Box>}
    </Box>
  )
}

/** “+ KN-01: 2 Yard”, “− KN-02: 1 Yard”, “KN-03: 1 Yard → 1,5 Yard”. */
function changeText({ before, after }: LineChange, amount: (line: WrittenLine) => string): string {
  if (!before) return after ? `+ ${after.component}: ${amount(after)}` : ''
  if (after && amount(before) === amount(after) && after.substitutes !== '' && before.substitutes !== after.substitutes) return `${after.component}: ${before.substitutes || '–'} → ${after.substitutes}`
  return after ? `${after.component}: ${amount(before)} → ${amount(after)}` : `− ${before.component}: ${amount(before)}`
}
