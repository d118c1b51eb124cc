import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { InputIssue } from '../../shared/core/errors.ts'
import { issueText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'

export interface RefusedLinesProps {
  readonly issues: readonly InputIssue[]
  /** What stands in a line, from 0. */
  nameOf?(line: number): string | undefined
}

/** Which lines of a list were refused, and why. */
export function RefusedLines({ issues, nameOf }: RefusedLinesProps): ReactNode {
  const t = useText()
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
      {issues.map(issue => {
        const line = issue.path.find(part => typeof part === 'number')
        const where = line === undefined ? [] : [t('form.row', { row: line + 1 }), nameOf?.(line)]
        return <li key={issue.path.join(' ')}>{[where.filter(Boolean).join(', '), issueText(issue)].filter(Boolean).join(': ')}</li>
      })}
    </Box>
  )
}
