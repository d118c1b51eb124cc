import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import type { OperatorRow } from '../../shared/operators/contract.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { PasswordField, TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { showDone } from '../core/toasts.ts'

interface OperatorProps { readonly operator: OperatorRow; onClose(): void }

/** PIN and badge of one person: given, or taken off. */
export function OperatorDialog(props: OperatorProps): ReactNode {
  const t = useText()
  const titleId = useId()
  const [form, setForm] = useState<'pin' | 'badge'>()
  const { operator: { id: userId, fullName: name, hasPin, hasBadge }, onClose } = props
  const clear = useCommand(useApi().operators.clearPass, { done: (_output, { what }) => t(what === 'pin' ? 'operators.pinCleared' : 'operators.badgeCleared', { name }), onSuccess: onClose })
  if (form !== undefined) return form === 'pin' ? <PinForm {...props} /> : <BadgeForm {...props} />
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('operators.choose', { name })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        <Button variant="contained" autoFocus onClick={() => setForm('pin')}>{t('operators.setPin')}</Button>
        <Button variant="contained" onClick={() => setForm('badge')}>{t('operators.setBadge')}</Button>
        {hasPin && <Button color="error" onClick={() => clear.mutate({ userId, what: 'pin' })}>{t('operators.clearPin')}</Button>}
        {hasBadge && <Button color="error" onClick={() => clear.mutate({ userId, what: 'badge' })}>{t('operators.clearBadge')}</Button>}
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}

function PinForm({ operator: { id: userId, fullName: name }, onClose }: OperatorProps): ReactNode {
  const t = useText()
  const { setPin } = useApi().operators
  return (
    <FormDialog title={t('operators.pinOf', { name })} width="xs" schema={setPin.procedure.input} values={{ userId, pin: '' }} save={setPin} onSaved={() => showDone(t('operators.pinSaved', { name }))} onClose={onClose}>
      <PasswordField name="pin" label={t('operators.pin')} hint={t('operators.pinHint')} autoComplete="off" autoFocus />
    </FormDialog>
  )
}

function BadgeForm({ operator: { id: userId, fullName: name }, onClose }: OperatorProps): ReactNode {
  const t = useText()
  const { setBadge } = useApi().operators
  return (
    <FormDialog title={t('operators.badgeOf', { name })} width="xs" schema={setBadge.procedure.input} values={{ userId, code: '' }} save={setBadge} onSaved={() => showDone(t('operators.badgeSaved', { name }))} onClose={onClose}>
      <BadgeField />
    </FormDialog>
  )
}

/** A badge that is scanned here is meant to be given, not to change the person. */
function BadgeField(): ReactNode {
  const t = useText()
  const { setValue } = useFormContext()
  useScan(code => {
    setValue('code', code, { shouldDirty: true })
    return { isKnown: true, text: code }
  }, 'first')
  return <TextField name="code" label={t('operators.code')} hint={t('operators.codeHint')} autoFocus />
}
