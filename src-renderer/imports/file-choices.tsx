import Description from '@mui/icons-material/DescriptionOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { Inspection } from '../../shared/imports/contract.ts'
import { delimiters, type Delimiter } from '../../shared/imports/file.ts'
import { IntegerInput } from '../components/number-field.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { FileChoice, Marks } from './inspection.ts'

const delimiterKeys = { ';': 'semicolonMark', ',': 'commaMark', '\t': 'tabMark', '|': 'barMark' } as const satisfies Record<Delimiter, string>

export interface FileChoicesProps {
  readonly seen: Inspection
  /** Whether it is one of several: then how it is read is told on demand. */
  readonly isOneOfMany: boolean
  /** Whether anything of the import is a date. */
  readonly hasDays: boolean
  onMarks(marks: Marks): void
  onLook(choice: FileChoice): void
  onRemove(): void
}

/** What a file is, and the marks it was read by; whoever knows better changes them. */
export function FileChoices({ seen, isOneOfMany, onRemove, ...choices }: FileChoicesProps): ReactNode {
  const t = useText()
  const { fileSize, integer } = useFormats()
  const [isOpen, setOpen] = useState(false)
  const { fileName, size, rowCount, sheet } = seen
  const facts = [fileSize(size), sheet, t('imports.file.rows', { count: rowCount, shown: integer(rowCount) })].filter(Boolean).join(' · ')
  return (
    <Box role="group" aria-label={fileName} sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Description sx={{ color: 'primary.main' }} />
        <Typography sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>{fileName}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>{facts}</Typography>
        {isOneOfMany && <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t('imports.file.howRead')}</Button>}
        <Button size="small" onClick={onRemove} aria-label={isOneOfMany ? t('imports.file.removeOf', { name: fileName }) : undefined}>{t(isOneOfMany ? 'imports.file.remove' : 'imports.file.change')}</Button>
      </Box>
      {(isOpen || !isOneOfMany) && <Reading seen={seen} {...choices} />}
    </Box>
  )
}

function Reading({ seen, hasDays, onMarks, onLook }: Omit<FileChoicesProps, 'isOneOfMany' | 'onRemove'>): ReactNode {
  const t = useText()
  const { sheets, sheet, delimiter, headingRow, decimalMark, dayOrder } = seen
  const marks = { decimalMark, dayOrder }
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fit, minmax(160px, 220px))' } }}>
      {sheets.length > 1 && (
        <SelectInput label={t('imports.file.sheet')} value={sheet} options={sheets.map(name => ({ value: name, label: name }))} onChange={name => name !== null && onLook({ sheet: name })} />
      )}
      {delimiter !== null && (
        <SelectInput
          label={t('imports.file.delimiter')} value={delimiter} options={delimiters.map(mark => ({ value: mark, label: t(`imports.file.${delimiterKeys[mark]}`) }))}
          onChange={mark => onLook({ delimiter: mark as Delimiter })}
        />
      )}
      <IntegerInput label={t('imports.file.headingRow')} value={headingRow} onChange={row => typeof row === 'number' && row >= 1 && row !== headingRow && onLook({ sheet, delimiter, headingRow: row })} />
      <SelectInput
        label={t('imports.file.decimalMark')} value={decimalMark} onChange={mark => onMarks({ ...marks, decimalMark: mark === '.' ? '.' : ',' })}
        options={[{ value: ',', label: t('imports.file.comma') }, { value: '.', label: t('imports.file.point') }]}
      />
      {hasDays && (
        <SelectInput
          label={t('imports.file.dayOrder')} value={dayOrder} onChange={order => onMarks({ ...marks, dayOrder: order === 'mdy' ? 'mdy' : 'dmy' })}
          options={[{ value: 'dmy', label: t('imports.file.dayFirst') }, { value: 'mdy', label: t('imports.file.monthFirst') }]}
        />
      )}
    </Box>
  )
}
