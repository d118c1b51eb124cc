import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useId, useState, type ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useText } from '../core/i18n.ts'
import type { EntryFormState } from './entry-form.tsx'

/**
 * Somebody saved while this form was open. Fields that only they changed are taken over, fields that only I changed stay mine;
 * where both changed, I choose. Saving stays my own act.
 */
export function ConflictDialog({ state, theirs }: { readonly state: EntryFormState; readonly theirs: FieldValues }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { faces, base } = state
  const mine = state.form.getValues()
  const isMine = (name: string) => !isSame(mine[name], base[name])
  const differing = [...faces.keys()].filter(name => isMine(name) && !isSame(mine[name], theirs[name]) && !isSame(theirs[name], base[name]))
  const kept = [...faces.keys()].filter(name => isMine(name))
  const [takesTheirs, setTakesTheirs] = useState<readonly string[]>([])
  const shown = (name: string, value: unknown) => (value === null || value === undefined || value === '' ? t('form.emptyValue') : (faces.get(name)?.show(value) ?? String(value)))
  const choose = (name: string, whose: string) => setTakesTheirs(whose === 'theirs' ? [...takesTheirs, name] : takesTheirs.filter(other => other !== name))
  const finish = () => state.resolve(Object.fromEntries(kept.filter(name => !takesTheirs.includes(name)).map(name => [name, mine[name] as unknown])))

  return (
    <Dialog open fullWidth maxWidth="md" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('form.conflictTitle')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{t(differing.length > 0 ? 'form.conflict' : 'form.conflictSame')}</DialogContentText>
        {differing.length > 0 && (
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('form.field')}</TableCell>
                <TableCell>{t('form.theirs')}</TableCell>
                <TableCell>{t('form.mine')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {differing.map(name => (
                <RadioGroup key={name} value={takesTheirs.includes(name) ? 'theirs' : 'mine'} onChange={(_event, whose) => choose(name, whose)} sx={{ display: 'contents' }} aria-label={faces.get(name)?.label}>
                  <TableRow>
                    <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>{faces.get(name)?.label}</TableCell>
                    <TableCell><FormControlLabel value="theirs" control={<Radio size="small" />} label={shown(name, theirs[name])} /></TableCell>
                    <TableCell><FormControlLabel value="mine" control={<Radio size="small" />} label={shown(name, mine[name])} /></TableCell>
                  </TableRow>
                </RadioGroup>
              ))}
            </TableBody>
          </Table>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={finish} autoFocus>{t('form.useChoice')}</Button>
      </DialogActions>
    </Dialog>
  )
}

function isSame(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => (value === null || value === undefined ? '' : value)
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}
