import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import type { BomLine } from '../../shared/engineering/boms.ts'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'

/** Takes a line that is kept out of a draft. */
export function RemoveLineDialog({ lines, onClose }: { readonly lines: readonly BomLine[]; onClose(): void }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const titleId = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const line = lines.find(({ id }) => id === chosen)
  const remove = useCommand(useApi().engineering.removeBomLine, { done: () => t('engineering.done.lineRemoved'), onSuccess: onClose })
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('engineering.bom.removeLine')}</DialogTitle>
      <DialogContent sx={{ pt: '8px !important' }}>
        <SelectInput
          label={t('engineering.fields.componentItemId')} value={chosen} onChange={setChosen} autoFocus
          options={lines.map(one => ({ value: one.id, label: `${one.componentCode} — ${one.componentName} (${decimal(one.quantity)} ${one.unitCode})` }))}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('buttons.cancel')}</Button>
        <Button variant="contained" color="error" disabled={!line} loading={remove.isPending} onClick={() => line && remove.mutate({ id: line.id, version: line.version })}>{t('engineering.bom.removeLine')}</Button>
      </DialogActions>
    </Dialog>
  )
}
