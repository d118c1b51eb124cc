import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import type { FileColumn } from '../../shared/imports/contract.ts'
import { replacementKey, type Replacement } from '../../shared/imports/replacements.ts'
import type { TargetField } from '../../shared/imports/target.ts'
import { TextInput } from '../components/text-field.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { ConstantInput } from './constant-input.tsx'

export interface ReplacementsDialogProps {
  readonly field: TargetField
  readonly label: string
  readonly column: FileColumn
  readonly replacements: readonly Replacement[]
  onReplace(replacement: Replacement): void
  onClose(): void
}

/** The heading of the column says it to the eye; a screen reader hears it at each entry. */
const heardOnly = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }

/** A text of the column with all its spellings, or one that only a saved mapping knows. */
interface TextLine { readonly text: string; readonly spellings: readonly string[]; readonly count: number; readonly to: string }

/** Every different text of a column, and what it is read as. */
export function ReplacementsDialog({ field, label, column, replacements, onReplace, onClose }: ReplacementsDialogProps): ReactNode {
  const t = useText()
  const id = useId()
  const { integer } = useFormats()
  const lines = linesOf(column, replacements)
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{t('imports.replace.title', { field: label.toLowerCase() })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('imports.replace.hint')}</Typography>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('imports.replace.inFile')}</TableCell>
              <TableCell align="right">{t('imports.replace.count')}</TableCell>
              <TableCell sx={{ width: '45%' }}>{t('imports.replace.readAs')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.map(({ text, spellings, count, to }) => (
              <TableRow key={replacementKey(text)}>
                <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{spellings.map(one => `‘${one}’`).join(', ')}</TableCell>
                <TableCell align="right" sx={{ color: 'text.secondary' }}>{count === 0 ? t('imports.replace.notHere') : integer(count)}</TableCell>
                <TableCell sx={{ '& label': heardOnly, '& label + .MuiInputBase-root': { mt: 0 } }}><ConstantInput field={field} label={t('imports.replace.as', { text: text.trim() })} value={to} onChange={value => onReplace({ from: text, to: value })} /></TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        {column.values === null && <OtherText field={field} onReplace={onReplace} />}
      </DialogContent>
      <DialogActions><Button variant="contained" onClick={onClose}>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}

/** For columns with more texts than anybody would look through. */
function OtherText({ field, onReplace }: Pick<ReplacementsDialogProps, 'field' | 'onReplace'>): ReactNode {
  const t = useText()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const isWhole = from.trim() !== '' && to.trim() !== ''
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isWhole) return
    onReplace({ from, to })
    setFrom('')
    setTo('')
  }
  return (
    <Box component="form" onSubmit={onSubmit} sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr auto', gap: 1, alignItems: 'end' }}>
      <TextInput label={t('imports.replace.other')} value={from} onChange={setFrom} />
      <ConstantInput field={field} label={t('imports.replace.readAs')} value={to} onChange={setTo} />
      <Button type="submit" variant="outlined" disabled={!isWhole}>{t('imports.replace.add')}</Button>
    </Box>
  )
}

function linesOf({ values }: FileColumn, replacements: readonly Replacement[]): TextLine[] {
  const toOf = (key: string) => replacements.find(({ from }) => replacementKey(from) === key)?.to ?? ''
  const here = [...Map.groupBy(values ?? [], ({ text }) => replacementKey(text))].map(([key, same]): TextLine => (
    { text: same[0]!.text, spellings: same.map(({ text }) => text), count: same.reduce((sum, { count }) => sum + count, 0), to: toOf(key) }
  ))
  const known = new Set(here.map(({ text }) => replacementKey(text)))
  const elsewhere = replacements.filter(({ from }) => !known.has(replacementKey(from))).map(({ from, to }): TextLine => ({ text: from, spellings: [from], count: 0, to }))
  return [...here, ...elsewhere]
}
