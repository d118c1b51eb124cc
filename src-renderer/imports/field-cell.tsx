import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { ImportRecord } from '../../shared/imports/contract.ts'
import type { TargetField } from '../../shared/imports/target.ts'
import { LinesCell } from './lines-cell.tsx'
import { useValueText } from './wording.ts'

export interface FieldCellProps {
  readonly row: Pick<ImportRecord, 'status' | 'values' | 'before' | 'issues'>
  readonly field: TargetField
  /** What the file says, shown where it could not be read. */
  readonly inFile: string
}

/** A value as it would be saved; struck out behind it, what it replaces; in red, what could not be read. */
export function FieldCell({ row, field, inFile }: FieldCellProps): ReactNode {
  const textOfValue = useValueText()
  const { name } = field
  if (field.kind === 'lines') return <LinesCell said={row.values[name]} kept={row.status === 'changed' ? row.before[name] : undefined} count={textOfValue(field, row.values[name])} />
  const isRead = Object.hasOwn(row.values, name)
  const isFaulty = row.issues.some(({ column, weight }) => column === name && weight !== 'note')
  const text = isRead ? textOfValue(field, row.values[name]) : inFile
  if (row.status === 'changed' && Object.hasOwn(row.before, name)) {
    return (
      <Box component="span" title={`${textOfValue(field, row.before[name])} → ${text}`}>
        <Box component="b" sx={{ color: 'primary.main', mr: 0.75 }}>{text === '' ? '–' : text}</Box>
        <Box component="s" sx={{ color: 'text.secondary' }}>{textOfValue(field, row.before[name])}</Box>
      </Box>
    )
  }
  return <Box component="span" title={text} sx={isFaulty ? { color: 'error.main', fontWeight: 600 } : {}}>{text === '' && isFaulty ? '–' : text}</Box>
}
